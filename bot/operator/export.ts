import { fiscalYearName } from '../../programme/day.ts';
import { type Programme, settingsOf, yearsOf } from '../../programme/programme.ts';
import { jobs } from '../features/jobs.ts';
import { calledOf, type Everything, readEverything } from '../hand-over/everything.ts';
import { BOOK, exportFiles, ownOf } from '../hand-over/export.ts';
import { ofFiscalYear } from '../hand-over/fiscal-year.ts';
import { mayTake, placeFolder } from '../hand-over/folder.ts';
import { municipalityTyped, unknownMunicipality } from '../hand-over/municipality-typed.ts';
import { misspelt, notImported, type Outcome, type Verb, withStore } from './verb.ts';

export const exportVerb: Verb = {
  name: 'export',
  usage: 'export DIR [--municipality 団体] [--year 年度の西暦]',
  help: '記録をすべて JSON と Excel に書き出します（1団体だけ、1年度だけの分も）。',

  async run({ rest: [folder], municipality: typed, year: asked, config, now }) {
    if (folder === undefined)
      return misspelt(no('書き出す先のフォルダーを指定してください: npm run bansou -- export 記録', 'no-folder'));
    if (!(await mayTake(folder)))
      return no(
        `${folder} には書き出し以外のファイルがあります。空のフォルダーか、新しい名前を指定してください。`,
        'not-empty',
      );
    const all = await withStore(config, (store) => readEverything(store, now));
    const programme = all.programmes[0]?.value;
    if (!programme) return no(notImported, 'no-programme');
    const town = typed === undefined ? undefined : municipalityTyped(all, typed);
    if (typed !== undefined && !town) return unknownMunicipality(typed);
    const year = asked === undefined ? programme : settingsOf(programme, Number(asked));
    if (!year) return unknownYear(asked ?? '', programme);
    const scope = {
      programme: year.name,
      ...(town && { municipality: town.code }),
      ...(asked !== undefined && { year: year.fiscalYear }),
    };
    const { files, counts } = await filesOf(all, scope);
    await placeFolder(folder, files);
    const lines = Object.entries(counts).map(([name, count]) => `  ${calledOf(name)}\t${count}件`);
    return {
      ok: true,
      lines: [`${whatOf(scope, town)}を ${folder} に書き出しました（人が読むのは ${BOOK}）。`, ...lines],
      data: { exported: true, folder, ...scope, counts, files: files.map(({ name }) => name) },
    };
  },
};

const no = (line: string, why: string): Outcome => ({ ok: false, lines: [line], data: { exported: false, why } });

type Scope = { readonly programme: string; readonly municipality?: string; readonly year?: number };

function filesOf(all: Everything, scope: Scope) {
  const its = scope.municipality === undefined ? all : ownOf(all, scope.municipality);
  const part = scope.year === undefined ? its : ofFiscalYear(its, scope.year);
  return exportFiles(part, scope, { members: all.members, municipalities: its.municipalities, jobs });
}

function whatOf({ programme, year }: Scope, town: { readonly name: string } | undefined): string {
  return `${town?.name ?? programme}の${year === undefined ? '' : `${fiscalYearName(year)}の`}記録`;
}

function unknownYear(said: string, programme: Programme): Outcome {
  const known = yearsOf(programme).map((year) => `${year}（${fiscalYearName(year)}）`);
  const refused = no(`--year ${said} の年度はありません。${known.join('、')}から選んでください。`, 'unknown-year');
  return /^\d{4}$/.test(said) ? refused : misspelt(refused);
}

import { jobs } from '../features/jobs.ts';
import { calledOf, readEverything } from '../hand-over/everything.ts';
import { BOOK, exportFiles, ownOf } from '../hand-over/export.ts';
import { mayTake, placeFolder } from '../hand-over/folder.ts';
import { municipalityTyped, unknownMunicipality } from '../hand-over/municipality-typed.ts';
import { notImported, type Verb, withStore } from './verb.ts';

export const exportVerb: Verb = {
  name: 'export',
  usage: 'export DIR [--municipality 団体]',
  help: '記録をすべて JSON と Excel に書き出します（1団体だけの分も）。',

  async run({ rest: [folder], municipality: typed, config, now }) {
    const no = (line: string, why: string) => ({ ok: false, lines: [line], data: { exported: false, why } });
    if (folder === undefined)
      return no('書き出す先のフォルダーを指定してください: npm run bansou -- export 記録', 'no-folder');
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
    const scope = { programme: programme.name, ...(town ? { municipality: town.code } : {}) };
    const { files, counts } = await exportFiles(town ? ownOf(all, town.code) : all, scope, {
      members: all.members,
      jobs,
    });
    await placeFolder(folder, files);
    const lines = Object.entries(counts).map(([name, count]) => `  ${calledOf(name)}\t${count}件`);
    const what = town ? `${town.name}の記録` : `${programme.name}の記録`;
    return {
      ok: true,
      lines: [`${what}を ${folder} に書き出しました（人が読むのは ${BOOK}）。`, ...lines],
      data: { exported: true, folder, ...scope, counts, files: files.map(({ name }) => name) },
    };
  },
};

import { basename } from 'node:path';
import { Day, dayOf, fullDate } from '../../programme/day.ts';
import { figureText } from '../../programme/indicators/national-figure.ts';
import type { TableFault } from '../../programme/indicators/table-figures.ts';
import { answerKindOf } from '../../programme/national-indicator.ts';
import { PROGRAMME, type Store } from '../../storage/collections.ts';
import { type HandedTable, lookAtTable, type TableLook, writeFigures } from '../hand-over/national/take-table.ts';
import { handedFile } from './handed-file.ts';
import { misspelt, notImported, type Outcome, type Verb, withStore } from './verb.ts';

/** Of each list so many lines are printed; --json has all of them. */
const LISTED = 60;

export const indicatorsVerb: Verb = {
  name: 'indicators',
  usage: 'indicators FILE [--day 年-月-日] [--operator 氏名] [--apply]',
  help: '公表された全国指標の表（xlsx・csv）を市町村の名前で突き合わせ、合わない名前と、変わる値を示します。--apply を付けると記録します。--day は調査時点です。報告値は変わりません。',

  async run({ rest: [path], day, operator, apply = false, config, now }) {
    if (path === undefined) return misspelt(no('ファイルを指定してください: npm run bansou -- indicators 表.xlsx'));
    const surveyedOn = day === undefined ? undefined : Day.safeParse(day);
    if (surveyedOn?.success === false) return misspelt(no('--day は「年4桁-月2桁-日2桁」で指定してください。'));
    if (surveyedOn?.data !== undefined && surveyedOn.data > dayOf(now))
      return misspelt(no('--day は調査時点です。今日より前の日を指定してください。'));
    const bytes = await handedFile(path);
    if (typeof bytes === 'string') return no(bytes);
    const table: HandedTable = { bytes, edition: basename(path), surveyedOn: surveyedOn?.data };
    return withStore(config, async (store) => {
      if (!(await store.programmes.get(PROGRAMME, 'programme'))) return no(notImported);
      return looked(store, table, { apply, now, importedBy: operator?.trim() || undefined });
    });
  },
};

type How = { readonly apply: boolean; readonly now: Date; readonly importedBy: string | undefined };

async function looked(store: Store, table: HandedTable, { apply, now, importedBy }: How): Promise<Outcome> {
  const look = await lookAtTable(store, table, { today: dayOf(now) });
  if ('problem' in look) return no(`取り込めません: ${look.problem}。${look.remedy}。何も変えていません。`);
  if (look.faults.length > 0) return faulty(look);
  if (apply) await writeFigures(store, look.changes, table, { now, importedBy });
  return told(look, apply);
}

const no = (line: string): Outcome => ({ ok: false, lines: [line], data: { applied: false, refused: line } });

const placed = ({ sheet, place, instead }: TableFault): string =>
  `・${sheet === '' && place === '' ? '' : `${sheet === '' ? '' : `「${sheet}」`}${place}: `}${instead}`;

/** The first of a list, and how many more there are. */
function some(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  const rest = lines.length - LISTED;
  return [`${title} ${lines.length}件`, ...lines.slice(0, LISTED), ...(rest > 0 ? [`・ほか${rest}件`] : [])];
}

const faulty = (look: TableLook): Outcome => ({
  ok: false,
  lines: [
    ...some('取り込めません。次を直してください（何も変えていません）。', look.faults.map(placed)),
    ...some('合わなかった名前', look.unmatched.map(placed)),
  ],
  data: { applied: false, faults: look.faults, unmatched: look.unmatched },
});

function told(look: TableLook, applied: boolean): Outcome {
  const { changes, unchanged, read, unread, unmatched, elsewhere, prefectures, missing, municipalities } = look;
  const nameOf = (code: string) => municipalities.find((each) => each.code === code)?.name ?? code;
  const termsName = (indicator: string) => read.find(({ terms }) => terms.indicator === indicator)?.terms.name;
  const lines = changes.map(({ municipality, indicator, before, reading }) => {
    const say = (is: typeof reading) => figureText(answerKindOf(indicator), is);
    return `・${nameOf(municipality)} ${termsName(indicator)}: ${before ? `${say(before)} → ` : '新しく '}${say(reading)}`;
  });
  const tail = applied
    ? '記録しました。前の値は版として残ります。報告値は変えていません。'
    : '何も変えていません。記録するときは --apply を付けてください。';
  return {
    ok: true,
    lines: [
      ...read.map(({ terms, surveyedOn }) => `${terms.name}: 調査時点 ${surveyedText(surveyedOn)}`),
      ...some('変わる値', lines),
      `同じ値 ${unchanged}件・ほかの市町村の行 ${elsewhere}件・都道府県の行 ${prefectures}件`,
      ...some('合わなかった名前（読みません）', unmatched.map(placed)),
      ...some(
        '表に行のない市町村（今の値のままです）',
        missing.map((name) => `・${name}`),
      ),
      ...some(
        '読まない見出し',
        unread.map((heading) => `・「${heading}」: 読むときは「全国指標の変更」で見出しに足してください`),
      ),
      changes.length === 0 ? '変わる値はありません。' : tail,
    ],
    data: {
      applied,
      changes: changes.map(({ municipality, indicator, surveyedOn, before, reading }) => ({
        ...{ municipality, indicator, surveyedOn, before, after: reading },
      })),
      ...{ unchanged, elsewhere, prefectures, unmatched, missing, unread },
    },
  };
}

const surveyedText = (day: Day | undefined): string => (day === undefined ? '未確認' : fullDate(day));

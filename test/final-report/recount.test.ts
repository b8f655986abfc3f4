import { rmSync } from 'node:fs';
import { openEmbedded } from '../../storage/embedded.ts';
import { FILLED_END, fillFinalYear } from '../bench/filled-final.ts';
import { RANDOM_NOW } from './recount/dice.ts';
import { type HandedOver, handedOver } from './recount/handed-over.ts';
import { randomYear } from './recount/random-year.ts';
import { recounted } from './recount/recounted.ts';
import { Records } from './recount/resolved.ts';

const [TOWNS, WEEKS] = [3, 8];
const FISCAL_YEAR = 2026;

/** What stands under each number in the annex. */
const SOURCES = '根拠';
/** Sheets whose rows are each of one record. */
const OF_RECORDS = ['派遣実績', '項目', 'KPI', '工程表', '会議', '決定事項', '承諾', '事例'];

type History = { readonly called: string; readonly fill: (store: Store) => Promise<unknown>; readonly now: Date };
type Store = ReturnType<typeof openEmbedded>['store'];

const random = (seed: number): History => ({
  called: `random history ${seed}`,
  fill: (store) => randomYear(store, seed),
  now: RANDOM_NOW,
});
const filled: History = {
  called: 'a filled year',
  fill: (store) => fillFinalYear(store, TOWNS, WEEKS),
  now: FILLED_END,
};

describe.each([filled, ...[1, 2, 3, 4, 5, 6].map(random)])(
  '業務報告書 beside an export of $called',
  ({ fill, now }) => {
    let over: HandedOver;
    let rows: NonNullable<ReturnType<HandedOver['sheets']['get']>>;

    beforeAll(async () => {
      const { store, close } = openEmbedded(':memory:');
      await fill(store);
      over = await handedOver(store, now);
      rows = over.sheets.get(SOURCES) ?? [];
      await close();
    });
    afterAll(() => rmSync(over.folder, { recursive: true }));

    it('says the same figures as a program that reads nothing but the export', () => {
      const counted = recounted(over.folder, FISCAL_YEAR, now);
      const said = new Map(rows.map((row) => [String(row['何の数字']), row]));
      expect(counted.size).toBeGreaterThan(60);
      const differ = [...counted].flatMap(([what, { value, text }]) => {
        const row = said.get(what);
        const isSame = row?.['値'] === value && (text === undefined || String(row?.['本文の表示']).includes(text));
        return isSame ? [] : [`${what}: ${value} ${text ?? ''} / ${row?.['値']} ${row?.['本文の表示']}`];
      });
      expect(differ).toEqual([]);
    });

    it('has no figure of its own that the other program does not know', () => {
      const counted = recounted(over.folder, FISCAL_YEAR, now);
      const own = rows.filter((row) => row['値'] !== undefined && !counted.has(String(row['何の数字'])));
      // 体制, 再委託, 誓約 and the KPIs of 相談 and ミスマッチ are counted by their own columns' tests.
      const others = /^(体制|再委託|.*(の人数|誓約の記録)|KP-(05|06|12|13))/;
      expect(own.map((row) => String(row['何の数字'])).filter((what) => !others.test(what))).toEqual([]);
    });

    it('has a source for every number in the text, and a number in the text for every source', () => {
      const marks = new Set([...over.text.matchAll(/〔(\d+-\d+)〕/g)].map(([, number]) => number));
      expect(marks.size).toBeGreaterThan(60);
      expect([...marks].toSorted()).toEqual([...new Set(rows.map((row) => row['番号']))].toSorted());
    });

    it('leads from every source to its records, or to figures that do', () => {
      const records = new Records(over.folder);
      const named = rows.filter((row) => row['記録の番号'] !== undefined);
      expect(named.length).toBeGreaterThan(60);
      expect(named.flatMap((row) => records.problemOf(row) ?? [])).toEqual([]);
      const numbers = new Set(rows.map((row) => row['番号']));
      const sums = rows.flatMap((row) =>
        String(row['もとの数字'] ?? '')
          .split('、')
          .filter(Boolean),
      );
      expect(sums.filter((number) => !numbers.has(number))).toEqual([]);
    });

    it('calls every kind of record, and how it is counted, as people do', () => {
      const kinds = [...over.sheets.values()].flat().map((row) => String(row['記録の種類'] ?? ''));
      expect(kinds.filter((called) => /[a-z]/.test(called))).toEqual([]);
      expect(rows.map((row) => String(row['数え方'] ?? '')).filter((rule) => /（[a-z]+）/i.test(rule))).toEqual([]);
      expect(over.text).not.toMatch(/（[a-z]+[A-Z][a-zA-Z]*）/);
    });

    it('leads from every row of its lists to a record', () => {
      const records = new Records(over.folder);
      for (const name of OF_RECORDS) {
        const listed = over.sheets.get(name);
        expect([name, listed?.flatMap((row) => records.problemOf(row) ?? [])]).toEqual([name, []]);
      }
    });
  },
);

describe('業務報告書', () => {
  it('is the same file whenever it is made', async () => {
    const { store, close } = openEmbedded(':memory:');
    await randomYear(store, 7);
    const [first, again] = [await handedOver(store, RANDOM_NOW), await handedOver(store, RANDOM_NOW)];
    expect(Buffer.from(first.docx).equals(Buffer.from(again.docx))).toBe(true);
    for (const { folder } of [first, again]) rmSync(folder, { recursive: true });
    await close();
  });
});

import type { CellValue } from 'exceljs';
import fc from 'fast-check';
import { readWorkbook } from '../../documents/workbook/read.ts';
import { cellSaid, plain } from '../../documents/workbook/said.ts';
import { bytesOf, edited, good, workbookOf } from './sample.ts';

const junk: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constantFrom<CellValue>(null, '', ' ', '　', '○', '×', '-', '0', '令和', '99/99', '県', '#N/A', '=1+1'),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ minLength: 200, maxLength: 400 }),
  fc.double(),
  fc.integer({ min: -1_000_000, max: 1_000_000 }),
  fc.boolean(),
  fc.date({ min: new Date('1900-03-01'), max: new Date('9998-12-31'), noInvalidDate: true }),
  fc.constantFrom<CellValue>({ error: '#DIV/0!' }, { formula: 'A1/0', result: { error: '#DIV/0!' } }, { richText: [] }),
);

const cells = Object.entries(good).flatMap(([sheet, rows]) =>
  [rows[0] ?? [], ...rows].flatMap((row, i) => row.map((_, j) => ({ sheet, row: i + 1, column: j + 1 }))),
);

/** Another municipality's true code is no junk: only the sheets that name the old one can tell. */
const isCode = (value: CellValue): boolean => /^20\d{4}$/.test(String(value));

test('one cell of a good workbook replaced by anything is read, or named by a fault', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...cells),
      junk.filter((value) => !isCode(value)),
      async ({ sheet, row, column }, value) => {
        const read = await readWorkbook(await edited({ [sheet]: { [row]: { [column]: value } } }));
        if (read.ok) return;
        // A setting whose name is lost is missed, too.
        expect(read.faults.map((fault) => `${fault.sheet} ${fault.row}`)).toContain(`${sheet} ${row}`);
        expect(read.faults.every(({ problem, remedy }) => problem !== '' && remedy !== '')).toBe(true);
      },
    ),
    { numRuns: 150 },
  );
}, 180_000);

test('whatever a part holds as a cell, in whatever format, it says something', () => {
  const cell = fc.record({
    type: fc.constantFrom('s', 'str', 'n', 'b', 'e', 'd', 'inlineStr', '', 'x'),
    style: fc.constantFrom(undefined, 0, 1, 7, Number.NaN),
    value: fc.oneof(fc.constant(undefined), fc.string(), fc.double().map(String)),
    inline: fc.oneof(fc.constant(undefined), fc.string()),
    isFormula: fc.boolean(),
  });
  const sign = fc.constantFrom(...'0#?.,%;"\\_*[]@/yMdhsgea-E+¥円'.split(''), 'General', '[>=5]', '[$¥-411]', '[h]');
  const format = fc.array(sign, { maxLength: 12 }).map((signs) => signs.join(''));
  fc.assert(
    fc.property(cell, format, fc.boolean(), (raw, code, from1904) => {
      const said = cellSaid(raw, { texts: ['字'], formats: ['General', code], from1904 });
      expect(said).toHaveProperty('kind');
      expect(typeof plain(said)).toBe('string');
    }),
    { numRuns: 2_000 },
  );
});

test('bytes of a workbook flipped or cut never throw', async () => {
  const bytes = await bytesOf(workbookOf());
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), fc.boolean(), async (at, byte, cut) => {
      const broken = Buffer.from(cut ? bytes.subarray(0, at) : bytes);
      if (!cut) broken[at] = byte;
      const read = await readWorkbook(broken);
      if (!read.ok) expect(read.faults.length).toBeGreaterThan(0);
    }),
    { numRuns: 100 },
  );
}, 180_000);

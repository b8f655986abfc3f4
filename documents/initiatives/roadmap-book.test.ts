import exceljs from 'exceljs';
import { blankInitiative } from '../../programme/initiatives/edited-initiative.ts';
import type { Initiative } from '../../programme/initiatives/initiative.ts';
import { roadmapColumns } from '../../programme/initiatives/roadmap-columns.ts';
import { readStamp } from '../xlsx/stamp.ts';
import { withoutTimes } from '../zip-times.ts';
import { roadmapBook } from './roadmap-book.ts';

const now = new Date('2024-12-02T01:00:00Z');
const from = { by: 'm', at: '2024-11-18T07:00:00.000Z', via: 'teams', ask: 'a' };
const one = (at: number): Initiative => ({
  ...{ id: `initiative-2025-203033-${at}`, municipality: '203033', year: 2025 },
  versions: [
    {
      ...{ ...from, number: 3 },
      content: {
        ...{ ...blankInitiative, name: `取組${at}`, item: 'S3-1', department: '住民課', spans: ['q1', 'second'] },
        ...{ kpis: ['K3-101'], fundings: ['FN-07'], initialCost: 1200, decidedOn: '2024-11-20', plan: '=1+1' },
      },
    },
  ],
});
const sheet = (count: number) => ({
  ...{ municipality: '203033', town: '小海町', year: 2025, now },
  initiatives: Array.from({ length: count }, (_, at) => one(at + 1)),
});
const opened = async (bytes: Uint8Array) => {
  const book = new exceljs.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  return book;
};

describe('the Excel 工程表', () => {
  let bytes: Uint8Array;
  let book: exceljs.Workbook;
  beforeAll(async () => {
    bytes = await roadmapBook({ sheets: [sheet(2)], edition: '2024-1', now });
    book = await opened(bytes);
  });
  const table = () => {
    const found = book.getWorksheet('工程表 小海町');
    if (!found) throw new Error('no sheet');
    return found;
  };
  const columns = roadmapColumns(2025);
  const at = (key: string) => columns.findIndex((column) => column.key === key) + 1;

  it('is A3, one page wide, with headings that stay, and nobody is kept out', () => {
    expect(table().pageSetup).toMatchObject({
      ...{ paperSize: 8, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      printTitlesRow: '1:4',
    });
    expect(table().views).toMatchObject([{ state: 'frozen', xSplit: 1, ySplit: 4 }]);
    expect(table().getCell(5, 1).protection?.locked ?? true).toBe(true);
    expect((table() as unknown as { sheetProtection: unknown }).sheetProtection).toBeFalsy();
    expect(book.worksheets.filter(({ state }) => state === 'visible').map(({ name }) => name)).toEqual([
      '工程表 小海町',
      '書き方',
    ]);
  });

  it('has the columns of the declaration, and what they say of each initiative as text, number or day', () => {
    const row = table().getRow(5);
    expect(columns.map((_, i) => String(table().getCell(4, i + 1).value).replace('\n', ' '))).toEqual(
      columns.map(({ heading }) => heading),
    );
    expect(row.getCell(at('name')).value).toBe('取組1');
    expect(row.getCell(at('q1')).value).toBe('○');
    expect(row.getCell(at('q2')).value).toBeNull();
    expect(row.getCell(at('initialCost')).value).toBe(1200);
    expect(row.getCell(at('decidedOn')).value).toEqual(new Date('2024-11-20'));
    expect(row.getCell(at('plan')).type).toBe(exceljs.ValueType.String);
    expect(row.getCell(at('version')).value).toBe(3);
    expect([at('id'), at('version')].map((column) => table().getColumn(column).hidden)).toEqual([true, true]);
  });

  it('has a list for each choice, also in the empty rows, and bars that follow the marks', () => {
    const validation = (key: string) => table().getCell(9, at(key)).dataValidation;
    for (const key of ['item', 'sorted', 'priority'])
      expect(validation(key)).toMatchObject({ type: 'list', showErrorMessage: true });
    for (const key of ['kpis', 'fundings', 'q1', 'third'])
      expect([validation(key).type, validation(key).showErrorMessage ?? false]).toEqual(['list', false]);
    const rules = (table() as unknown as { conditionalFormattings: { ref: string; rules: { type: string }[] }[] })
      .conditionalFormattings;
    expect(rules).toMatchObject([{ ref: expect.stringMatching(/^J5:O14$/), rules: [{ type: 'expression' }] }]);
  });

  it('says of itself what it is, and of which versions', async () => {
    expect(await readStamp(bytes)).toMatchObject({
      stamp: {
        kind: '工程表',
        municipality: '203033',
        year: 2025,
        edition: '2024-1',
        versions: { 'initiative-2025-203033-1': 3 },
      },
    });
  });

  it('of several municipalities has a sheet each and is not to be sent back', async () => {
    const both = await roadmapBook({
      sheets: [sheet(1), { ...sheet(1), town: '川上村', municipality: '203041' }],
      edition: '2024-1',
      now,
    });
    expect((await opened(both)).worksheets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['工程表 小海町', '工程表 川上村']),
    );
    expect(await readStamp(both)).not.toHaveProperty('stamp');
  });

  it('of the same records at the same moment has the same bytes, and no time of its own in them', async () => {
    const again = await roadmapBook({ sheets: [sheet(2)], edition: '2024-1', now });
    expect(Buffer.from(again).equals(bytes)).toBe(true);
    expect(withoutTimes(Buffer.from(bytes)).equals(bytes)).toBe(true);
  });

  it('without any initiative is a form to begin with', async () => {
    const empty = await opened(await roadmapBook({ sheets: [sheet(0)], edition: '2024-1', now }));
    expect(empty.getWorksheet('工程表 小海町')?.getCell(5, 1).value).toBeNull();
  });
});

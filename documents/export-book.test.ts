import { type Municipality, municipalities } from '../programme/municipality.ts';
import type { SheetNames } from '../programme/sheet.ts';
import { exportBook } from './export-book.ts';
import { exportSheets } from './export-sheets.ts';
import { openPackage } from './workbook/archive.ts';
import { gridOf } from './workbook/grid.ts';
import { openBook } from './xlsx/book.ts';

const names: SheetNames = {
  townName: (code = '') => code,
  nameOf: (member) => member,
  titleOfMeeting: (meeting) => meeting,
  jobName: ({ job }) => job,
  reasonText: ({ reason }) => reason,
};

test.each(['_x0041_', '_x005F_', '_x0041_x0042_', '第_x0031_回', '__x3042__', '_x004', '小海町 <&>"'])(
  'what a person wrote (%p) is read back as they wrote it',
  async (area) => {
    const town: Municipality = { code: '203033', name: '小海町', area, supported: true };
    const sheets = exportSheets([{ kind: municipalities, values: [town] }], names);
    const parts = await openPackage(await exportBook(sheets));
    if ('problem' in parts) throw new Error(parts.problem);
    const book = openBook(parts);
    const sheet = book.sheets.find(({ name }) => name === '市町村');
    const grid = sheet && gridOf(book, sheet);
    if (!grid || 'problem' in grid) throw new Error('no such sheet');
    expect(grid.rows[1]?.said(3)).toEqual({ kind: 'text', text: area });
  },
);

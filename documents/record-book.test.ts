import { recordBook } from './record-book.ts';
import type { RecordsForPeople } from './record-sheets.ts';
import { openPackage } from './workbook/archive.ts';
import { gridOf } from './workbook/grid.ts';
import { openBook } from './xlsx/book.ts';

const nothing: RecordsForPeople = {
  ...{ programme: undefined, municipalities: [], members: [], rooms: [], items: [], kpis: [], meetings: [] },
  ...{ meetingAnswers: [], agendaTopics: [], minutes: [], actionItems: [], helpRequests: [], deliveries: [] },
  jobs: [],
  nameOf: (member) => member,
};

test.each(['_x0041_', '_x005F_', '_x0041_x0042_', '第_x0031_回', '__x3042__', '_x004', '小海町 <&>"'])(
  'what a person wrote (%p) is read back as they wrote it',
  async (area) => {
    const municipalities = [{ code: '203033', name: '小海町', area, supported: true }];
    const parts = await openPackage(await recordBook({ ...nothing, municipalities }));
    if ('problem' in parts) throw new Error(parts.problem);
    const book = openBook(parts);
    const sheet = book.sheets.find(({ name }) => name === '市町村');
    const grid = sheet && gridOf(book, sheet);
    if (!grid || 'problem' in grid) throw new Error('no such sheet');
    expect(grid.rows[1]?.said(3)).toEqual({ kind: 'text', text: area });
  },
);

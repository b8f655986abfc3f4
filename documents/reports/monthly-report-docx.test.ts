import { type MonthlyPart, monthlyFields } from '../../programme/reports/monthly-report.ts';
import { monthOfDay } from '../../programme/support/month.ts';
import { packageText } from '../../test/package-text.ts';
import { monthlyReportDocx } from './monthly-report-docx.ts';

const row = (municipality: string, ...cells: string[]) => ({ municipality, cells });
const parts: readonly MonthlyPart[] = [
  { field: 'summary', facts: [{ label: '派遣', text: '2団体に3回' }] },
  {
    ...{ field: 'dispatch', facts: [] },
    table: { head: ['市町村', '回数'], rows: [row('203033', 'ある町', '2回'), row('203041', 'となり村', '1回')] },
  },
  { field: 'requestsToPref', facts: [{ label: '協議 11/5(木)', text: '費用の扱い（回答待ち）' }] },
];

it('月次報告書 has every field of the form in its words and order, and what was written where it belongs', async () => {
  const file = await monthlyReportDocx({
    ...{ span: monthOfDay('2026-11-10'), programme: '伴走支援', office: 'ある県 ある課', until: '2026-11-19' },
    ...{ standing: '下書き', meeting: '2026-11-27', parts },
    texts: { overview: '順調でした。', results: '遅れは議会のため。', issues: '担当が1人。\n県へ: 会場の手配' },
  });
  const lines = packageText(file, 'word/document.xml')
    .split('\n')
    .filter((line) => line !== '');
  const labels = Object.values(monthlyFields).map(({ label }, at) => `${at + 1}　${label}`);
  expect(lines.filter((line) => /^\d+　/.test(line))).toEqual(labels);
  expect(lines.slice(0, 3)).toEqual(['ある県 ある課　御中', '受託者（PM）', '月次報告書（令和8年11月）']);
  expect(lines).toEqual(expect.arrayContaining(['対象月', '令和8年11月27日（金）', '令和8年11月19日（木）まで']));
  const place = (text: string) => lines.indexOf(text);
  const under = (text: string, number: number) =>
    place(text) > place(labels[number - 1] ?? '') && place(text) < place(labels[number] ?? '');
  expect(under('順調でした。', 1)).toBe(true);
  expect(under('となり村', 2)).toBe(true);
  expect(under('遅れは議会のため。', 4)).toBe(true);
  expect(under('担当が1人。', 5)).toBe(true);
  expect(place('・会場の手配')).toBeGreaterThan(place(labels[9] ?? ''));
  expect(lines).not.toContain('県へ: 会場の手配');
  // What there is nothing to say of says so.
  expect(under('（なし）', 3)).toBe(true);
});

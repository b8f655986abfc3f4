import type { Row, Worksheet } from 'exceljs';
import { daysBetween, fiscalYearName, fiscalYearOf } from '../../programme/day.ts';
import type { Known } from './cell.ts';
import { type Findings, type Problem, problem } from './fault.ts';
import { plain } from './said.ts';
import { type Columns, SETTINGS_HEADINGS, type settings, settingsSheet, type Values } from './sheets.ts';
import { bodyOf, headingFaults, missingSheet, readCell, saidAt } from './table.ts';

export type Settings = Values<typeof settings>;
/** What 事業 says, and in which row each of it stands. */
export type ReadSettings = { readonly is: Settings; readonly rows: ReadonlyMap<string, number> };

const NONE: Known = { fiscalYear: undefined, places: [] };

/** Reads 事業, the sheet that runs downwards. The order of its rows does not matter. */
export function readSettings(worksheet: Worksheet | undefined, findings: Findings): ReadSettings | undefined {
  if (!worksheet) findings.faults.push(missingSheet(settingsSheet));
  const wrong = worksheet ? headingFaults(settingsSheet.name, SETTINGS_HEADINGS, worksheet) : [];
  findings.faults.push(...wrong);
  if (!worksheet || wrong.length > 0) return undefined;
  const before = findings.faults.length;
  const rows = rowsByHeading(worksheet, findings);
  const entries = Object.entries<Columns[string]>(settingsSheet.columns).map(([key, column]) => {
    const row = rows.get(column.heading);
    const complain = (found: Problem) => tell(findings, row?.number ?? 0, column.heading, found);
    if (!row && column.required)
      complain(
        problem('この行がありません', `「項目」に「${column.heading}」、「値」にその値を書いた行を足してください`),
      );
    return [key, row && readCell(column, saidAt(row, 2), NONE, complain)] as const;
  });
  if (findings.faults.length > before) return undefined;
  // Without a fault every row has read what its declaration promises.
  const is = Object.fromEntries(entries) as Settings;
  return { is, rows: new Map([...rows].map(([heading, row]) => [heading, row.number])) };
}

function tell({ faults }: Pick<Findings, 'faults'>, row: number, column: string, found: Problem): void {
  faults.push({ sheet: settingsSheet.name, row, column, ...found });
}

function rowsByHeading(worksheet: Worksheet, findings: Findings): Map<string, Row> {
  const headings = Object.values(settingsSheet.columns).map((column) => column.heading);
  const rows = new Map<string, Row>();
  for (const row of bodyOf(worksheet)) {
    const said = saidAt(row, 1);
    const heading = plain(said).replace(/\s/g, '');
    const earlier = rows.get(heading);
    if (said.kind === 'nothing' && saidAt(row, 2).kind === 'nothing') continue;
    if (earlier) {
      tell(
        findings,
        row.number,
        '項目',
        problem(`「${heading}」は${earlier.number}行目にもあります`, 'どちらかの行を消してください'),
      );
    } else if (headings.includes(heading)) {
      rows.set(heading, row);
    } else {
      const what = heading === '' ? '項目が空です' : `「${heading.slice(0, 30)}」という項目はありません`;
      tell(
        findings,
        row.number,
        '項目',
        problem(what, `「${headings.join('」「')}」のどれかにするか、行を消してください`),
      );
    }
  }
  return rows;
}

/** The period must run forwards and begin in its fiscal year. */
export function judgeSettings({ is, rows }: ReadSettings, findings: Findings): void {
  const at = (heading: string) => rows.get(heading) ?? 0;
  if (is.end < is.start) {
    tell(findings, at('終了日'), '終了日', problem('開始日より前です', '開始日より後の日付を書いてください'));
  }
  if (fiscalYearOf(is.start) !== is.fiscalYear) {
    const what = `開始日（${fiscalYearName(fiscalYearOf(is.start))}）が${fiscalYearName(is.fiscalYear)}に入りません`;
    tell(findings, at('開始日'), '開始日', problem(what, '「開始日」か「年度」を直してください'));
  }
  const notes = { faults: findings.notes };
  if (daysBetween(is.start, is.end) > 366 || fiscalYearOf(is.end) > is.fiscalYear) {
    tell(notes, at('終了日'), '終了日', problem('年度の終わり（3月31日）より後です', '正しければそのままで構いません'));
  }
  for (const [heading, slot] of [
    ['週次報告', is.checkIn],
    ['催促', is.nudge],
    ['ダイジェスト', is.digest],
  ] as const) {
    if (slot.weekday !== 0 && slot.weekday !== 6) continue;
    tell(notes, at(heading), heading, problem('土日は閉庁日です', '平日の曜日にすると、その日に届きます'));
  }
}

import { daysBetween, fiscalYearName, fiscalYearOf } from '../../programme/day.ts';
import { holidaysUnknown } from '../../programme/period.ts';
import type { CellContext } from './cells.ts';
import type { Columns, Values } from './columns.ts';
import { type Findings, type Problem, problem } from './fault.ts';
import type { Grid, GridRow } from './grid.ts';
import { plain } from './said.ts';
import { SETTINGS_HEADINGS, type settingsRows, settingsSheet } from './sheets.ts';
import { bodyOf, headingFaults, readCell, type Seen } from './table.ts';

export type Settings = Values<typeof settingsRows>;
/** What 事業 says as far as it can be read, and in which row each of it stands. */
export type ReadSettings = { readonly is: Seen<typeof settingsRows>; readonly rows: ReadonlyMap<string, number> };
/** What dates of other sheets are held against. */
export type ProgrammePeriod = Pick<Settings, 'fiscalYear' | 'start' | 'end'>;

const NONE: CellContext = { fiscalYear: undefined, places: undefined };
const NOTHING_READ: ReadSettings = { is: {}, rows: new Map() };

/** Reads 事業, the sheet that runs downwards. The order of its rows does not matter. */
export function readSettings(grid: Grid | undefined, findings: Findings): ReadSettings {
  const wrong = grid ? headingFaults(settingsSheet.name, SETTINGS_HEADINGS, grid) : [];
  findings.faults.push(...wrong);
  if (!grid || wrong.length > 0) return NOTHING_READ;
  const rows = rowsByHeading(grid, findings);
  const entries = Object.entries<Columns[string]>(settingsSheet.columns).map(([key, column]) => {
    const row = rows.get(column.heading);
    const complain = (found: Problem) => tell(findings, row?.number ?? 0, column.heading, found);
    if (!row && column.required)
      complain(
        problem('この行がありません', `「項目」に「${column.heading}」、「値」にその値を書いた行を足してください`),
      );
    return [key, row && readCell(column, row.said(2), NONE, complain)] as const;
  });
  // What a row has read is what its declaration promises.
  const is = Object.fromEntries(entries) as Seen<typeof settingsRows>;
  return { is, rows: new Map([...rows].map(([heading, row]) => [heading, row.number])) };
}

function tell({ faults }: Pick<Findings, 'faults'>, row: number, column: string, found: Problem): void {
  faults.push({ sheet: settingsSheet.name, row, column, ...found });
}

function rowsByHeading(grid: Grid, findings: Findings): Map<string, GridRow> {
  const headings = Object.values(settingsSheet.columns).map((column) => column.heading);
  const rows = new Map<string, GridRow>();
  for (const row of bodyOf(grid)) {
    const said = row.said(1);
    const heading = plain(said).replace(/\s/g, '');
    const earlier = rows.get(heading);
    if (said.kind === 'nothing' && row.said(2).kind === 'nothing') continue;
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

/**
 * The fiscal year that most of 年度, 開始日 and 終了日 agree on: one of them with a slip shall not make every date of
 * the other sheets look wrong.
 */
export function fiscalYearMeant({ is: { fiscalYear, start, end } }: ReadSettings): number | undefined {
  const ofDays = [start, end].flatMap((day) => (day === undefined ? [] : [fiscalYearOf(day)]));
  const years = fiscalYear === undefined ? ofDays : [fiscalYear, ...ofDays];
  if (new Set(years).size === 1) return years[0];
  return years.find((year, at) => years.indexOf(year) !== at);
}

/** The period of the programme, while nothing is wrong with it. */
export function programmePeriodOf({ is: { fiscalYear, start, end } }: ReadSettings): ProgrammePeriod | undefined {
  if (fiscalYear === undefined || start === undefined || end === undefined) return undefined;
  return end < start || fiscalYearOf(start) !== fiscalYear ? undefined : { fiscalYear, start, end };
}

/** The period must run forwards and begin in its fiscal year. */
export function judgeSettings(read: ReadSettings, findings: Findings): void {
  judgePeriod(read, findings);
  const { is, rows } = read;
  for (const [heading, slot] of [
    ['週次報告', is.checkIn],
    ['催促', is.nudge],
    ['ダイジェスト', is.digest],
  ] as const) {
    if (slot?.weekday !== 0 && slot?.weekday !== 6) continue;
    const found = problem('土日は閉庁日です', '平日の曜日にすると、その日に届きます');
    tell({ faults: findings.notes }, rows.get(heading) ?? 0, heading, found);
  }
}

function judgePeriod({ is: { fiscalYear, start, end }, rows }: ReadSettings, findings: Findings): void {
  const at = (heading: string) => rows.get(heading) ?? 0;
  if (start !== undefined && end !== undefined && end < start) {
    tell(findings, at('終了日'), '終了日', problem('開始日より前です', '開始日より後の日付を書いてください'));
  }
  if (fiscalYear === undefined) return;
  if (start !== undefined && fiscalYearOf(start) !== fiscalYear) {
    const what = `開始日（${fiscalYearName(fiscalYearOf(start))}）が${fiscalYearName(fiscalYear)}に入りません`;
    tell(findings, at('開始日'), '開始日', problem(what, '「開始日」か「年度」を直してください'));
  }
  if (end === undefined) return;
  if (fiscalYearOf(end) > fiscalYear || (start !== undefined && daysBetween(start, end) > 366)) {
    const found = problem('年度の終わり（3月31日）より後です', '正しければそのままで構いません');
    tell({ faults: findings.notes }, at('終了日'), '終了日', found);
  }
  const unknown = holidaysUnknown({ end });
  if (unknown) tell({ faults: findings.notes }, at('終了日'), '終了日', unknown);
}

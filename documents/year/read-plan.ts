import { fiscalYearName } from '../../programme/day.ts';
import type { Municipality } from '../../programme/municipality.ts';
import type { ItemYear } from '../../programme/programme.ts';
import type { ItemRecord } from '../../programme/progress/item-record.ts';
import { endedAs, type GoesOn, type ItemDecision } from '../../programme/year/going-on.ts';
import { openPackage } from '../workbook/archive.ts';
import { type Fault, type Findings, type Problem, problem } from '../workbook/fault.ts';
import { type Grid, gridOf } from '../workbook/grid.ts';
import { faultRepeats, rowKey } from '../workbook/judge.ts';
import { type Line, readTable, type Table } from '../workbook/table.ts';
import { openBook } from '../xlsx/book.ts';
import { planSheet } from './plan-sheet.ts';

type PlanColumns = ReturnType<typeof planSheet>['columns'];
type PlanLine = Line<PlanColumns>;

/** What the rows are held against. */
export type Closing = {
  /** The next year, and the period its workbook gives it. */
  readonly next: { readonly fiscalYear: number; readonly start: string; readonly end: string };
  readonly municipalities: readonly Municipality[];
  readonly items: readonly ItemRecord[];
};

export type PlanRead =
  | { readonly ok: true; readonly decisions: readonly ItemDecision[] }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Reads the plan that was written and edited. Never throws for what is in the file: every fault is listed at once. */
export async function readPlan(bytes: Uint8Array, closing: Closing): Promise<PlanRead> {
  const sheet = planSheet(closing.next.fiscalYear);
  const grid = await gridIn(bytes, sheet.name);
  if ('problem' in grid) return { ok: false, faults: [{ sheet: sheet.name, row: 0, column: '', ...grid }] };
  const findings: Findings = { faults: [], notes: [] };
  const places = closing.municipalities.map(({ code, name }) => ({ code, name, doubt: { code: false, name: false } }));
  const table = readTable(sheet, grid, { fiscalYear: closing.next.fiscalYear, places }, findings);
  faultRepeats(table, 'item', '市町村と項目', 'どちらかの行を消してください', ({ is }) =>
    rowKey(is.municipality, is.item),
  );
  for (const line of table.lines) judgeLine(line, table, closing);
  const decisions = table.lines.flatMap((line) => decisionIn(line, closing.items));
  if (findings.faults.length === 0) return { ok: true, decisions };
  return { ok: false, faults: findings.faults.toSorted((a, b) => a.row - b.row) };
}

const NOT_THE_PLAN = '「new-year 取込表.xlsx --plan 計画.xlsx」で書き出したファイルを直して使ってください';

async function gridIn(bytes: Uint8Array, name: string): Promise<Grid | Problem> {
  const parts = await openPackage(bytes);
  if ('problem' in parts) return parts;
  try {
    const book = openBook(parts);
    const sheet = book.sheets.find((each) => each.name.normalize('NFKC').trim() === name);
    return sheet ? gridOf(book, sheet) : problem('シートがありません', NOT_THE_PLAN);
  } catch {
    // Whatever is wrong with its parts, the remedy is the same.
    return problem('壊れているか、Excelブック（.xlsx）ではないファイルです', NOT_THE_PLAN);
  }
}

/** What goes on has a year and may have a deadline in it; what ends has neither, and a reason. */
function judgeLine(line: PlanLine, table: Table<PlanColumns>, closing: Closing): void {
  const { municipality, item, goesOn } = line.is;
  if (goesOn === 'goes-on') judgeGoingOn(line, table, closing.next);
  else if (goesOn !== undefined) judgeEnding(line, table);
  const isKnown = closing.items.some((record) => record.municipality === municipality && record.item === item);
  if (!isKnown && municipality !== undefined && item !== undefined)
    table.fault(
      line,
      'item',
      problem('この市町村の今の年度の取組にありません', '行を消すか、取込表の「取組」に書いてください'),
    );
}

function judgeGoingOn(line: PlanLine, table: Table<PlanColumns>, { start, end, fiscalYear }: Closing['next']): void {
  const { year, due } = line.is;
  if (year === 'none')
    table.fault(line, 'year', problem('継続なのに対象外です', '翌年度を「対象外」にするか、実施年度を直してください'));
  if (due === undefined || (due >= start && (year === 'later' || due <= end))) return;
  const remedy = `${start.replaceAll('-', '/')}から${end.replaceAll('-', '/')}までの日付を書いてください`;
  table.fault(line, 'due', problem(`期限が${fiscalYearName(fiscalYear)}の事業の期間の外です`, remedy));
}

function judgeEnding(line: PlanLine, table: Table<PlanColumns>): void {
  const { year, due, reason } = line.is;
  if (reason === undefined && !line.bad.has('reason'))
    table.fault(line, 'reason', problem('空です', '終了と対象外には理由を書いてください'));
  if (year === 'this' || year === 'later')
    table.fault(
      line,
      'year',
      problem('続けない項目に実施年度があります', '実施年度を空にするか、翌年度を「継続」にしてください'),
    );
  if (due !== undefined) table.fault(line, 'due', problem('続けない項目に期限があります', '期限を空にしてください'));
}

function decisionIn({ is }: PlanLine, items: readonly ItemRecord[]): readonly ItemDecision[] {
  const { municipality, item, goesOn, year, due, reason } = is;
  const record = items.find((one) => one.municipality === municipality && one.item === item);
  if (!record || goesOn === undefined) return [];
  const given = { ...(due && { due }), ...(reason && { reason }) };
  return [{ municipality: record.municipality, item: record.item, goesOn: goesOnIn(goesOn, year, record), ...given }];
}

/** Without a year, what is open goes on in the next one, and what was put off is put off once more. */
function goesOnIn(said: 'goes-on' | 'end' | 'none', year: ItemYear | undefined, record: ItemRecord): GoesOn {
  if (said !== 'goes-on') return said;
  if (year === 'this' || year === 'later') return year;
  return endedAs(record) === 'later' ? 'later' : 'this';
}

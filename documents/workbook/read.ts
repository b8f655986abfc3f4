import { type Book, openBook, type Parts } from '../xlsx/book.ts';
import { openPackage } from './archive.ts';
import { assemble } from './assemble.ts';
import type { CellContext } from './cells.ts';
import type { Columns, Sheet } from './columns.ts';
import type { ProgrammeContent } from './content.ts';
import { type Fault, type Findings, type Problem, problem } from './fault.ts';
import { type Grid, gridOf } from './grid.ts';
import type { ReadSheets } from './judge.ts';
import { judgeClosures, judgeMeetings } from './judge-dates.ts';
import { judgeDispatch } from './judge-dispatch.ts';
import { judgeRoster, judgeServed, judgeTowns } from './judge-people.ts';
import { judgeItems, judgeKpis } from './judge-progress.ts';
import {
  fiscalYearMeant,
  judgeSettings,
  programmePeriodOf,
  type ReadSettings,
  readSettings,
  type Settings,
} from './settings.ts';
import {
  closureSheet,
  dispatchSheet,
  itemSheet,
  kpiSheet,
  meetingSheet,
  municipalitySheet,
  rosterSheet,
  SILENT_SHEETS,
  settingsSheet,
  sheets,
} from './sheets.ts';
import { readTable } from './table.ts';
import { listedMunicipalities, withoutFollowing } from './unknown-municipalities.ts';

/** `notes` are worth a look and stop nothing. */
export type WorkbookRead =
  | {
      readonly ok: true;
      readonly content: ProgrammeContent;
      readonly notes: readonly Fault[];
      /** When it was written out of the store; what was decided in chat by then it knows. */
      readonly writtenOut: string | undefined;
    }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Reads the programme workbook. Never throws for what is in the file: every fault is listed at once. */
export async function readWorkbook(bytes: Uint8Array): Promise<WorkbookRead> {
  const judged = await judgedWorkbook(bytes);
  if ('problem' in judged) return { ok: false, faults: [{ sheet: '', row: 0, column: '', ...judged }] };
  const { settings, read, findings } = judged;
  if (findings.faults.length > 0) return { ok: false, faults: inOrder(findings.faults) };
  // Without a fault every row of 事業 is there.
  const content = assemble(settings.is as Settings, read);
  return { ok: true, content, notes: inOrder(findings.notes), writtenOut: momentIn(settings.is.writtenOut) };
}

/** 2026-11-24T01:05:00.000Z; anything else says nothing. */
function momentIn(said: string | undefined): string | undefined {
  return said !== undefined && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(said) ? said : undefined;
}

function bookIn(parts: Parts): Book | Problem {
  try {
    const book = openBook(parts);
    return book.sheets.length > 0 ? book : BROKEN;
  } catch {
    // Whatever is wrong with them, the remedy is the same.
    return BROKEN;
  }
}

const BROKEN = problem(
  '壊れているか、Excelブック（.xlsx）ではないファイルです',
  'Excelで開き、「Excelブック（*.xlsx）」で保存し直してください',
);

/** A workbook read and judged, whatever is wrong with it. */
export type JudgedWorkbook = {
  readonly settings: ReadSettings;
  readonly read: ReadSheets;
  readonly grids: ReadonlyMap<string, Grid>;
  /** Whether the workbook has no sheet of that name at all. */
  readonly lacks: (sheet: string) => boolean;
  /** In the order they were found; what follows from a slip elsewhere is not among them. */
  readonly findings: Findings;
};

/** Reads every sheet of the programme that is there. */
export async function judgedWorkbook(bytes: Uint8Array): Promise<JudgedWorkbook | Problem> {
  const opened = await openPackage(bytes);
  const book = 'problem' in opened ? opened : bookIn(opened);
  return 'problem' in book ? book : judge(book);
}

function judge(book: Book): JudgedWorkbook {
  const findings: Findings = { faults: [], notes: [] };
  const grids = new Map(sheets.flatMap((sheet) => gridNamed(book, sheet, findings)));
  const settings = readSettings(grids.get(settingsSheet.name), findings);
  const first: CellContext = { fiscalYear: fiscalYearMeant(settings), places: undefined };
  const municipalities = readTable(municipalitySheet, grids.get(municipalitySheet.name), first, findings);
  judgeTowns(municipalities);
  const places = listedMunicipalities(municipalities, findings.faults);
  const table = <C extends Columns>(sheet: Sheet<C>) =>
    readTable(sheet, grids.get(sheet.name), { ...first, places }, findings);
  const read: ReadSheets = {
    period: programmePeriodOf(settings),
    municipalities,
    roster: table(rosterSheet),
    items: table(itemSheet),
    kpis: table(kpiSheet),
    meetings: table(meetingSheet),
    closures: table(closureSheet),
    dispatch: table(dispatchSheet),
  };
  judgeSettings(settings, findings);
  for (const rule of [judgeServed, judgeRoster, judgeItems, judgeKpis, judgeMeetings, judgeClosures, judgeDispatch])
    rule(read);
  noteUnknownSheets(book, findings);
  const faults = withoutFollowing(findings.faults, places);
  const lacks = (name: string) => !book.sheets.some((sheet) => tidyName(sheet.name) === name);
  return { settings, read, grids, lacks, findings: { faults, notes: findings.notes } };
}

const tidyName = (name: string): string => name.normalize('NFKC').replace(/\s/g, '');

/** The one sheet of that name, read to its end; nothing where there is none, or more than one. */
function gridNamed(book: Book, { name, later }: Sheet, { faults, notes }: Findings): [string, Grid][] {
  const tell = (into: Fault[], found: Problem) => into.push({ sheet: name, row: 0, column: '', ...found });
  const [sheet, other] = book.sheets.filter((each) => tidyName(each.name) === name);
  if (!sheet && !later)
    tell(faults, problem('シートがありません', 'ひな形からシートを写し、名前をそのままにしてください'));
  if (other) tell(faults, problem('同じ名前のシートが2つあります', 'どちらかを消すか、名前を変えてください'));
  if (!sheet || other) return [];
  const grid = gridOf(book, sheet);
  if ('problem' in grid) {
    tell(faults, grid);
    return [];
  }
  if (grid.hidden !== 0) {
    const what = grid.hidden === 'all' ? 'シートが隠れています' : `隠れている行が${grid.hidden}行あります`;
    tell(notes, problem(what, '隠れたままでも読みます。要らないものは消してください'));
  }
  return [[name, grid]];
}

function noteUnknownSheets({ sheets: found }: Book, { notes }: Findings): void {
  const expected = new Set([...sheets.map((sheet) => sheet.name), ...SILENT_SHEETS]);
  for (const { name } of found) {
    if (expected.has(tidyName(name))) continue;
    notes.push({ sheet: name, row: 0, column: '', problem: 'このシートは読みません', remedy: '' });
  }
}

/** In the order of the sheets, then of their rows. */
function inOrder(found: readonly Fault[]): Fault[] {
  const order = sheets.map((sheet) => sheet.name);
  return [...found].sort((a, b) => order.indexOf(a.sheet) - order.indexOf(b.sheet) || a.row - b.row);
}

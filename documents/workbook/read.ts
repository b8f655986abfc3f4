import { type Book, openBook, type Parts } from '../xlsx/book.ts';
import { openPackage } from './archive.ts';
import { assemble } from './assemble.ts';
import type { Known } from './cell.ts';
import type { ProgrammeContent } from './content.ts';
import { type Fault, type Findings, type Problem, problem } from './fault.ts';
import { type Grid, gridOf } from './grid.ts';
import { judgeClosures, judgeMeetings } from './judge-dates.ts';
import { judgeMunicipalities, judgeRoster } from './judge-people.ts';
import { judgeItems, judgeKpis } from './judge-progress.ts';
import { fiscalYearMeant, judgeSettings, periodOf, readSettings, type Settings } from './settings.ts';
import {
  closureSheet,
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
import { placesOf, withoutFollowing } from './unknown-places.ts';

/** `notes` are worth a look and stop nothing. */
export type WorkbookRead =
  | { readonly ok: true; readonly content: ProgrammeContent; readonly notes: readonly Fault[] }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Reads the programme workbook. Never throws for what is in the file: every fault is listed at once. */
export async function readWorkbook(bytes: Uint8Array): Promise<WorkbookRead> {
  const opened = await openPackage(bytes);
  if ('problem' in opened) return refused(opened);
  const book = bookIn(opened);
  return 'problem' in book ? refused(book) : readSheets(book);
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

const refused = (found: Problem): WorkbookRead => ({
  ok: false,
  faults: [{ sheet: '', row: 0, column: '', ...found }],
});

function readSheets(book: Book): WorkbookRead {
  const findings: Findings = { faults: [], notes: [] };
  const grid = (sheet: { readonly name: string }) => gridNamed(book, sheet.name, findings);
  const settings = readSettings(grid(settingsSheet), findings);
  const first: Known = { fiscalYear: fiscalYearMeant(settings), places: undefined };
  const municipalities = readTable(municipalitySheet, grid(municipalitySheet), first, findings);
  const places = placesOf(municipalities, findings.faults);
  const known: Known = { ...first, places };
  const read = {
    period: periodOf(settings),
    municipalities,
    roster: readTable(rosterSheet, grid(rosterSheet), known, findings),
    items: readTable(itemSheet, grid(itemSheet), known, findings),
    kpis: readTable(kpiSheet, grid(kpiSheet), known, findings),
    meetings: readTable(meetingSheet, grid(meetingSheet), known, findings),
    closures: readTable(closureSheet, grid(closureSheet), known, findings),
  };
  judgeSettings(settings, findings);
  judgeMunicipalities(read);
  judgeRoster(read);
  judgeItems(read);
  judgeKpis(read);
  judgeMeetings(read);
  judgeClosures(read);
  noteUnknownSheets(book, findings);
  const faults = withoutFollowing(findings.faults, places);
  if (faults.length > 0) return { ok: false, faults: inOrder(faults) };
  // Without a fault every row of 事業 is there.
  return { ok: true, content: assemble(settings.is as Settings, read), notes: inOrder(findings.notes) };
}

const tidyName = (name: string): string => name.normalize('NFKC').replace(/\s/g, '');

/** The one sheet of that name, read to its end. */
function gridNamed(book: Book, name: string, { faults, notes }: Findings): Grid | undefined {
  const tell = (into: Fault[], found: Problem) => into.push({ sheet: name, row: 0, column: '', ...found });
  const [sheet, other] = book.sheets.filter((each) => tidyName(each.name) === name);
  if (!sheet) tell(faults, problem('シートがありません', 'ひな形からシートを写し、名前をそのままにしてください'));
  if (other) tell(faults, problem('同じ名前のシートが2つあります', 'どちらかを消すか、名前を変えてください'));
  if (!sheet || other) return undefined;
  const grid = gridOf(book, sheet);
  if ('problem' in grid) {
    tell(faults, grid);
    return undefined;
  }
  if (grid.hidden !== 0) {
    const what = grid.hidden === 'all' ? 'シートが隠れています' : `隠れている行が${grid.hidden}行あります`;
    tell(notes, problem(what, '隠れたままでも読みます。要らないものは消してください'));
  }
  return grid;
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

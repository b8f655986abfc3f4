import type { Workbook, Worksheet } from 'exceljs';
import { archiveProblem } from './archive.ts';
import { assemble } from './assemble.ts';
import type { Known } from './cell.ts';
import type { ProgrammeContent } from './content.ts';
import type { Fault, Findings, Problem } from './fault.ts';
import { judgeClosures, judgeMeetings } from './judge-dates.ts';
import { judgeMunicipalities, judgeRoster } from './judge-people.ts';
import { judgeItems, judgeKpis } from './judge-progress.ts';
import { judgeSettings, readSettings } from './settings.ts';
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

/** `notes` are worth a look and stop nothing. */
export type WorkbookRead =
  | { readonly ok: true; readonly content: ProgrammeContent; readonly notes: readonly Fault[] }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Parts of a sheet nobody reads; some of them would cost the library minutes when they span whole columns. */
const IGNORED = [
  'cols',
  'mergeCells',
  'dataValidations',
  'conditionalFormatting',
  'hyperlinks',
  'drawing',
  'legacyDrawing',
  'picture',
  'tableParts',
  'extLst',
];

/** Reads the programme workbook. Never throws for what is in the file: every fault is listed at once. */
export async function readWorkbook(bytes: Uint8Array): Promise<WorkbookRead> {
  const unfit = await archiveProblem(bytes);
  if (unfit) return refused(unfit);
  const workbook = await load(bytes);
  return 'problem' in workbook ? refused(workbook) : readSheets(workbook);
}

const refused = (found: Problem): WorkbookRead => ({
  ok: false,
  faults: [{ sheet: '', row: 0, column: '', ...found }],
});

async function load(bytes: Uint8Array): Promise<Workbook | Problem> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  // The library would unfold every named range cell by cell, and a range may name all 17 billion of a sheet.
  Object.defineProperty(workbook.definedNames, 'model', { set: () => undefined });
  // exceljs declares a Buffer of its own.
  type LoadBytes = Parameters<typeof workbook.xlsx.load>[0];
  try {
    await workbook.xlsx.load(Buffer.from(bytes) as unknown as LoadBytes, { ignoreNodes: IGNORED });
    if (workbook.worksheets.length > 0) return workbook;
  } catch {
    // Whatever the library stumbled over, the remedy is the same.
  }
  const remedy = 'Excelで開き、「Excelブック（*.xlsx）」で保存し直してください';
  return { problem: '壊れているか、Excelブック（.xlsx）ではないファイルです', remedy };
}

function readSheets(workbook: Workbook): WorkbookRead {
  const findings: Findings = { faults: [], notes: [] };
  const worksheet = (sheet: { readonly name: string }) => sheetNamed(workbook, sheet.name);
  const settings = readSettings(worksheet(settingsSheet), findings);
  const first: Known = { fiscalYear: settings?.is.fiscalYear, places: [] };
  const municipalities = readTable(municipalitySheet, worksheet(municipalitySheet), first, findings);
  const known: Known = { ...first, places: municipalities.lines.map(({ is }) => is) };
  const read = {
    settings: settings?.is,
    municipalities,
    roster: readTable(rosterSheet, worksheet(rosterSheet), known, findings),
    items: readTable(itemSheet, worksheet(itemSheet), known, findings),
    kpis: readTable(kpiSheet, worksheet(kpiSheet), known, findings),
    meetings: readTable(meetingSheet, worksheet(meetingSheet), known, findings),
    closures: readTable(closureSheet, worksheet(closureSheet), known, findings),
  };
  if (settings) judgeSettings(settings, findings);
  judgeMunicipalities(read);
  judgeRoster(read);
  judgeItems(read);
  judgeKpis(read);
  judgeMeetings(read);
  judgeClosures(read);
  noteUnknownSheets(workbook, findings);
  const content = findings.faults.length === 0 ? assemble(read) : undefined;
  return content
    ? { ok: true, content, notes: inOrder(findings.notes) }
    : { ok: false, faults: inOrder(findings.faults) };
}

const tidyName = (name: string): string => name.normalize('NFKC').replace(/\s/g, '');

function sheetNamed(workbook: Workbook, name: string): Worksheet | undefined {
  return workbook.worksheets.find((worksheet) => tidyName(worksheet.name) === name);
}

function noteUnknownSheets(workbook: Workbook, { notes }: Findings): void {
  const expected = new Set([...sheets.map((sheet) => sheet.name), ...SILENT_SHEETS]);
  for (const { name } of workbook.worksheets) {
    if (expected.has(tidyName(name))) continue;
    notes.push({ sheet: name, row: 0, column: '', problem: 'このシートは読みません', remedy: '' });
  }
}

/** In the order of the sheets, then of their rows. */
function inOrder(found: readonly Fault[]): Fault[] {
  const order = sheets.map((sheet) => sheet.name);
  return [...found].sort((a, b) => order.indexOf(a.sheet) - order.indexOf(b.sheet) || a.row - b.row);
}

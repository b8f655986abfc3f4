import type { Workbook } from 'exceljs';
import { openPackage } from '../workbook/archive.ts';
import { type Problem, problem } from '../workbook/fault.ts';
import { openBook, type Parts } from './book.ts';
import { type RawCell, readSheet } from './sheet.ts';

/** What a workbook that goes out to be filled in says of itself to whoever reads it when it comes back. */
export type Stamp = {
  /** As `TakenIn.name` says it: 工程表. */
  readonly kind: string;
  /** 団体コード */
  readonly municipality: string;
  /** Fiscal year: 2025 for 令和7年度. */
  readonly year: number;
  /** Of the catalogue, whose items and KPIs it names. */
  readonly edition: string;
  /** When it was written out, as an ISO moment. */
  readonly at: string;
  /** The Monday it asks about, where it asks about one. */
  readonly week?: string | undefined;
  /** Of what stands in it, by id: the version that was written out. */
  readonly versions: Readonly<Record<string, number>>;
};

/**
 * The sheet that holds the stamp, in plain texts. Unlike names without cells and properties of the file, a hidden sheet
 * is kept by Excel, LibreOffice and Google Sheets alike when they save; that some of them make it less hidden does no harm.
 */
export const STAMP_SHEET = '_bansou';
const VERSION = '版:';

/** Puts the stamp into a workbook, behind every other sheet. */
export function stampBook(workbook: Workbook, { versions, year, week, ...rest }: Stamp): void {
  const sheet = workbook.addWorksheet(STAMP_SHEET, { state: 'veryHidden' });
  const said: Readonly<Record<string, string>> = { ...rest, year: String(year), ...(week && { week }) };
  for (const [key, value] of Object.entries(said)) sheet.addRow([key, value]);
  for (const [id, number] of Object.entries(versions)) sheet.addRow([VERSION + id, String(number)]);
  sheet.getColumn(1).numFmt = '@';
  sheet.getColumn(2).numFmt = '@';
}

/** A workbook, and none of ours. */
export const NO_STAMP = problem(
  '伴走ボットが書き出した表ではありません',
  '伴走ボットから受け取った表に書き込んで、そのファイルを送り返してください',
);
/** The stamp of a file from outside; or why it is none of ours. Throws for nothing that is in the file. */
export async function readStamp(file: Uint8Array): Promise<{ readonly stamp: Stamp } | Problem> {
  const parts = await openPackage(file);
  if ('problem' in parts) return parts;
  const stamp = stampIn(parts);
  return stamp ? { stamp } : NO_STAMP;
}

function stampIn(parts: Parts): Stamp | undefined {
  try {
    const book = openBook(parts);
    const sheet = book.sheets.find(({ name }) => name === STAMP_SHEET);
    if (!sheet?.part) return undefined;
    const { rows } = readSheet(sheet.part, 2);
    const text = (cell: RawCell | undefined): string =>
      (cell?.type === 's' ? book.texts[Number(cell.value)] : (cell?.inline ?? cell?.value))?.trim() ?? '';
    return stampOf(new Map(rows.map(({ cells }) => [text(cells.get(1)), text(cells.get(2))])));
  } catch {
    // Whatever is wrong with it: it is not a sheet that we wrote.
    return undefined;
  }
}

function stampOf(said: ReadonlyMap<string, string>): Stamp | undefined {
  const [kind, municipality, edition, at] = ['kind', 'municipality', 'edition', 'at'].map((key) => said.get(key));
  const year = Number(said.get('year'));
  if (!kind || !municipality || !edition || !at || !Number.isInteger(year)) return undefined;
  const versions = [...said].flatMap(([key, value]) =>
    key.startsWith(VERSION) && /^\d+$/.test(value) ? [[key.slice(VERSION.length), Number(value)] as const] : [],
  );
  const week = said.get('week');
  return { kind, municipality, year, edition, at, ...(week && { week }), versions: Object.fromEntries(versions) };
}

import type { CellValue } from 'exceljs';
import { dueIn, editionOf, type Kpi } from '../../programme/catalogue.ts';
import { fiscalYearName } from '../../programme/day.ts';
import { escaped } from '../xlsx/escapes.ts';
import { tidy } from '../xlsx/number-format.ts';
import type { Sheet } from './columns.ts';
import { type Fault, problem } from './fault.ts';
import type { Grid, GridRow } from './grid.ts';
import { type JudgedWorkbook, judgedWorkbook } from './read.ts';
import { type CellSaid, plain } from './said.ts';
import type { ProgrammePeriod } from './settings.ts';
import { itemSheet, kpiSheet, municipalitySheet, settingsSheet, sheets } from './sheets.ts';
import { bodyOf, MAX_ROWS, placesOf } from './table.ts';
import { template } from './template.ts';

/** How many of the suggested KPIs are marked to be asked for each week. */
const WEEKLY = 5;

export type FilledTemplate =
  | { readonly ok: true; readonly bytes: Buffer; readonly items: number; readonly kpis: number; readonly year: string }
  | { readonly ok: false; readonly faults: readonly Fault[] };

type Row = readonly CellValue[];

/**
 * The template with what a workbook says already, and with the lines of 取組 and KPI that its 市町村 still lack: every
 * item, in the programme's year, and for municipalities without any KPI those that suit a weekly question. Only 事業 and
 * 市町村 need to be without a fault; what is written elsewhere is copied as it is seen.
 */
export async function filledTemplate(bytes: Uint8Array): Promise<FilledTemplate> {
  const judged = await judgedWorkbook(bytes);
  if ('problem' in judged) return { ok: false, faults: [{ sheet: '', row: 0, column: '', ...judged }] };
  const { period } = judged.read;
  const faults = standingInTheWay(judged);
  if (faults.length > 0 || period === undefined) return { ok: false, faults };
  const codes = judged.read.municipalities.lines.flatMap(({ is }) => (is.supported && is.code ? [is.code] : []));
  const items = codes.flatMap((code) => missingItems(judged, code, period));
  const kpis = codes.flatMap((code) => suggestedKpis(judged, code, period));
  const filling = new Map(sheets.map(({ name }) => [name, copied(name, judged.grids.get(name))]));
  for (const [{ name }, added] of [
    [itemSheet, items],
    [kpiSheet, kpis],
  ] as const) {
    const all = [...(filling.get(name) ?? []), ...added];
    if (all.length > MAX_ROWS) return { ok: false, faults: [tooMany(name, all.length)] };
    filling.set(name, all);
  }
  const year = fiscalYearName(period.fiscalYear);
  const leftOut = new Map(sheets.map((sheet) => [sheet.name, neverSaid(sheet, judged.grids.get(sheet.name))]));
  const made = await template(filling, editionOf(period), leftOut);
  return { ok: true, bytes: made, items: items.length, kpis: kpis.length, year };
}

/** Faults of the sheets that are built upon, and of whole sheets that are there and cannot be copied. */
function standingInTheWay({ findings, grids, lacks }: JudgedWorkbook): readonly Fault[] {
  const builtUpon = [settingsSheet.name, municipalitySheet.name];
  const isWhole = ({ sheet, row }: Fault) => row === 1 || (row === 0 && !grids.has(sheet) && !lacks(sheet));
  return findings.faults.filter((fault) => builtUpon.includes(fault.sheet) || isWhole(fault));
}

const tooMany = (sheet: string, rows: number): Fault => ({
  sheet,
  row: 0,
  column: '',
  ...problem(`${rows.toLocaleString('ja-JP')}行になり、多すぎます（5,000行まで）`, '市町村を分けて作ってください'),
});

function missingItems({ read }: JudgedWorkbook, code: string, { fiscalYear }: ProgrammePeriod): readonly Row[] {
  const listed = new Set(read.items.lines.flatMap(({ is }) => (is.municipality === code ? [is.item] : [])));
  const missing = editionOf({ fiscalYear }).items.filter(({ id }) => !listed.has(id));
  return missing.map(({ id }) => [code, id, fiscalYearName(fiscalYear), null]);
}

function suggestedKpis({ read }: JudgedWorkbook, code: string, period: ProgrammePeriod): readonly Row[] {
  if (read.kpis.lines.some(({ is }) => is.municipality === code)) return [];
  const suitable = editionOf(period).kpis.filter((kpi) => kpi.item !== null && kpi.weekly);
  return suitable.map((kpi, at) => [code, kpi.id, null, ...suggestion(kpi, period), at < WEEKLY ? '○' : null]);
}

function suggestion(
  { type, suggested }: Kpi,
  { fiscalYear, start, end }: ProgrammePeriod,
): readonly [target: CellValue, due: CellValue] {
  if (!suggested) return [null, null];
  const { target } = suggested;
  const due = dueIn(fiscalYear, suggested.due);
  const isInside = due >= start && due <= end;
  return [type === 'boolean' ? (target === 1 ? '有' : '無') : target, isInside ? new Date(due) : null];
}

/** Columns that hold for everybody once they are there, in a sheet that names people without them. */
function neverSaid(sheet: Sheet, grid: Grid | undefined): ReadonlySet<string> {
  if (grid === undefined || bodyOf(grid).length === 0) return new Set();
  const places = placesOf(sheet, grid);
  const lacking = Object.entries(sheet.columns).filter(
    ([key, { blank }]) => blank !== undefined && places[key] === undefined,
  );
  return new Set(lacking.map(([, { heading }]) => heading));
}

/** The rows of a sheet as they are seen; of 事業 what stands beside the names. */
function copied(name: string, grid: Grid | undefined): readonly Row[] {
  const sheet = sheets.find((each) => each.name === name);
  const columns = Object.values(sheet?.columns ?? {});
  const places = sheet && grid ? placesOf(sheet, grid) : {};
  const isSettings = name === settingsSheet.name;
  const rowOf = (row: GridRow): Row => {
    if (!isSettings)
      return Object.entries(sheet?.columns ?? {}).map(([key, { cell }]) => {
        const at = places[key];
        return at === undefined ? null : sameValue(row.said(at), cell.format);
      });
    const heading = plain(row.said(1)).replace(/\s/g, '');
    const column = columns.find((each) => each.heading === heading);
    return [heading, column ? sameValue(row.said(2), column.cell.format) : null];
  };
  const rows = (grid?.rows ?? []).filter(({ number }) => number > 1).map(rowOf);
  return rows.filter((row) => row.some((value) => value !== null));
}

/** The value that is seen the same in a cell of this format. */
function sameValue(said: CellSaid, format: string): CellValue {
  switch (said.kind) {
    case 'text':
      return escaped(said.text);
    case 'number':
      return format === 'General' && said.shown === String(tidy(said.number)) ? said.number : escaped(said.shown);
    case 'moment':
      return format === 'yyyy/m/d' && said.days >= 1 ? new Date(said.day) : plain(said);
    case 'flag':
      return said.flag;
    default:
      return said.kind === 'broken' ? said.text : null;
  }
}

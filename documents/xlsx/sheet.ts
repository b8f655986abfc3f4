import { TextGatherer } from './texts.ts';
import { type Attributes, walk } from './xml.ts';

/** A cell as the part holds it. */
export type RawCell = {
  /** What kind of value it says it holds; `n` when it says nothing. */
  readonly type: string;
  readonly style: number | undefined;
  /** Absent without `<v>`: an empty value is one. */
  readonly value: string | undefined;
  readonly inline: string | undefined;
  readonly isFormula: boolean;
};

export type RawRow = {
  readonly number: number;
  readonly isHidden: boolean;
  readonly cells: ReadonlyMap<number, RawCell>;
};

/** Cells that are one to the eye: its first cell holds what is read in all of them. */
export type Range = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };

export type RawSheet = { readonly rows: readonly RawRow[]; readonly merged: readonly Range[] };

/** A sheet of which some cells would not have been read, and the row where that began. */
export class UnreadCells extends Error {
  readonly row: number;

  constructor(row: number) {
    super('cells that would not be read');
    this.row = row;
  }
}

const MAX_ROW = 1_048_576;
const MAX_COLUMN = 16_384;
const MAX_MERGED = 10_000;

/** Where each of these may stand. One that stands elsewhere holds something that would not be read. */
const PLACES = new Map([
  ['sheetData', 'worksheet'],
  ['row', 'worksheet/sheetData'],
  ['c', 'worksheet/sheetData/row'],
  ['f', 'worksheet/sheetData/row/c'],
  ['v', 'worksheet/sheetData/row/c'],
  ['is', 'worksheet/sheetData/row/c'],
]);
const INSIDE = new Set([...PLACES.values()].slice(1));

/**
 * Reads the cells of a sheet up to a column. Every row and every cell of the part is read or the sheet is refused:
 * throws `UnreadCells` for what stands where no cell may stand, for a place that comes twice, and for what is unknown
 * inside a row or a cell; throws as `walk` does for what is no XML.
 */
export function readSheet(part: Uint8Array, columns: number): RawSheet {
  const reader = new SheetReader(columns);
  walk(part, {
    open: (name, attributes, above) => reader.open(name, attributes, above),
    text: (text, above) => reader.text(text, above),
    close: (name, above) => reader.close(name, above),
  });
  return reader.sheet();
}

type OpenCell = {
  column: number;
  type: string;
  style: number | undefined;
  value?: string;
  isFormula: boolean;
  inline?: string;
};

class SheetReader {
  readonly #columns: number;
  readonly #rows = new Map<number, RawRow>();
  readonly #merged: Range[] = [];
  readonly #inline = new TextGatherer('is');
  #row = 0;
  #cells = new Map<number, RawCell>();
  #lastColumn = 0;
  #seen = new Set<number>();
  #cell: OpenCell | undefined;
  #hasData = false;

  constructor(columns: number) {
    this.#columns = columns;
  }

  open(name: string, attributes: Attributes, above: readonly string[]): void {
    if (above.length === 0 && name !== 'worksheet') throw new UnreadCells(0);
    if (above.includes('extLst')) return;
    if (!mayStand(name, above)) throw new UnreadCells(this.#row);
    if (name === 'sheetData') this.#beginData();
    else if (name === 'row') this.#beginRow(attributes);
    else if (name === 'c') this.#beginCell(attributes);
    else if (name === 'mergeCell') this.#merge(attributes['ref'] ?? '');
    else if (PLACES.has(name)) this.#beginPart(name);
  }

  text(text: string, above: readonly string[]): void {
    const [name, around] = [above.at(-1), above.at(-2)];
    if (name === 'v' && around === 'c' && this.#cell) this.#cell.value += text;
    else if (INSIDE.has(above.join('/')) && text.trim() !== '') throw new UnreadCells(this.#row);
    else this.#inline.add(text, above);
  }

  close(name: string, above: readonly string[]): void {
    if (name === 'is' && this.#cell && above.at(-1) === 'c') this.#cell.inline = this.#inline.take();
    if (name === 'c' && above.at(-1) === 'row') this.#endCell();
  }

  sheet(): RawSheet {
    const rows = [...this.#rows.values()].sort((a, b) => a.number - b.number);
    return { rows, merged: this.#merged };
  }

  #beginData(): void {
    if (this.#hasData) throw new UnreadCells(this.#row);
    this.#hasData = true;
  }

  #beginRow({ r, hidden }: Attributes): void {
    const number = r === undefined ? this.#row + 1 : Number(r);
    if (!Number.isInteger(number) || number < 1 || number > MAX_ROW || this.#rows.has(number)) {
      throw new UnreadCells(this.#row + 1);
    }
    this.#row = number;
    this.#cells = new Map();
    this.#seen = new Set();
    this.#lastColumn = 0;
    this.#rows.set(number, { number, isHidden: hidden === '1' || hidden === 'true', cells: this.#cells });
  }

  #beginCell({ r, t = 'n', s }: Attributes): void {
    const at = r === undefined ? { row: this.#row, column: this.#lastColumn + 1 } : placeOf(r);
    if (!at || at.row !== this.#row || at.column > MAX_COLUMN || this.#seen.has(at.column)) {
      throw new UnreadCells(this.#row);
    }
    this.#lastColumn = at.column;
    this.#seen.add(at.column);
    this.#cell = { column: at.column, type: t, style: s === undefined ? undefined : Number(s), isFormula: false };
  }

  #beginPart(name: string): void {
    const cell = this.#cell;
    if (!cell || (name === 'v' && cell.value !== undefined) || (name === 'is' && cell.inline !== undefined)) {
      throw new UnreadCells(this.#row);
    }
    if (name === 'v') cell.value = '';
    if (name === 'f') cell.isFormula = true;
  }

  #endCell(): void {
    const cell = this.#cell;
    this.#cell = undefined;
    if (!cell || cell.column > this.#columns) return;
    const { column, type, style, value, inline, isFormula } = cell;
    this.#cells.set(column, { type, style, value, inline, isFormula });
  }

  #merge(reference: string): void {
    const [from, to] = reference.split(':').map(placeOf);
    if (!from || !to || this.#merged.length >= MAX_MERGED) throw new UnreadCells(0);
    this.#merged.push({ top: from.row, left: from.column, bottom: to.row, right: to.column });
  }
}

/** Inside rows and cells nothing unknown may stand, save what belongs to other vocabularies. */
function mayStand(name: string, above: readonly string[]): boolean {
  const place = above.length > 4 ? '' : above.join('/');
  const own = PLACES.get(name);
  if (own !== undefined) return own === place;
  return !INSIDE.has(place) || name === 'extLst' || name.includes(':');
}

/** B3 as row 3, column 2. */
function placeOf(reference: string): { readonly row: number; readonly column: number } | undefined {
  const [, letters, row] = /^([A-Z]{1,3})([1-9]\d{0,6})$/i.exec(reference) ?? [];
  if (letters === undefined) return undefined;
  const column = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(row), column };
}

import { type Problem, problem } from '../workbook/fault.ts';

/** The lines of a text file, each with its cells. */
export type TextTable = readonly (readonly string[])[];

/** Columns and lines of all municipalities with every indicator, and more. */
const [MOST_LINES, MOST_CELLS] = [20_000, 500_000];

/**
 * Reads a csv, or what is called so and has tabs, in the encodings in which tables are published: UTF-8, UTF-16 and
 * Shift_JIS. Quotes as RFC 4180 has them.
 */
export function textTable(bytes: Uint8Array): TextTable | Problem {
  const text = decoded(bytes);
  if (text === undefined || text.includes('\u0000'))
    return problem('文字を読み取れません', '「CSV UTF-8」かExcelブック（.xlsx）で保存し直してください');
  const [first = ''] = text.split(/\r?\n/, 1);
  const [tabs, commas] = ['\t', ','].map((sign) => first.split(sign).length) as [number, number];
  const separator = tabs > 1 && tabs >= commas ? '\t' : ',';
  const lines = linesIn(text, separator);
  if (lines === undefined) return problem('引用符「"」が閉じていません', '開いて、保存し直してください');
  const cells = lines.reduce((sum, line) => sum + line.length, 0);
  return lines.length > MOST_LINES || cells > MOST_CELLS
    ? problem('行か列が多すぎます', '市町村と指標の表だけにしてください')
    : lines;
}

function decoded(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  for (const encoding of ['utf-8', 'shift_jis']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Then it is of the next one, or of none that we know.
    }
  }
  return undefined;
}

/** One cell with what ends it: a separator, the end of a line or of the file. */
const CELL = /(?:"((?:[^"]|"")*)"|([^",\t\r\n][^\t,\r\n]*)?)(,|\t|\r\n|\n|\r|$)/y;

type Cell = { readonly text: string; readonly end: string; readonly to: number };

function cellAt(text: string, at: number): Cell | undefined {
  CELL.lastIndex = at;
  const [whole = '', quoted, bare = '', end = ''] = CELL.exec(text) ?? [];
  return whole === '' ? undefined : { text: quoted?.replaceAll('""', '"') ?? bare, end, to: CELL.lastIndex };
}

/** @returns undefined where a quote is never closed, or something stands behind it */
function linesIn(text: string, separator: string): TextTable | undefined {
  const lines: string[][] = [];
  let line: string[] = [];
  let open = '';
  let at = 0;
  while (at < text.length) {
    const cell = cellAt(text, at);
    if (!cell) return undefined;
    const { end } = cell;
    at = cell.to;
    open += cell.text;
    const isLetter = end !== separator && (end === ',' || end === '\t');
    if (isLetter) {
      // The other sign is a letter of the cell.
      open += end;
      continue;
    }
    line = [...line, open];
    open = '';
    if (end === separator) continue;
    lines.push(line);
    line = [];
  }
  return line.length > 0 || open !== '' ? [...lines, [...line, open]] : lines;
}

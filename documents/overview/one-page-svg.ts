import type { OnePage } from '../../programme/overview/one-page.ts';
import { onePageAsOf, onePageBlocks, onePageTitle, type PageBlock } from '../../programme/overview/one-page-blocks.ts';
import { type SvgPart, svgBox, svgLine, svgPicture, svgWords } from '../picture/svg.ts';

/** Pixels; the page is as wide as A4 is beside its height, and a phone shows half of them. */
const WIDTH = 760;
const MARGIN = 22;
const INNER = WIDTH - 2 * MARGIN;
const LINE = 32;
const SIZE = 22;
const SMALL = 19;
/** A phone is some 400 points wide: from a little more than it shows to what can just be read on it. */
const SCALES = [0.72, 0.6, 0.5, 0.42];
/** Teams takes no picture of more points on a side. */
const MOST_POINTS = 1024;

/** Rows of a table that a picture stays light with; a phone shows no more of them than can be read either. */
const ROWS = 4;

/**
 * 1枚 as a picture: the same blocks as the Word file in the same words, its tables without their last column and beyond
 * their first rows, which is said.
 */
export function onePageSvgs(page: OnePage): readonly string[] {
  const sheet = { parts: [] as SvgPart[], y: MARGIN };
  line(sheet, onePageTitle(page), { size: 27, bold: true });
  line(sheet, onePageAsOf(page), { size: SMALL });
  for (const block of onePageBlocks(page)) drawBlock(sheet, shortened(block));
  const height = Math.ceil(sheet.y + MARGIN);
  return SCALES.map((scale) =>
    svgPicture({ width: WIDTH, height }, sheet.parts, Math.min(scale, MOST_POINTS / height)),
  );
}

function shortened({ heading, table, lines }: PageBlock): PageBlock {
  if (!table) return { heading, lines };
  const left = table.rows.length - ROWS;
  const columns = <T>(row: readonly T[]): readonly T[] => row.slice(0, -1);
  return {
    heading,
    table: {
      head: columns(table.head),
      rows: table.rows.slice(0, ROWS).map(columns),
      shares: columns(table.shares),
    },
    lines: left > 0 ? [`この下の${left}行は、Word のファイルにあります。`] : lines,
  };
}

/** What has been drawn, and where the next line begins. */
type Sheet = { readonly parts: SvgPart[]; y: number };
type Look = { readonly size: number; readonly bold?: true };

function drawBlock(sheet: Sheet, { heading, table, lines }: PageBlock): void {
  sheet.y += 12;
  sheet.parts.push(svgBox({ x: MARGIN, y: sheet.y }, { width: INNER, height: LINE + 2 }, 'paleBlue'));
  line(sheet, heading, { size: SIZE, bold: true });
  if (table) drawTable(sheet, table);
  for (const said of lines) line(sheet, said, { size: SIZE });
}

/** A line of words, over as many as it takes. */
function line(sheet: Sheet, said: string, look: Look): void {
  for (const part of wrapped(said, look.size, INNER)) {
    const spot = { x: MARGIN + 4, y: sheet.y + LINE - 8 };
    sheet.parts.push(svgWords(part, spot, look));
    sheet.y += LINE;
  }
}

function drawTable(sheet: Sheet, { head, rows, shares }: NonNullable<PageBlock['table']>): void {
  const all = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => (share / all) * INNER);
  for (const [at, row] of [head, ...rows].entries()) {
    const cells = row.map((cell, column) => wrapped(cell, SMALL, (widths[column] ?? 0) - 14));
    const height = Math.max(...cells.map(({ length }) => length)) * (LINE - 6) + 6;
    for (const [column, parts] of cells.entries()) {
      const x = MARGIN + 4 + widths.slice(0, column).reduce((sum, width) => sum + width, 0);
      for (const [below, part] of parts.entries())
        sheet.parts.push(
          svgWords(
            part,
            { x, y: sheet.y + LINE - 10 + below * (LINE - 6) },
            { size: SMALL, colour: at === 0 ? 'grey' : 'ink' },
          ),
        );
    }
    sheet.y += height;
    const ends = [MARGIN, WIDTH - MARGIN].map((x) => ({ x, y: sheet.y }));
    sheet.parts.push(svgLine(ends, { colour: 'faint', width: 2 }));
  }
}

/** How much of a full sign one of ASCII takes. */
const ASCII = 0.62;
const FIGURE = /[\d,./%]/;
/** Signs that no line begins with. */
const NOT_FIRST = /^[、。）」・)]/u;

/** In lines that fit: a sign of ASCII takes a little more than half of another. */
function wrapped(said: string, size: number, width: number): readonly string[] {
  const lines: string[] = [];
  let current = '';
  for (const sign of said) {
    if (widthOf(current + sign) * size > width && !NOT_FIRST.test(sign)) {
      const kept = goesOn(current, sign);
      lines.push(current.slice(0, current.length - kept.length));
      current = kept.trimStart();
      if (current === '' && sign === ' ') continue;
    }
    current += sign;
  }
  return [...lines, current];
}

const widthOf = (said: string): number =>
  [...said].reduce((sum, sign) => sum + (/[\u0020-\u007e]/.test(sign) ? ASCII : 1), 0);

/** A name and its figure, between which a line does not end. */
const JOINED = /[^、（( ]*\u00a0[\d,./%]*$/;

/** A figure goes on on the next line as a whole, and with the name that it belongs to. */
function goesOn(current: string, sign: string): string {
  const [joined] = JOINED.exec(current + sign) ?? [];
  if (joined !== undefined && joined.length <= current.length) return joined.slice(0, -sign.length);
  const [figure = ''] = FIGURE.test(sign) ? (/[（(]?[\d,./%]+$/.exec(current) ?? []) : [];
  return figure.length < current.length ? figure : '';
}

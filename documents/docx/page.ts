import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, type Table, TabStopType, TextRun } from 'docx';
import { withoutTimes } from '../zip-times.ts';

/** Of every Windows and Office that opens them; named by its English name, which both take. */
const FONT = 'BIZ UDPGothic';
/** What a run needs where its style is not the one of the document. */
export const FONTS = { ascii: FONT, eastAsia: FONT, hAnsi: FONT };
/** Half points. */
const SIZE = 20;
const HEADING_SIZE = 28;
const SUBHEADING_SIZE = 22;
const PAGE_HEADING_SIZE = 26;
const FOOTER_SIZE = 16;
/** Twentieths of a point. The lines of the font itself stand too close to be read. */
const LINE = 285;
/** Half points, and twentieths of a point. */
const [CLOSE_SIZE, CLOSE_LINE] = [18, 225];
/** Twentieths of a point. */
const A4 = { width: 11906, height: 16838 };
const MARGIN = 1134;
/** What is left of the width of a page of A4, in twentieths of a point. */
export const TEXT_WIDTH = A4.width - 2 * MARGIN;

/**
 * A Word file of A4 upright. The same parts give the same bytes: the moment it is made does not stand in it.
 * @param footer what stands below every page, beside its number; without one nothing does
 */
export async function pageDocx(
  title: string,
  parts: readonly (Paragraph | Table)[],
  footer?: string,
): Promise<Uint8Array> {
  const document = new Document({
    creator: '伴走ボット',
    title,
    styles: {
      default: {
        document: { run: { font: FONTS, size: SIZE }, paragraph: { spacing: { line: LINE, lineRule: 'atLeast' } } },
      },
    },
    sections: [
      {
        properties: {
          page: { size: A4, margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN } },
        },
        ...(footer === undefined ? {} : { footers: { default: numberedFooter(footer) } }),
        children: parts,
      },
    ],
  });
  return withoutTimes(await Packer.toBuffer(document, undefined, [{ path: 'docProps/core.xml', data: coreOf(title) }]));
}

/** What a package says of itself, without when it was made. */
function coreOf(title: string): string {
  const escaped = title.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `<dc:title>${escaped}</dc:title><dc:creator>伴走ボット</dc:creator></cp:coreProperties>`,
  ].join('');
}

/** What stands below a page on the left, and 3 / 28 on the right. */
const numberedFooter = (words: string): Footer =>
  new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        children: [
          new TextRun({ text: `${words}\t`, size: FOOTER_SIZE }),
          new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: FOOTER_SIZE }),
        ],
      }),
    ],
  });

/** The name of a part that begins a page of its own. */
export const pageHeading = (text: string): Paragraph =>
  new Paragraph({
    pageBreakBefore: true,
    keepNext: true,
    spacing: { after: 160 },
    children: [new TextRun({ text, bold: true, size: PAGE_HEADING_SIZE })],
  });

/** 件名, in the middle. */
export const heading = (text: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 120, after: 240 },
    children: [new TextRun({ text, bold: true, size: HEADING_SIZE })],
  });

/** The name of a part, on the page of what it stands above. */
export const subheading = (text: string): Paragraph =>
  new Paragraph({
    keepNext: true,
    spacing: { before: 240, after: 80 },
    children: [new TextRun({ text, bold: true, size: SUBHEADING_SIZE })],
  });

/** A paragraph for each line of a text. */
export const paragraphs = (text: string): readonly Paragraph[] =>
  text.split(/\r?\n/).map((line) => new Paragraph({ spacing: { after: 60 }, children: [new TextRun({ text: line })] }));

/** A small line for each line of a text, close to each other, where much has to stand on one page. */
export const closeLines = (text: string): readonly Paragraph[] =>
  text.split(/\r?\n/).map(
    (line) =>
      new Paragraph({
        spacing: { line: CLOSE_LINE, lineRule: 'atLeast' },
        children: [new TextRun({ text: line, size: CLOSE_SIZE })],
      }),
  );

export const onTheRight = (text: string): Paragraph =>
  new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun({ text })] });

export const inTheMiddle = (text: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 160, after: 160 },
    children: [new TextRun({ text })],
  });

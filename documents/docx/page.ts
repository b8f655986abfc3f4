import { AlignmentType, Document, Packer, Paragraph, type Table, TextRun } from 'docx';

const FONT = 'Noto Sans CJK JP';
/** Half points. */
const SIZE = 20;
const HEADING_SIZE = 28;
const SUBHEADING_SIZE = 22;
/** Twentieths of a point. */
const A4 = { width: 11906, height: 16838 };
const MARGIN = 1134;
/** What is left of the width of a page of A4, in twentieths of a point. */
export const TEXT_WIDTH = A4.width - 2 * MARGIN;

/** A Word file of A4 upright. The same parts give the same pages; the moment it is made does not stand in them. */
export async function pageDocx(title: string, parts: readonly (Paragraph | Table)[]): Promise<Uint8Array> {
  const document = new Document({
    creator: '伴走ボット',
    title,
    styles: { default: { document: { run: { font: { ascii: FONT, eastAsia: FONT, hAnsi: FONT }, size: SIZE } } } },
    sections: [
      {
        properties: {
          page: { size: A4, margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN } },
        },
        children: parts,
      },
    ],
  });
  return Packer.toBuffer(document);
}

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

export const onTheRight = (text: string): Paragraph =>
  new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun({ text })] });

export const inTheMiddle = (text: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 160, after: 160 },
    children: [new TextRun({ text })],
  });

import {
  BookmarkEnd,
  BookmarkStart,
  HeadingLevel,
  LeaderType,
  PageReference,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx';
import { FONTS, TEXT_WIDTH } from './page.ts';

/** Half points. */
const [CHAPTER, PART, SMALL] = [30, 26, 16];
const GREY = '595959';

/** A chapter or a part of one, with its place in the contents. */
export type DocxChapter = { readonly at: number; readonly title: string };

const bookmark = (at: number): string => `part${at}`;

/** The heading of a chapter, on a page of its own. */
export const chapterHeading = ({ at, title }: DocxChapter): Paragraph => headingOf(at, title, CHAPTER, true);

/** The heading of a part: of one municipality in a chapter. @param onNewPage begins a page */
export const partHeading = ({ at, title }: DocxChapter, onNewPage: boolean): Paragraph =>
  headingOf(at, title, PART, onNewPage);

function headingOf(at: number, title: string, size: number, pageBreakBefore: boolean): Paragraph {
  return new Paragraph({
    heading: size === CHAPTER ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    pageBreakBefore,
    keepNext: true,
    spacing: { before: 120, after: 160 },
    children: [
      new BookmarkStart(bookmark(at), at),
      new TextRun({ text: title, bold: true, size, color: '000000', font: FONTS }),
      new BookmarkEnd(at),
    ],
  });
}

/** 目次: a line for each, with the page it is on; word processors work the pages out when they open the file. */
export const contents = (all: readonly (DocxChapter & { readonly isPart: boolean })[]): readonly Paragraph[] =>
  all.map(
    ({ at, title, isPart }) =>
      new Paragraph({
        indent: { left: isPart ? 420 : 0 },
        spacing: { after: isPart ? 0 : 40, before: isPart ? 0 : 40 },
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH, leader: LeaderType.DOT }],
        children: [new TextRun({ text: `${title}\t` }), new PageReference(bookmark(at))],
      }),
  );

/** Said below a table, small. */
export const smallPrint = (text: string): Paragraph =>
  new Paragraph({ spacing: { before: 40, after: 120 }, children: [new TextRun({ text, size: SMALL, color: GREY })] });

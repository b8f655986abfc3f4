import type { Paragraph, Table } from 'docx';
import { type Day, fullDate } from '../../programme/day.ts';
import {
  isReportFigure,
  type NumberedFigure,
  numberedFigures,
  type ReportBlock,
  type ReportCell,
  type ReportPart,
} from '../../programme/final-report/figure.ts';
import { ANNEX, COVER, chapterTitles } from '../../programme/final-report/final-section.ts';
import { chapterHeading, contents, partHeading, smallPrint } from '../docx/chapters.ts';
import { heading, onTheRight, pageDocx, pageHeading, paragraphs, subheading } from '../docx/page.ts';
import { fieldTable, listTable, UNWRITTEN } from '../docx/table.ts';

/** What 業務報告書 (FM-21) and its annex are filled with. */
export type FinalSheet = {
  readonly title: string;
  /** 第2版・承認 … */
  readonly standing: string;
  readonly until: Day;
  readonly parts: readonly ReportPart[];
  /** What people wrote, by the key of its place. */
  readonly texts: Readonly<Record<string, string>>;
  /** What kinds of records are called, by their names. */
  calledOf(kind: string): string;
};

/** What stands where the records have nothing for a table. */
const NOTHING = '該当なし';
/** The chapter whose tables have to be small: a few pages for each municipality. */
const OF_TOWNS = 4;
/** A table of more rows than these is small wherever it stands. */
const LONG = 6;

type Numbers = ReadonlyMap<string, NumberedFigure>;

/** 業務報告書 as a Word file: the ten chapters in their order, each figure with its record number. */
export async function finalReportDocx(sheet: FinalSheet): Promise<Uint8Array> {
  const { title, parts } = sheet;
  const shown = parts.filter(({ chapter }) => chapter !== ANNEX);
  const numbers = numberedFigures(shown);
  const entries = entriesOf(shown);
  const body = entries.flatMap((entry) => [
    entry.isPart ? partHeading(entry, entry.isAfterPart) : chapterHeading(entry),
    ...(entry.part?.blocks ?? []).flatMap((block) => blockNodes(block, numbers, sheet.texts, lookOf(entry.part))),
  ]);
  return pageDocx(title, [...cover(sheet), ...contents(entries), ...body], title);
}

function cover({ title, parts, standing, until }: FinalSheet): (Paragraph | Table)[] {
  const first = parts.find(({ chapter }) => chapter === COVER);
  const known = first?.blocks.flatMap(({ facts = [] }) => facts) ?? [];
  return [
    ...paragraphs(`${first?.title ?? ''}　御中`),
    onTheRight(fullDate(until)),
    onTheRight('受託者（PM）'),
    heading(title),
    fieldTable([
      ...known.map(({ label, cell }) => [label, isReportFigure(cell) ? cell.text : cell] as const),
      ['状態', standing],
      ['記録の時点', `${fullDate(until)}まで`],
      ['数字の根拠', '〔章-番号〕は、別添.xlsx の「根拠」の番号です。'],
    ]),
    pageHeading('目次'),
  ];
}

type Entry = {
  readonly at: number;
  readonly title: string;
  readonly isPart: boolean;
  /** Whether another part stands before it, whose page it does not share. */
  readonly isAfterPart: boolean;
  readonly part: ReportPart | undefined;
};

/** Each chapter, and below it its parts where it has several. */
function entriesOf(parts: readonly ReportPart[]): readonly Entry[] {
  const entries = chapterTitles.flatMap((called, index): Omit<Entry, 'at'>[] => {
    const own = parts.filter(({ chapter }) => chapter === index + 1);
    const title = `${index + 1}　${called}`;
    const whole = own.find(({ municipality }) => municipality === undefined);
    const towns = own.filter(({ municipality }) => municipality !== undefined);
    return [
      { title, isPart: false, isAfterPart: false, part: whole },
      ...towns.map((part, at) => ({ title: part.title, isPart: true, isAfterPart: at > 0, part })),
    ];
  });
  return entries.map((entry, at) => ({ ...entry, at: at + 1 }));
}

type Look = NonNullable<Parameters<typeof listTable>[3]>;

const lookOf = (part: ReportPart | undefined): Look => (part?.chapter === OF_TOWNS ? 'small' : 'plain');

function blockNodes(
  block: ReportBlock,
  numbers: Numbers,
  texts: FinalSheet['texts'],
  look: Look,
): readonly (Paragraph | Table)[] {
  const { heading: called, text, note } = block;
  const said = text ? writtenNodes(texts[text.key] ?? text.drafted) : figureNodes(block, numbers, look);
  return [...(called ? [subheading(called)] : []), ...said, ...(note ? [smallPrint(note)] : [])];
}

const writtenNodes = (said: string): readonly Paragraph[] => paragraphs(said === '' ? UNWRITTEN : said);

function figureNodes({ facts = [], table }: ReportBlock, numbers: Numbers, look: Look): readonly (Paragraph | Table)[] {
  const rows = (table?.rows ?? []).map(({ cells }) => cells.map((cell) => wordsOf(cell, numbers)));
  if (facts.length + rows.length === 0) return paragraphs(NOTHING);
  return [
    ...(facts.length > 0 ? [fieldTable(facts.map(({ label, cell }) => [label, wordsOf(cell, numbers)]))] : []),
    // Two tables that touch are one to a word processor.
    ...(facts.length > 0 && rows.length > 0 ? [smallPrint('')] : []),
    ...(table && rows.length > 0
      ? [listTable(table.head, rows, table.shares, rows.length > LONG ? 'small' : look)]
      : []),
  ];
}

function wordsOf(cell: ReportCell, numbers: Numbers): string {
  if (!isReportFigure(cell)) return cell;
  const known = numbers.get(cell.key);
  return known ? `${known.text}〔${known.number}〕` : cell.text;
}

import { z } from 'zod';
import { Day } from '../day.ts';

/** A record that a figure comes from: the name of its kind and its id, the version that was counted, and the day it is of. */
const FigureRecord = z.object({
  kind: z.string(),
  id: z.string(),
  /** 団体コード, where records of several municipalities have the same id. */
  municipality: z.string().optional(),
  version: z.number().int().optional(),
  day: Day.optional(),
});
export type FigureRecord = z.infer<typeof FigureRecord>;

/** A figure of 業務報告書, with where it comes from: records, or other figures it is worked out from. */
const Figure = z.object({
  /** What it is known by among the figures of one report. */
  key: z.string(),
  /** 小海町 訪問の回数 */
  what: z.string(),
  /** As it stands in the report: 12回. */
  text: z.string(),
  /** As a program compares it; absent for a grade or a word. */
  value: z.number().optional(),
  /** How it is counted, where the records alone do not say it. */
  rule: z.string().optional(),
  records: z.array(FigureRecord).optional(),
  /** Keys of the figures it is worked out from. */
  of: z.array(z.string()).optional(),
});
export type Figure = z.infer<typeof Figure>;

/** A cell: words as they are, or a figure, which is drawn with its number. */
const ReportCell = z.union([z.string(), Figure]);
export type ReportCell = z.infer<typeof ReportCell>;

const ReportRow = z.object({
  /** 団体コード, where it is of one municipality. */
  municipality: z.string().optional(),
  /** What the whole row is of, by which the annex leads back to it. */
  record: FigureRecord.optional(),
  cells: z.array(ReportCell),
});
export type ReportRow = z.infer<typeof ReportRow>;

/** A table or a text under a heading; an empty table says that there is nothing. */
const ReportBlock = z.object({
  heading: z.string().optional(),
  /** Where what people wrote to a section stands; `drafted` is what the records say as long as nobody has written. */
  text: z.object({ key: z.string(), drafted: z.string() }).optional(),
  facts: z.array(z.object({ label: z.string(), cell: ReportCell })).optional(),
  table: z.object({ head: z.array(z.string()), shares: z.array(z.number()), rows: z.array(ReportRow) }).optional(),
  /** Said below, small. */
  note: z.string().optional(),
});
export type ReportBlock = z.infer<typeof ReportBlock>;

/** A part of a chapter: of the programme, or of one municipality. */
export const ReportPart = z.object({
  /** 1 to 10. */
  chapter: z.number().int(),
  /** 団体コード, of chapter 4. */
  municipality: z.string().optional(),
  title: z.string(),
  blocks: z.array(ReportBlock),
});
export type ReportPart = z.infer<typeof ReportPart>;

/** 4-012 */
export type NumberedFigure = Figure & { readonly number: string };

const DIGITS = 3;

export const isReportFigure = (cell: ReportCell): cell is Figure => typeof cell !== 'string';

/** Every figure of a part, in the order in which it is read. */
const figuresIn = ({ blocks }: Pick<ReportPart, 'blocks'>): readonly Figure[] =>
  blocks.flatMap(({ facts = [], table }) => [
    ...facts.map(({ cell }) => cell).filter(isReportFigure),
    ...(table?.rows ?? []).flatMap(({ cells }) => cells.filter(isReportFigure)),
  ]);

/** Each figure with its record number, counted through its chapter; a figure that comes twice keeps the first. */
export function numberedFigures(parts: readonly ReportPart[]): ReadonlyMap<string, NumberedFigure> {
  const found = new Map<string, NumberedFigure>();
  const counts = new Map<number, number>();
  for (const part of parts)
    for (const figure of figuresIn(part)) {
      if (found.has(figure.key)) continue;
      const count = (counts.get(part.chapter) ?? 0) + 1;
      counts.set(part.chapter, count);
      found.set(figure.key, { ...figure, number: `${part.chapter}-${String(count).padStart(DIGITS, '0')}` });
    }
  return found;
}

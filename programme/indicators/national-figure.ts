import { z } from 'zod';
import { Day } from '../day.ts';
import type { IndicatorAnswer } from '../national-indicator.ts';
import { Provenance } from '../provenance.ts';

/** What a table said: a value in percent, or 1 and 0 for 実施 and 未実施, or the sign for what is not published. */
export const FigureReading = z
  .object({
    value: z.number().optional(),
    /** 分子 and 分母, where the table has them. */
    numerator: z.number().optional(),
    denominator: z.number().optional(),
    /** As it stood in the table: …, x or nothing at all. */
    unpublished: z.string().optional(),
  })
  .refine(({ value, unpublished }) => (value === undefined) !== (unpublished === undefined), {
    message: 'there is a value, or it is not published',
  });
export type FigureReading = z.infer<typeof FigureReading>;

const FigureVersion = Provenance.extend({
  reading: FigureReading,
  /** The file in which it stood; which edition of the source it was. */
  edition: z.string(),
  /** Who sat at the terminal, where they said so. */
  importedBy: z.string().optional(),
});
export type FigureVersion = z.infer<typeof FigureVersion>;

/** What is published of a municipality in one indicator, as of one survey. Never a reported value, and in no sum with one. */
export const NationalFigure = z.object({
  municipality: z.string(),
  indicator: z.string(),
  /** 調査時点 */
  surveyedOn: Day,
  /** Oldest first; the last one counts. */
  versions: z.array(FigureVersion).min(1),
});
export type NationalFigure = z.infer<typeof NationalFigure>;

export type FigureOf = Pick<NationalFigure, 'municipality' | 'indicator' | 'surveyedOn'>;

export const nationalFigureId = ({ indicator, surveyedOn }: Omit<FigureOf, 'municipality'>): string =>
  `national-${indicator}-${surveyedOn}`;
/** For `Collection.list`: all of a municipality. */
export const NATIONAL_FIGURES = { from: 'national-', below: 'national.' } as const;

/** The version that counts. */
export function newestOf({ versions }: Pick<NationalFigure, 'versions'>): FigureVersion {
  const newest = versions.at(-1);
  if (!newest) throw new Error('a figure without a version');
  return newest;
}

export const sameReading = (a: FigureReading, b: FigureReading): boolean =>
  a.value === b.value &&
  a.numerator === b.numerator &&
  a.denominator === b.denominator &&
  a.unpublished === b.unpublished;

/** The figure with one more version; what says the same as the last one adds none. */
export function withFigureVersion(
  of: FigureOf,
  now: NationalFigure | undefined,
  version: FigureVersion,
): NationalFigure {
  if (now && sameReading(newestOf(now).reading, version.reading)) return now;
  return { ...of, versions: [...(now?.versions ?? []), version] };
}

/** Of each indicator the one of its latest survey. */
export function latestFigures(all: readonly NationalFigure[]): ReadonlyMap<string, NationalFigure> {
  return new Map(
    all.toSorted((a, b) => a.surveyedOn.localeCompare(b.surveyedOn)).map((figure) => [figure.indicator, figure]),
  );
}

/** 実施, 62.5%（15/24）, 公表されていません（表では「…」） */
export function figureText(answer: IndicatorAnswer, reading: FigureReading): string {
  const { value, numerator, denominator, unpublished } = reading;
  if (value === undefined) return `公表されていません（表では${unpublished === '' ? '空欄' : `「${unpublished}」`}）`;
  if (answer === 'yesNo') return value === 1 ? '実施' : '未実施';
  const parts = numerator === undefined || denominator === undefined ? '' : `（${numerator}/${denominator}）`;
  return `${value}%${parts}`;
}

import { z } from 'zod';
import { dayOf } from '../day.ts';
import { defineKind, inMunicipality, ofYearOfDay, wholly } from '../kind.ts';
import { Provenance } from '../provenance.ts';
import { exportSheetOfParts, momentCell } from '../sheet.ts';

/** 満足度, from 1 to 5. */
const Score = z.number().int().min(1).max(5);

/** 継続希望 (様式 FM-17). */
export const ContinueWish = z.enum(['continue', 'conditional', 'replace']);
export type ContinueWish = z.infer<typeof ContinueWish>;

export const wishNames: Readonly<Record<ContinueWish, string>> = {
  continue: '継続を希望',
  conditional: '条件つきで継続を希望',
  replace: '交代を希望',
};

const RatingVersion = Provenance.extend({
  score: Score,
  wish: ContinueWish.optional(),
  /** 自由記述 */
  note: z.string().optional(),
  undone: Provenance.optional(),
});
export type RatingVersion = z.infer<typeof RatingVersion>;

/** 満足度 of one visit, as its municipality says it. It is of the visit and not of the person who came. */
export const Rating = z.object({
  /** The record of the visit. */
  visit: z.string(),
  municipality: z.string(),
  expert: z.string(),
  versions: z.array(RatingVersion).min(1),
});
export type Rating = z.infer<typeof Rating>;

export const ratingId = (visit: string): string => `rating-${visit}`;
/** For `Collection.list`: every rating of a municipality. */
export const RATINGS = { from: 'rating-', below: 'rating.' } as const;

/** The version that counts; undefined where it was taken back. */
export function currentRating({ versions }: Pick<Rating, 'versions'>): RatingVersion | undefined {
  return versions.findLast(({ undone }) => undone === undefined);
}

/** Adds what is said now to what was said before. The same again, or a replay, changes nothing. */
export function withRating(
  known: Rating | undefined,
  of: Pick<Rating, 'visit' | 'municipality' | 'expert'>,
  said: Pick<RatingVersion, 'score' | 'wish' | 'note'>,
  from: Provenance,
): Rating {
  const versions = known?.versions ?? [];
  const current = known && currentRating(known);
  const { score, wish, note } = said;
  const isSame = current?.score === score && current.wish === wish && current.note === note;
  if (known && (isSame || versions.some(({ ask }) => ask === from.ask))) return known;
  const version = { ...from, score, ...(wish ? { wish } : {}), ...(note ? { note } : {}) };
  const { visit, municipality, expert } = of;
  return { ...(known ?? { visit, municipality, expert }), versions: [...versions, version] };
}

export const ratings = defineKind({
  name: 'ratings',
  called: '満足度',
  container: 'state',
  schema: Rating,
  ...inMunicipality,
  id: ({ visit }) => ratingId(visit),
  belongsTo: (rating, { code }) => wholly(rating, rating.municipality === code),
  ofYear: ofYearOfDay(({ versions }) => dayOf(new Date(versions[0]?.at ?? ''))),
  keptFor: { years: 'records', isOver: ({ versions }, { isOld }) => versions.every(({ at }) => isOld(at)) },
  exported: {
    as: 'sheets',
    sheets: [
      exportSheetOfParts(
        '満足度',
        'support',
        (rating: Rating) => {
          const current = currentRating(rating);
          return rating.versions.map((version) => ({ rating, version, isCurrent: version === current }));
        },
        {
          記録番号: ({ rating }) => rating.visit,
          市町村名: ({ rating }, { townName }) => townName(rating.municipality),
          有効: ({ isCurrent }) => (isCurrent ? '○' : ''),
          総合満足度: ({ version }) => version.score,
          継続希望: ({ version }) => version.wish && wishNames[version.wish],
          自由記述: ({ version }) => version.note,
          日時: ({ version }) => momentCell(version.at),
          回答者: ({ version }, { nameOf }) => nameOf(version.by),
          取消日時: ({ version }) => momentCell(version.undone?.at),
        },
      ),
    ],
  },
  takenBack: { never: 'it is said again, and what was said before stays on record' },
  audited: true,
  ofTheChat: [],
});

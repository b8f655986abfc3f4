import { currentRating, type Rating } from './rating.ts';

/** Answers that a mean is made of at least, and whole times as many: it moves by so many, and never by a single one. */
const ANSWERS = 5;
/** Municipalities whose answers must be in it. */
const MUNICIPALITIES = 2;

export type OwnMean = { readonly mean: number; readonly answers: number };

/**
 * 満足度 of all visits of one expert as that expert may see it: undefined where a mean would say what a municipality has
 * answered. Answers are taken by the moment they were last given.
 */
export function ownMean(ratings: readonly Pick<Rating, 'municipality' | 'versions'>[]): OwnMean | undefined {
  const said = ratings
    .flatMap(({ municipality, versions }) => {
      const current = currentRating({ versions });
      return current ? [{ municipality, score: current.score, at: current.at }] : [];
    })
    .toSorted((a, b) => a.at.localeCompare(b.at));
  const counted = said.slice(0, said.length - (said.length % ANSWERS));
  if (counted.length < ANSWERS || new Set(counted.map(({ municipality }) => municipality)).size < MUNICIPALITIES)
    return undefined;
  const sum = counted.reduce((total, { score }) => total + score, 0);
  return { mean: Math.round((sum / counted.length) * 10) / 10, answers: counted.length };
}

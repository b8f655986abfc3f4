import { FIT_ANSWERS, type FitAnswer } from '../../../programme/visits/fit-answer.ts';
import { municipal, type Store } from '../../../storage/collections.ts';

/** 気になる of either side, the newest first: for the secretariat in 1:1, and for nobody else. */
export async function worriedAnswers(
  { store }: { readonly store: Store },
  codes: readonly string[],
): Promise<readonly FitAnswer[]> {
  const found = await Promise.all(codes.map((code) => store.fitAnswers.list(municipal(code), FIT_ANSWERS)));
  return found
    .flat()
    .map(({ value }) => value)
    .filter(({ fit }) => fit === 'worried')
    .toSorted((a, b) => b.at.localeCompare(a.at));
}

import { currentRating, type RatingVersion, ratingId } from '../../../programme/visits/rating.ts';
import type { VisitRecord } from '../../../programme/visits/visit-record.ts';
import { municipal, type Store } from '../../../storage/collections.ts';

/** 満足度 of a visit as it stands: for its municipality itself, and for the secretariat in 1:1; never for anybody else. */
export async function ratingOf(
  { store }: { readonly store: Store },
  { municipality, id }: Pick<VisitRecord, 'municipality' | 'id'>,
): Promise<RatingVersion | undefined> {
  const rating = (await store.ratings.get(municipal(municipality), ratingId(id)))?.value;
  return rating && currentRating(rating);
}

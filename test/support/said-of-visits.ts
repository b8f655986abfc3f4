import type { Day } from '../../programme/day.ts';
import { instantOf } from '../../programme/day.ts';
import type { Provenance } from '../../programme/provenance.ts';
import { type Rating, withRating } from '../../programme/visits/rating.ts';
import { type VisitRecord, visitRecordId, withVisitVersion } from '../../programme/visits/visit-record.ts';

export type Pair = { readonly municipality: string; readonly expert: string; readonly officer: string };
type SaidOfVisit = Pick<Rating['versions'][number], 'score' | 'wish'>;

/** A visit of a day with its record, and what the municipality said of it at noon of the day after. */
export function visitOf(
  { municipality, expert, officer }: Pair,
  day: Day,
  said: SaidOfVisit,
  saidOn = day,
): { readonly record: VisitRecord; readonly rating: Rating } {
  const meeting = `meeting-${day.replaceAll('-', '')}T0430Z-${municipality}`;
  const from = (by: string, at: string): Provenance => ({ by, at, via: 'teams', ask: `said-${municipality}-${at}` });
  const content = {
    ...{ day, start: '13:30', end: '16:00', mode: 'in-person' as const, items: ['S1-2'] },
    text: '全体方針の骨子を一緒に見直した',
  };
  const wrote = from(expert, instantOf(day, '17:00').toISOString());
  const record = withVisitVersion(undefined, { meeting, municipality, expert }, { content }, wrote);
  const of = { visit: visitRecordId(meeting), municipality, expert };
  const rated = from(officer, instantOf(saidOn, '18:00').toISOString());
  return { record, rating: withRating(undefined, of, said, rated) };
}

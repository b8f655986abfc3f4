import type { MunicipalSupport } from '../support/support-overview.ts';
import { withRating } from '../visits/rating.ts';
import { mayTellSatisfaction } from './monthly-quality.ts';

const at = (day: string, ask: string) => ({ by: 'x', at: `${day}T00:00:00.000Z`, via: 'teams', ask });
const TOLD = '2026-10-24T00:00:00.000Z';

/** A municipality that answered on these days, each time of another visit. */
const answered = (code: string, ...days: readonly string[]): MunicipalSupport => ({
  municipality: { code, name: code, area: '', supported: true },
  ...{ visits: [], assignments: [], isListed: false, unrecorded: [] },
  ratings: days.map((day, visit) =>
    withRating(undefined, { visit: `${code}-${visit}`, municipality: code, expert: 'e' }, { score: 4 }, at(day, day)),
  ),
});

describe('満足度 beside what a report before has told', () => {
  it('may be told where none was told, and where nothing was said since', () => {
    expect(mayTellSatisfaction([answered('a', '2026-11-05')], undefined)).toBe(true);
    expect(mayTellSatisfaction([answered('a', '2026-10-05'), answered('b', '2026-10-06')], TOLD)).toBe(true);
  });

  it.each([
    [1, false],
    [2, false],
    [3, true],
  ])('is told where %d municipalities have answered since: %s', (towns, told) => {
    const all = ['a', 'b', 'c', 'd'].map((code, place) =>
      place < towns ? answered(code, '2026-10-05', '2026-11-05', '2026-11-06') : answered(code, '2026-10-05'),
    );
    expect(mayTellSatisfaction(all, TOLD)).toBe(told);
  });

  it('what one of them said anew, or took back, tells as much', () => {
    const [one] = answered('a', '2026-10-05').ratings;
    if (!one) throw new Error('nobody answered');
    const anew = withRating(one, one, { score: 1 }, at('2026-11-01', 'anew'));
    const back = { ...one, versions: one.versions.map((said) => ({ ...said, undone: at('2026-11-01', 'back') })) };
    for (const rating of [anew, back])
      expect(mayTellSatisfaction([{ ...answered('a'), ratings: [rating] }], TOLD)).toBe(false);
  });
});

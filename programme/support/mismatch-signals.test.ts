import fc from 'fast-check';
import type { Provenance } from '../provenance.ts';
import type { Rating } from '../visits/rating.ts';
import { raisedByRatings } from './mismatch-signals.ts';

const TOWN = '203033';
type Said = {
  readonly score: number;
  readonly wish?: 'continue' | 'replace';
  readonly at?: string;
  readonly undone?: true;
};

const from = (at: string): Provenance => ({ by: 'member-a', at, via: 'teams', ask: `ask-${at}` });
const visitId = (day: string) => `visit-meeting-${day.replaceAll('-', '')}T0430Z-abc`;

/** The visit of a day, and what was said of it one after the other. */
const rated = (day: string, ...said: readonly Said[]): Rating => ({
  ...{ visit: visitId(day), municipality: TOWN, expert: 'member-x' },
  versions: said.map(({ score, wish, at = `${day}T12:00:00.000Z`, undone }) => ({
    ...from(at),
    score,
    ...(wish ? { wish } : {}),
    ...(undone ? { undone: from(at) } : {}),
  })) as Rating['versions'],
});

const always = () => true;
const raised = (...ratings: readonly Rating[]) => raisedByRatings(ratings, [], always);

describe('a case follows from ratings', () => {
  it('opens at the second low one in a row, on the day it was said', () => {
    const all = raised(rated('2026-10-01', { score: 3 }), rated('2026-10-20', { score: 2 }));
    expect(all).toEqual([
      {
        ...{ id: `mismatch-${TOWN}-member-x-${visitId('2026-10-20')}`, municipality: TOWN, expert: 'member-x' },
        ...{ raisedAt: '2026-10-20T12:00:00.000Z', reportedOn: '2026-10-20', because: 'low-twice' },
      },
    ]);
  });

  it.each([
    ['one low', [rated('2026-10-01', { score: 1 })]],
    [
      'not in a row',
      [rated('2026-10-01', { score: 3 }), rated('2026-10-08', { score: 4 }), rated('2026-10-15', { score: 3 })],
    ],
    ['taken back', [rated('2026-10-01', { score: 3 }), rated('2026-10-08', { score: 2, undone: true })]],
    ['4 is not low', [rated('2026-10-01', { score: 4 }), rated('2026-10-08', { score: 4 })]],
  ])('does not open: %s', (_why, ratings) => {
    expect(raised(...ratings)).toEqual([]);
  });

  it('opens where a replacement is wished for, whatever the score', () => {
    expect(raised(rated('2026-10-01', { score: 5, wish: 'replace' }))).toMatchObject([{ because: 'replace' }]);
  });

  it('takes visits in the order in which they were, not in which they were rated', () => {
    const late = rated('2026-10-01', { score: 2, at: '2026-10-25T12:00:00.000Z' });
    const [only] = raised(rated('2026-10-08', { score: 3 }), late);
    expect(only).toMatchObject({ reportedOn: '2026-10-25', id: expect.stringContaining('20261008') });
  });

  it('keeps 申出日 where the same is said again in other words', () => {
    const again = rated('2026-10-08', { score: 3 }, { score: 1, at: '2026-11-20T12:00:00.000Z' });
    expect(raised(rated('2026-10-01', { score: 3 }), again)).toMatchObject([{ reportedOn: '2026-10-08' }]);
  });

  it('opens no second one while the first is open, and another one after it', () => {
    const ratings = ['2026-10-01', '2026-10-08', '2026-10-15'].map((day) => rated(day, { score: 2 }));
    expect(raised(...ratings)).toHaveLength(1);
    const closedAtOnce = raisedByRatings(ratings, [], () => false);
    expect(closedAtOnce.map(({ reportedOn }) => reportedOn)).toEqual(['2026-10-08', '2026-10-15']);
  });

  it('is the same whatever order ratings are read in, and no pair is counted for another', () => {
    const score = fc.integer({ min: 1, max: 5 });
    const pair = fc.constantFrom('member-x', 'member-y');
    const visits = fc.array(fc.record({ score, pair, replace: fc.boolean() }), { maxLength: 8 });
    fc.assert(
      fc.property(visits, fc.nat(), (all, turn) => {
        const ratings = all.map(({ score: of, pair: expert, replace }, at) => ({
          ...rated(`2026-10-0${at + 1}`, { score: of, wish: replace && of === 1 ? 'replace' : 'continue' }),
          expert,
        }));
        const by = turn % (ratings.length + 1);
        const turned = [...ratings.slice(by), ...ratings.slice(0, by)];
        const ids = (of: readonly Rating[]) =>
          raised(...of)
            .map(({ id }) => id)
            .toSorted();
        expect(ids(turned)).toEqual(ids(ratings));
        const apart = ['member-x', 'member-y'].flatMap((expert) => ids(ratings.filter((one) => one.expert === expert)));
        expect(apart.toSorted()).toEqual(ids(ratings));
      }),
      { numRuns: 300 },
    );
  });
});

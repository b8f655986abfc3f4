import { blankInitiative } from './edited-initiative.ts';
import type { Initiative } from './initiative.ts';
import { everAtPlace } from './place-over-time.ts';

const from = (at: string) => ({ by: 'm', via: 'teams', ask: at, at: `2026-11-${at}T00:00:00.000Z` });
const one = (id: string, item: string, at: string, rest: Partial<Initiative> = {}): Initiative => ({
  ...{ id, municipality: '203033', year: 2027 },
  versions: [{ ...from(at), number: 1, content: { ...blankInitiative, name: id, item } }],
  ...rest,
});
const idsAt = (place: number, all: readonly Initiative[]) => everAtPlace(place, all, 2027).map(({ id }) => id);

it('a place that has always stood for one is plain', () => {
  const all = [one('a', 'S3-1', '01'), one('b', 'S3-2', '02')];
  expect(idsAt(1, all)).toEqual(['a']);
  expect(idsAt(2, all)).toEqual(['b']);
  expect(idsAt(3, all)).toEqual([]);
});

it('one that was taken off, or put before it, moves the others', () => {
  const removed = { reason: '', ...from('03') };
  expect(idsAt(1, [one('a', 'S3-1', '01', { removed }), one('b', 'S3-2', '02')])).toEqual(['b', 'a']);
  expect(idsAt(1, [one('b', 'S3-2', '01'), one('a', 'S3-1', '02')])).toEqual(['a', 'b']);
});

it('so does one that was off and is back', () => {
  const removedBefore = [{ ...from('03'), back: from('04') }];
  expect(idsAt(1, [one('a', 'S3-1', '01', { removedBefore }), one('b', 'S3-2', '02')])).toEqual(['a', 'b']);
});

it('and one that was moved to another item', () => {
  const b = one('b', 'S3-2', '02');
  const moved = {
    ...b,
    versions: [...b.versions, { ...from('05'), number: 2, content: { ...blankInitiative, name: 'b', item: 'S3-1' } }],
  };
  const a = one('a', 'S3-1', '03');
  expect(idsAt(1, [a, moved])).toEqual(['b', 'a']);
});

import { type ItemRecord, withItemReport } from '../progress/item-record.ts';
import { progressOf } from '../progress/step-standing.ts';
import type { Provenance } from '../provenance.ts';
import { toldSince } from './told-by-experts.ts';

const programme = { checkIn: { weekday: 1, time: '09:00' } } as const;
const WEEK = '2026-11-23';
const from = (by: string, at: string): Provenance => ({
  by,
  at: new Date(`${at}+09:00`).toISOString(),
  via: 'teams',
  ask: at,
});
const item = (id: string, ...versions: readonly (readonly [stage: string, by: string, at: string])[]): ItemRecord => {
  const none: ItemRecord = { municipality: '203033', fiscalYear: 2026, item: id, year: 'this', versions: [] };
  return versions.reduce((record, [stage, by, at]) => withItemReport(record, { stage }, from(by, at)), none);
};
const told = (...items: readonly ItemRecord[]) =>
  toldSince(progressOf(items, []), WEEK, programme, (id) => id === 'officer');

describe('what is told to the people of a municipality', () => {
  it('is what others have reported since the card of the week before', () => {
    const before = item('S1-2', ['decided', 'expert', '2026-11-16T08:59']);
    const after = item('S1-3', ['decided', 'expert', '2026-11-16T09:01']);
    expect(told(before, after)).toEqual([{ by: 'expert', what: 'S1-3', said: '決定・導入済', on: '2026-11-16' }]);
  });

  it('is not what they said themselves, replaced, or what was taken back', () => {
    const own = item('S1-3', ['inProgress', 'expert', '2026-11-17T09:00'], ['decided', 'officer', '2026-11-18T09:00']);
    const made = item('S1-2', ['decided', 'expert', '2026-11-17T09:00']);
    const versions = made.versions.map((version) => ({ ...version, undone: from('expert', '2026-11-17T10:00') }));
    expect(told(own, { ...made, versions })).toEqual([]);
  });

  it('begins with the latest', () => {
    const first = item('S1-2', ['decided', 'expert', '2026-11-17T09:00']);
    const second = item('S1-3', ['inProgress', 'office', '2026-11-19T09:00']);
    expect(told(first, second).map(({ what, by }) => [what, by])).toEqual([
      ['S1-3', 'office'],
      ['S1-2', 'expert'],
    ]);
  });
});

import { type ItemRecord, withItemReport } from '../progress/item-record.ts';
import { progressOf } from '../progress/step-standing.ts';
import type { Provenance } from '../provenance.ts';
import type { VisitRecord } from '../visits/visit-record.ts';
import type { VisitMeeting } from '../visits/visit-slot.ts';
import { chargeOf } from './charge.ts';

const town = { code: '203033', name: '小海町', area: '佐久', supported: true };
const now = new Date('2026-11-24T10:00:00+09:00');
const from = (at: string): Provenance => ({
  by: 'a',
  at: new Date(`${at}+09:00`).toISOString(),
  via: 'teams',
  ask: at,
});
const none: ItemRecord = {
  ...{ municipality: town.code, fiscalYear: 2026, item: 'S1-3', year: 'this', versions: [] },
  due: '2026-11-20',
};
const reported = (stage: string, at: string) => withItemReport(none, { stage }, from(at));
const visit = (day: string, expert = 'me'): VisitMeeting => ({
  ...{ id: `meeting-${day}-${expert}`, title: '訪問支援', kind: 'visit', day, start: '13:30', end: '16:00', place: '' },
  ...{ audience: [town.code], visit: { expert, mode: 'in-person' } },
});
const recordOf = ({ id, day, visit: { expert } }: VisitMeeting): VisitRecord => ({
  ...{ id: `visit-${id}`, meeting: id, municipality: town.code, expert },
  versions: [
    {
      ...from(`${day}T17:00`),
      number: 1,
      content: { day, start: '13:30', end: '16:00', mode: 'in-person', items: ['S1-3'], text: '見直した' },
    },
  ],
});
const charge = (item: ItemRecord, visits: readonly VisitRecord[], meetings: readonly VisitMeeting[] = []) =>
  chargeOf({ municipality: town, records: progressOf([item], []), actions: [], requests: [], visits }, meetings, {
    expert: 'me',
    now,
  });

describe('a municipality that somebody serves', () => {
  it('has changed by what was reported after the day of the own last visit', () => {
    const visits = [recordOf(visit('2026-11-10'))];
    expect(charge(reported('considering', '2026-11-10T18:00'), visits)).toMatchObject({
      since: '2026-11-10',
      moves: [],
    });
    expect(charge(reported('considering', '2026-11-11T09:00'), visits).moves).toHaveLength(1);
  });

  it('has not changed since the visit of somebody else', () => {
    const { since, moves } = charge(reported('considering', '2026-11-11T09:00'), [
      recordOf(visit('2026-11-10', 'you')),
    ]);
    expect([since, moves]).toEqual([undefined, []]);
  });

  it('has own visits without a record, and the next one', () => {
    const all = [visit('2026-11-10'), visit('2026-11-17'), visit('2026-11-18', 'you'), visit('2026-12-01')];
    const { unrecorded, next } = charge(none, all.slice(0, 1).map(recordOf), all);
    expect([unrecorded.map(({ day }) => day), next?.day]).toEqual([['2026-11-17'], '2026-12-01']);
  });

  it('has items whose date has passed, until they are settled', () => {
    expect(charge(none, []).overdue).toEqual(['S1-3']);
    expect(charge(reported('decided', '2026-11-11T09:00'), []).overdue).toEqual([]);
  });
});

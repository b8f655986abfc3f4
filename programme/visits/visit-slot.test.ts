import fc from 'fast-check';
import type { Meeting } from '../meetings/meeting.ts';
import { aheadTrouble, isVisit, standingVisits, visitTrouble } from './visit-slot.ts';

const programme = { start: '2026-04-01', end: '2027-03-31' };
const here = '200001';
const beside = (others: Parameters<typeof visitTrouble>[1]['others'] = []) => ({
  ...{ municipality: here, townName: (code: string) => code, programme, others },
  who: { municipalities: [here], terms: [{ municipality: here, from: '2026-05-01', until: '2026-12-18' }] },
});
const other = { meeting: 'm', municipality: '200002', day: '2026-10-01', start: '13:00', end: '14:00' };
const at = (start: string, end: string, day = '2026-10-01') => ({ day, start, end });

describe('when a visit cannot be', () => {
  it.each([
    ['end', at('14:00', '13:00')],
    ['day', at('13:00', '14:00', '2027-04-01')],
    ['day', at('13:00', '14:00', '2026-12-19')],
    ['day', at('13:00', '14:00', '2026-04-30')],
    ['start', at('13:30', '15:00')],
  ])('the trouble is with its %s', (input, slot) => {
    expect(visitTrouble(slot, beside([other]))).toMatchObject({ input });
  });

  it('its term counts from its first day to its last one, and visits may follow each other', () => {
    for (const day of ['2026-05-01', '2026-12-18'])
      expect(visitTrouble(at('13:00', '14:00', day), beside())).toBeUndefined();
    expect(visitTrouble(at('14:00', '15:00'), beside([other]))).toBeUndefined();
    expect(visitTrouble(at('12:00', '13:00'), beside([other]))).toBeUndefined();
  });

  it('two of them that overlap exclude each other, whichever stands first', () => {
    const time = fc.integer({ min: 8, max: 20 }).map((hour) => `${String(hour).padStart(2, '0')}:00`);
    fc.assert(
      fc.property(time, time, time, time, (a, b, c, d) => {
        fc.pre(a < b && c < d);
        const first = visitTrouble(at(a, b), beside([{ ...other, start: c, end: d }]));
        const second = visitTrouble(at(c, d), beside([{ ...other, start: a, end: b }]));
        expect(first === undefined).toBe(second === undefined);
      }),
    );
  });

  it('what has not begun cannot be recorded', () => {
    const now = new Date('2026-10-01T13:00:00+09:00');
    expect(aheadTrouble(at('13:00', '14:00'), now)).toBeUndefined();
    expect(aheadTrouble(at('13:01', '14:00'), now)).toMatchObject({ input: 'start' });
    expect(aheadTrouble(at('09:00', '10:00', '2026-10-02'), now)).toMatchObject({ input: 'day' });
  });

  it('what was called off stands nowhere', () => {
    const meeting: Meeting = {
      ...{ id: 'meeting-1', title: '訪問支援', kind: 'visit', ...at('13:00', '14:00'), place: '' },
      ...{ audience: [here, 'member-1'], visit: { expert: 'member-1', mode: 'in-person' } },
    };
    const both = [meeting, { ...meeting, id: 'meeting-2', status: 'cancelled' as const }].filter(isVisit);
    expect(standingVisits(both, () => undefined)).toEqual([
      { ...at('13:00', '14:00'), meeting: 'meeting-1', municipality: here },
    ]);
  });
});

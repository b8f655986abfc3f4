import fc from 'fast-check';
import { addOpenDays, calendarOf } from '../calendar.ts';
import { addDays, dayOf, instantOf } from '../day.ts';
import { answerOfCurrent, ratedUntil, visitOpen } from './visit-answering.ts';
import {
  confirmationDue,
  currentVisit,
  type VisitRecord,
  visitStanding,
  withVisitAnswer,
  withVisitVersion,
} from './visit-record.ts';

const calendar = calendarOf([{ day: '2026-06-10', whom: 'all', reason: '点検' }], '203033');
const FIRST = '2026-06-01';
const of = { meeting: 'm', municipality: '203033', expert: 'e' };
const from = (day: string, ask: string) => ({ by: 'x', at: instantOf(day, '10:00').toISOString(), via: 'teams', ask });
const content = (text: string) => ({
  day: FIRST,
  start: '13:00',
  end: '15:00',
  mode: 'in-person' as const,
  items: ['S1-2'],
  text,
});
const written = (day: string, known?: VisitRecord): VisitRecord =>
  withVisitVersion(known, of, { content: content(`written on ${day}`) }, from(day, `w${day}`));
const said = (record: VisitRecord, day: string, verdict: 'confirmed' | 'returned'): VisitRecord =>
  withVisitAnswer(record, { version: currentVisit(record)?.number ?? 0, verdict }, from(day, `a${day}`));

const step = fc.record({
  what: fc.constantFrom('version', 'confirmed', 'returned'),
  after: fc.integer({ max: 9, min: 0 }),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** A record after all of that, and the day of the last of it. */
function lived(steps: readonly Step[]): { readonly record: VisitRecord; readonly day: string } {
  let [record, day] = [written(FIRST), FIRST];
  for (const { what, after } of steps) {
    day = addDays(day, after);
    record = what === 'version' ? written(day, record) : said(record, day, what as 'confirmed' | 'returned');
  }
  return { record, day };
}

describe('what a municipality may still say of a visit', () => {
  it('waits for 5 open days, the last of which counts whole, and is final then', () => {
    const record = written('2026-06-04');
    expect(visitOpen(record, '2026-06-12', calendar)).toEqual({
      ...{ standing: 'waiting', mayConfirm: true, mayReturn: true, mayRate: false },
    });
    expect(visitOpen(record, '2026-06-13', calendar)).toEqual({
      ...{ standing: 'unconfirmed', mayConfirm: false, mayReturn: false, mayRate: true },
    });
  });

  it('can be rated from the confirmation on for 10 open days, and sent back only as long as it can be confirmed', () => {
    const record = said(written('2026-06-04'), '2026-06-05', 'confirmed');
    expect(visitOpen(record, '2026-06-12', calendar)).toMatchObject({
      mayConfirm: false,
      mayReturn: true,
      mayRate: true,
    });
    expect(visitOpen(record, '2026-06-13', calendar)).toMatchObject({ mayReturn: false, mayRate: true });
    expect(ratedUntil(record, '2026-06-12', calendar)).toBe('2026-06-22');
    expect(visitOpen(record, '2026-06-23', calendar)).toMatchObject({ standing: 'confirmed', mayRate: false });
  });

  it('begins anew with each version', () => {
    const record = written('2026-06-08', said(written('2026-06-04'), '2026-06-05', 'returned'));
    expect(answerOfCurrent(record)).toBeUndefined();
    expect(visitOpen(record, '2026-06-08', calendar)).toMatchObject({ standing: 'waiting', mayRate: false });
  });

  it('stays to be put right without an end, and can be confirmed whenever that is settled', () => {
    const record = said(written('2026-06-04'), '2026-06-05', 'returned');
    expect(visitOpen(record, '2026-07-31', calendar)).toEqual({
      ...{ standing: 'returned', mayConfirm: true, mayReturn: false, mayRate: false },
    });
  });

  it('is in exactly one of four states, whatever is written and said on whatever days', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), fc.integer({ min: 0, max: 30 }), (steps, later) => {
        const { record, day } = lived(steps);
        const today = addDays(day, later);
        const [current, answer, open] = [
          currentVisit(record),
          answerOfCurrent(record),
          visitOpen(record, today, calendar),
        ];
        if (!current || !open) throw new Error('something always stands');
        const isOver = today > addOpenDays(dayOf(new Date(current.at)), 5, calendar);
        const { standing, mayConfirm, mayReturn, mayRate } = open;
        expect(standing).toBe(answer?.verdict ?? (isOver ? 'unconfirmed' : 'waiting'));
        expect(standing).toBe(visitStanding(record, today, calendar));
        // Nothing is rated that could still be wrong, and nothing final is answered afterwards.
        expect(mayRate && !['confirmed', 'unconfirmed'].includes(standing)).toBe(false);
        expect(standing === 'unconfirmed' && (mayConfirm || mayReturn)).toBe(false);
        expect(mayReturn && today > confirmationDue(current, calendar)).toBe(false);
      }),
    );
  });
});

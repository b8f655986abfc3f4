import { addDays } from '../day.ts';
import {
  type Consent,
  type ConsentOf,
  consentId,
  consentStanding,
  passedOnTo,
  withAsking,
  withConsentAnswer,
  withPassedOn,
  withWithdrawal,
} from './consent.ts';

const OF: ConsentOf = { municipality: '203033', material: 'material-case-1', version: 'v-1', scope: 'supported' };
const DAY = '2026-12-01';
const DUE = '2026-12-15';
let messages = 0;
const from = (by = 'boss') => ({ by, at: `${DAY}T01:00:00.000Z`, via: 'teams', ask: `message-${++messages}` });
const asked = (of = OF): Consent => withAsking(undefined, of, DUE, from('office'), DAY);
const said = (verdict: 'approve' | 'conditional' | 'refuse', consent = asked(), day = DAY) =>
  withConsentAnswer(consent, { verdict, condition: '写真は外す' }, from(), day);

describe('a 承諾', () => {
  it('is named after what it is of, and nothing else', () => {
    expect(consentId(OF)).toBe('consent-203033-case-1-v-1-supported-open');
    expect(consentId({ ...OF, until: '2027-03-31' })).toBe('consent-203033-case-1-v-1-supported-2027-03-31');
    expect(asked().id).toMatch(/^[\x20-\x7e]+$/);
  });

  it('waits until the last day to answer, and is 未回答 after it: silence is no', () => {
    expect(consentStanding(asked(), DUE)).toBe('asked');
    expect(consentStanding(asked(), addDays(DUE, 1))).toBe('unanswered');
    const late = said('approve', asked(), addDays(DUE, 1));
    expect(late.answers).toBeUndefined();
  });

  it.each(['approve', 'conditional', 'refuse'] as const)('stands as %s once that was answered', (verdict) => {
    expect(consentStanding(said(verdict), DAY)).toBe(verdict);
    expect(consentStanding(said(verdict), addDays(DUE, 400))).toBe(verdict);
  });

  it('ends with the last day it is for, answered or not', () => {
    const short = { ...OF, until: '2026-12-05' };
    expect(consentStanding(said('approve', asked(short)), '2026-12-05')).toBe('approve');
    expect(consentStanding(said('approve', asked(short)), '2026-12-06')).toBe('expired');
    expect(consentStanding(asked(short), '2026-12-06')).toBe('expired');
    expect(consentStanding(said('refuse', asked(short)), '2026-12-06')).toBe('refuse');
  });

  it('is gone at once when it is taken back, and stays so until it is asked for anew', () => {
    const gone = withWithdrawal(said('approve'), from(), DAY);
    expect(consentStanding(gone, DAY)).toBe('withdrawn');
    expect(said('approve', gone)).toBe(gone);
    const again = withAsking(gone, OF, '2027-01-15', from('office'), DAY);
    expect(consentStanding(again, DAY)).toBe('asked');
    expect(consentStanding(said('approve', again), DAY)).toBe('approve');
    expect(consentStanding(withWithdrawal(said('approve', again), from(), DAY), DAY)).toBe('withdrawn');
  });

  it('is asked again where it came to no 承諾, and not while it waits or stands', () => {
    const again = (consent: Consent, day = DAY) => withAsking(consent, OF, '2027-01-15', from('office'), day);
    const waits = asked();
    expect(again(waits)).toBe(waits);
    const stands = said('approve');
    expect(again(stands)).toBe(stands);
    expect(consentStanding(again(said('conditional')), DAY)).toBe('asked');
    expect(consentStanding(again(waits, addDays(DUE, 1)), addDays(DUE, 1))).toBe('asked');
  });

  it('takes one answer, and a replay of anything changes nothing', () => {
    const no = said('refuse');
    expect(said('approve', no)).toBe(no);
    const message = from();
    const yes = withConsentAnswer(asked(), { verdict: 'approve', post: '課長' }, message, DAY);
    expect(withConsentAnswer(yes, { verdict: 'approve', post: '課長' }, message, DAY)).toBe(yes);
    const back = from();
    const gone = withWithdrawal(yes, back, DAY);
    expect(withWithdrawal(gone, back, DAY)).toBe(gone);
    const office = from('office');
    const again = withAsking(gone, OF, DUE, office, DAY);
    expect(withAsking(withWithdrawal(again, from(), DAY), OF, DUE, office, DAY).askings).toHaveLength(2);
    // What was said to an earlier asking is no answer to this one.
    expect(withConsentAnswer(again, { verdict: 'approve' }, message, DAY)).toBe(again);
  });

  it('is passed on as long as it waits, once to each', () => {
    const passed = withPassedOn(asked(), 'chief', from(), DAY);
    expect(passedOnTo(passed)).toEqual(['chief']);
    expect(withPassedOn(passed, 'chief', from(), DAY)).toBe(passed);
    const no = said('refuse', passed);
    expect(withPassedOn(no, 'mayor', from(), DAY)).toBe(no);
    expect(passedOnTo(withAsking(no, OF, DUE, from('office'), DAY))).toEqual([]);
  });
});

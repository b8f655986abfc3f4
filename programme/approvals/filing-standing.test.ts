import fc from 'fast-check';
import { addOpenDays, calendarOf } from '../calendar.ts';
import { addDays, instantOf } from '../day.ts';
import {
  approvedVersion,
  asHandedIn,
  currentFiling,
  type Filing,
  filingState,
  filingStateName,
  type Ruling,
  withAct,
  withDecision,
  withSubmission,
  withVersion,
} from '../filing.ts';
import { decisionTrouble, isActAskedOn, lacksAct, waitingSince } from './filing-standing.ts';

const NATIONAL = calendarOf([]);
let message = 0;
const from = (day = '2026-11-24', time = '10:00') => ({
  ...{ by: 'a', at: instantOf(day, time).toISOString(), via: 'teams' },
  ask: `m-${message++}`,
});
const drafted = (): Filing<string> => ({ id: 'plea-1', versions: [{ ...from(), number: 1, content: 'a' }] });
const handedIn = () => withSubmission(drafted(), from());
const decided = (verdict: Ruling, day?: string) => withDecision(handedIn(), { version: 1, verdict }, from(day));
const holding = (now = '2026-11-24', effectiveFrom?: string) => ({
  ...{ now: instantOf(now, '12:00'), effectiveFrom, isTakenBack: false },
});

describe('a verdict', () => {
  it('is taken about what waits, and about nothing else', () => {
    expect(decisionTrouble(handedIn(), { version: 1 }, holding())).toBeUndefined();
    expect(decisionTrouble(drafted(), { version: 1 }, holding())).toBe('not-submitted');
    const edited = withVersion(handedIn(), 'b', from());
    expect(decisionTrouble(edited, { version: 1 }, holding())).toBeUndefined();
    expect(decisionTrouble(edited, { version: 2 }, holding())).toBe('not-submitted');
    expect(decisionTrouble(withSubmission(edited, from()), { version: 1 }, holding())).toBe('newer-version');
    expect(decisionTrouble({ ...handedIn(), withdrawn: from() }, { version: 1 }, holding())).toBe('withdrawn');
    expect(decisionTrouble(decided('refuse'), { version: 1 }, holding())).toBe('decided');
  });

  it('is changed by who has seen the last one, until people act on it', () => {
    const yes = decided('approve');
    expect(decisionTrouble(yes, { version: 1, anew: 2 }, holding())).toBe('decided');
    expect(decisionTrouble(yes, { version: 1, anew: 1 }, holding('2026-11-27', '2026-12-01'))).toBeUndefined();
    expect(decisionTrouble(yes, { version: 1, anew: 1 }, holding('2026-12-01', '2026-12-01'))).toBe('in-force');
    // A yes that takes effect as it is said can be a slip.
    expect(decisionTrouble(yes, { version: 1, anew: 1 }, holding('2026-11-24', '2026-11-01'))).toBeUndefined();
    expect(
      decisionTrouble(decided('refuse'), { version: 1, anew: 1 }, holding('2026-12-01', '2026-12-01')),
    ).toBeUndefined();
    const own = { ...holding(), isTakenBack: true };
    expect(decisionTrouble(yes, { version: 1, anew: 1 }, own)).toBe('taken-back-otherwise');
  });

  it('stands for the version that waits when it waits no more', () => {
    expect(waitingSince(handedIn())).toBeDefined();
    expect(waitingSince(decided('conditional'))).toBeUndefined();
  });

  it('is waited for until the next version is handed in, and the draft of that is its writers’ own', () => {
    const first = handedIn();
    const edited = withVersion(first, 'b', from('2026-11-25'));
    expect(waitingSince(edited)).toBe(waitingSince(first));
    expect(asHandedIn(edited)?.versions).toEqual(first.versions);
    expect(filingStateName(edited)).toBe('下書き（提出した版は県の決定待ち）');
    const second = withSubmission(edited, from('2026-11-26'));
    expect(waitingSince(second)).toBe(instantOf('2026-11-26', '10:00').toISOString());
    expect(filingStateName(withVersion(decided('conditional'), 'b', from()))).toBe('下書き');
    expect(asHandedIn(drafted())).toBeUndefined();
    expect(waitingSince({ ...edited, withdrawn: from() })).toBeUndefined();
  });
});

describe('the 文書番号', () => {
  it('is lacking from the yes on until there is one', () => {
    expect(lacksAct(handedIn())).toBeUndefined();
    expect(lacksAct(decided('refuse'))).toBeUndefined();
    expect(lacksAct(decided('approve'))?.version).toBe(1);
    expect(lacksAct(withAct(decided('approve'), { version: 1, document: '7D-1' }, from()))).toBeUndefined();
  });

  it('is asked for on the third open day, then every week, over the new year on the first open day', () => {
    const asked = (day: string) => isActAskedOn(instantOf('2026-12-17', '10:00').toISOString(), day, NATIONAL);
    const days = Array.from({ length: 30 }, (_, at) => addDays('2026-12-17', at)).filter(asked);
    expect(days).toEqual(['2026-12-22', '2027-01-04', '2027-01-05', '2027-01-12']);
  });

  it('is asked for on open days alone, never before the third one, and at least once a fortnight', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 720 }), fc.integer({ min: 0, max: 200 }), (at, later) => {
        const said = addDays('2026-04-01', at);
        const moment = instantOf(said, '10:00').toISOString();
        const day = addDays(said, later);
        const isAsked = isActAskedOn(moment, day, NATIONAL);
        const first = addOpenDays(said, 3, NATIONAL);
        if (isAsked) expect([NATIONAL.isOpen(day), day >= first]).toEqual([true, true]);
        const fortnight = Array.from({ length: 14 }, (_, each) => addDays(day, each));
        if (day >= first) expect(fortnight.some((each) => isActAskedOn(moment, each, NATIONAL))).toBe(true);
      }),
    );
  });
});

type Said =
  | 'write'
  | 'submit'
  | { readonly version: number; readonly verdict: Ruling; readonly anew: number | undefined };
function after(filing: Filing<string>, said: Said): Filing<string> {
  if (said === 'write') return withVersion(filing, `v-${filing.versions.length}`, from());
  if (said === 'submit') return withSubmission(filing, from());
  return decisionTrouble(filing, said, holding()) ? filing : withDecision(filing, said, from());
}

it('whatever is written, handed in and decided in any order, only what was handed in is ever decided', () => {
  const step = fc.oneof(
    fc.constant('write' as const),
    fc.constant('submit' as const),
    fc.record({
      version: fc.integer({ min: 1, max: 4 }),
      verdict: fc.constantFrom<Ruling>('approve', 'conditional', 'refuse'),
      anew: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
    }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      const filing = steps.reduce(after, drafted());
      const submitted = new Set(filing.submissions?.map(({ version }) => version));
      expect(filing.decisions?.every(({ version }) => submitted.has(version)) ?? true).toBe(true);
      const yes = approvedVersion(filing);
      if (yes) expect(submitted.has(yes.number)).toBe(true);
      if (filingState(filing) === 'approve') expect(yes?.number).toBe(currentFiling(filing).number);
    }),
  );
});

import fc from 'fast-check';
import { calendarOf } from '../calendar.ts';
import { addDays, type Day, fiscalYearOf, instantOf } from '../day.ts';
import { isCancelled, type Meeting, withMeetingChange } from '../meetings/meeting.ts';
import type { Provenance } from '../provenance.ts';
import { type VisitContent, type VisitRecord, withVisitAnswer, withVisitVersion } from '../visits/visit-record.ts';
import type { Assignment } from './assignment.ts';
import { monthsUntil, yearSpan } from './month.ts';
import { addFigures, consumptionOf, figuresOf, plannedDays, type SupportFigures } from './support-figures.ts';
import { type MunicipalSupport, supportOverview } from './support-overview.ts';
import { endedVisits, unrecordedDays } from './unrecorded-visits.ts';

const START = '2026-04-01';
const TODAY = '2027-06-30';
const TOWNS = ['203033', '203041'] as const;
const asked = { today: TODAY, closures: [] };
const calendar = calendarOf([]);

/** What happens to visits, in the order in which it does. A record or a plan is meant by its number, of those there are. */
type Event = { readonly town: number; readonly which: number; readonly late: number; readonly said: Said } & {
  readonly did: 'write' | 'edit' | 'confirm' | 'return' | 'take back' | 'plan' | 'call off' | 'hold' | 'replace';
};
type Said = { readonly day: number; readonly from: number; readonly quarters: number; readonly mode: Mode };
type Mode = VisitContent['mode'];

const said = fc.record({
  day: fc.integer({ min: 0, max: 400 }),
  from: fc.integer({ min: 32, max: 60 }),
  quarters: fc.integer({ min: 1, max: 20 }),
  mode: fc.constantFrom<Mode>('in-person', 'online', 'other'),
});
const event: fc.Arbitrary<Event> = fc.record({
  did: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('write' as const, 'edit' as const, 'plan' as const) },
    { weight: 2, arbitrary: fc.constantFrom('take back' as const, 'call off' as const, 'hold' as const) },
    { weight: 2, arbitrary: fc.constantFrom('confirm' as const, 'return' as const, 'replace' as const) },
  ),
  ...{ town: fc.nat(TOWNS.length - 1), which: fc.nat(20), late: fc.nat(60), said },
});
const histories = fc.array(event, { maxLength: 40 });

const clock = (quarter: number): string =>
  `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;
const contentOf = ({ day, from, quarters, mode }: Said): VisitContent => ({
  ...{ day: addDays(START, day), start: clock(from), end: clock(from + quarters), mode },
  ...{ items: ['S1-1'], text: '支援' },
});
const townOf = ({ town }: Event): string => TOWNS[town] ?? TOWNS[0];
const by = (day: Day, ask: string): Provenance => ({ by: 'member-x', at: `${day}T03:00:00.000Z`, via: 'teams', ask });

type World = { readonly records: VisitRecord[]; readonly assignments: Assignment[]; readonly meetings: Meeting[] };

/** The records as the product keeps them. */
function kept(events: readonly Event[]): readonly MunicipalSupport[] {
  const world: World = { records: [], assignments: [], meetings: [] };
  events.forEach((each, at) => {
    happen(world, each, at);
  });
  const ended = endedVisits(world.meetings, instantOf(TODAY, '23:59'));
  return TOWNS.map((code) => {
    const isOwn = ({ municipality }: { readonly municipality: string }) => municipality === code;
    const visits = world.records.filter(isOwn);
    return {
      municipality: { code, name: code, area: '', supported: true },
      ...{ visits, assignments: world.assignments.filter(isOwn), ratings: [], isListed: false },
      unrecorded: unrecordedDays(ended.get(code) ?? [], visits),
    };
  });
}

const nth = <T>(all: readonly T[], which: number): number => which % Math.max(1, all.length);

function happen({ records, assignments, meetings }: World, each: Event, at: number): void {
  const content = contentOf(each.said);
  const [municipality, from] = [townOf(each), by(content.day, `ask-${at}`)];
  const write = (meeting: string, of: string) => {
    const visit = { meeting, municipality: of, expert: `member-${each.which % 3}` };
    records.push(withVisitVersion(undefined, visit, { content }, by(addDays(content.day, each.late), `ask-${at}`)));
  };
  const [record, meeting] = [nth(records, each.which), nth(meetings, each.which)];
  const [known, planned] = [records[record], meetings[meeting]];
  const doing: Partial<Record<Event['did'], () => void>> = {
    write: () => write(`meeting-${at}`, municipality),
    plan: () => {
      const visit = { expert: 'member-0', mode: content.mode };
      const when = { day: content.day, start: content.start, end: content.end };
      const what = { id: `meeting-${at}`, title: '訪問', kind: 'visit', place: '', audience: [municipality] } as const;
      meetings.push({ ...what, ...when, visit });
    },
    hold: () => {
      if (!planned || isCancelled(planned) || records.some(({ meeting: of }) => of === planned.id)) return;
      write(planned.id, String(planned.audience[0]));
    },
    'call off': () => {
      if (planned) meetings[meeting] = withMeetingChange(planned, { status: 'cancelled' }, from);
    },
    replace: () => {
      const version = { ...from, from: content.day, until: '2027-03-31', planned: 5 };
      const of = { municipality, expert: `member-${each.which % 3}`, after: 'member-gone' };
      assignments.push({ id: `assignment-${at}`, ...of, versions: [version] });
    },
  };
  const isOfRecord = doing[each.did] === undefined;
  if (isOfRecord && known) records[record] = after(each.did, known, content, from);
  doing[each.did]?.();
}

function after(did: Event['did'], record: VisitRecord, content: VisitContent, from: Provenance): VisitRecord {
  const last = record.versions.findLast(({ undone }) => undone === undefined);
  if (did === 'edit') return withVisitVersion(record, record, { content }, from);
  if (!last) return record;
  if (did === 'take back')
    return { ...record, versions: record.versions.map((each) => (each === last ? { ...each, undone: from } : each)) };
  const verdict = did === 'confirm' ? 'confirmed' : 'returned';
  return withVisitAnswer(record, { version: last.number, verdict }, from);
}

type Recount = { visits: number; days: number; minutes: number; inPerson: number; unrecorded: number };
type Slip = { readonly town: string; readonly stack: Said[] };
type Plan = { readonly town: string; readonly said: Said; off: boolean; slip: Slip | undefined };
type Desk = { readonly slips: Slip[]; readonly plans: Plan[] };

/** The same told straight from the events: a slip of paper a visit, and what stands on top of it. */
function deskOf(events: readonly Event[]): Desk {
  const desk: Desk = { slips: [], plans: [] };
  for (const each of events) lay(desk, each);
  return desk;
}

function lay({ slips, plans }: Desk, each: Event): void {
  const [slip, plan] = [slips[nth(slips, each.which)], plans[nth(plans, each.which)]];
  const isNew = JSON.stringify(slip?.stack.at(-1)) !== JSON.stringify(each.said);
  if (each.did === 'write') slips.push({ town: townOf(each), stack: [each.said] });
  if (each.did === 'plan') plans.push({ town: townOf(each), said: each.said, off: false, slip: undefined });
  if (each.did === 'call off' && plan) plan.off = true;
  if (each.did === 'take back') slip?.stack.pop();
  if (each.did === 'edit' && isNew) slip?.stack.push(each.said);
  if (each.did === 'hold' && plan) hold(slips, plan, each.said);
}

function hold(slips: Slip[], plan: Plan, happened: Said): void {
  if (plan.off || plan.slip) return;
  plan.slip = { town: plan.town, stack: [happened] };
  slips.push(plan.slip);
}

function recount({ slips, plans }: Desk, where: string | undefined, from: Day, until: Day): Recount {
  const dateOf = ({ day }: Said) => new Date(Date.UTC(2026, 3, 1 + day)).toISOString().slice(0, 10);
  const isThere = (town: string, date: string) =>
    (where === undefined || town === where) && !(date < from) && !(date > until);
  const tops = slips.flatMap(({ town, stack }) => stack.slice(-1).map((said) => ({ town, said, date: dateOf(said) })));
  const found = tops.filter(({ town, date }) => isThere(town, date));
  const open = plans.filter(({ town, said, off, slip }) => !off && !slip?.stack.length && isThere(town, dateOf(said)));
  let minutes = 0;
  for (const { said } of found) minutes += 15 * said.quarters;
  return {
    visits: found.length,
    days: Object.keys(Object.fromEntries(found.map(({ town, date }) => [town + date, true]))).length,
    minutes,
    inPerson: found.filter(({ said }) => said.mode === 'in-person').length,
    unrecorded: open.filter(({ said }) => dateOf(said) <= TODAY).length,
  };
}

const counted = ({ visits, days, minutes, inPerson, unrecorded }: SupportFigures): Recount => ({
  ...{ visits, days, minutes, inPerson, unrecorded },
});
const months = monthsUntil(2026, '2027-03-31');

describe('回数, 日数, 時間 and 対面', () => {
  it('equal a recount from what happened: under edits, what is taken back or called off, replacements and late records', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const [all, desk] = [kept(events), deskOf(events)];
        for (const span of [yearSpan(2026), yearSpan(2027), ...months]) {
          const { rows, total } = supportOverview(all, span, asked);
          expect(counted(total)).toEqual(recount(desk, undefined, span.from, span.until));
          for (const { municipality, figures } of rows)
            expect(counted(figures)).toEqual(recount(desk, municipality.code, span.from, span.until));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('of the months add up to the year, with all that is not confirmed', () => {
    fc.assert(
      fc.property(histories, (events) => {
        for (const each of kept(events)) {
          const monthly = months.map((span) => figuresOf(each, span, { today: TODAY, calendar }));
          const year = figuresOf(each, yearSpan(2026), { today: TODAY, calendar });
          expect(addFigures(monthly)).toEqual(year);
          expect(year.waiting + year.returned + year.unconfirmed).toBeLessThanOrEqual(year.visits);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('are the same whoever is assigned: a replacement moves no visit', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const without = events.filter(({ did }) => did !== 'replace');
        const total = (of: readonly Event[]) => counted(supportOverview(kept(of), yearSpan(2026), asked).total);
        expect(total(events)).toEqual(total(without));
      }),
      { numRuns: 100 },
    );
  });
});

const decided = (from: Day, planned?: number): Assignment['versions'] => [
  { ...by('2026-08-01', from), from, until: '2027-03-14', ...(planned === undefined ? {} : { planned }) },
];
const assignment = (from: Day, planned?: number): Assignment => ({
  ...{ id: `assignment-${from}`, municipality: TOWNS[0], expert: 'member-0' },
  versions: decided(from, planned),
});

describe('計画日数', () => {
  it('are those of the assignments that begin in the year; what was taken back is none', () => {
    const gone = { ...assignment('2026-10-01', 7), active: false };
    expect(plannedDays([assignment('2026-08-15', 20), assignment('2026-12-01', 5), gone], 2026)).toBe(25);
    expect(plannedDays([assignment('2025-08-15', 20)], 2026)).toBeUndefined();
    expect(fiscalYearOf('2026-03-31')).toBe(2025);
  });

  it('that nobody has set are no plan of zero days: such a municipality stays out of the rate', () => {
    expect(plannedDays([assignment('2026-08-15')], 2026)).toBeUndefined();
    const all = [
      { days: 3, planned: 10 },
      { days: 8, planned: undefined },
      { days: 0, planned: 10 },
    ];
    expect(consumptionOf(all)).toEqual({ days: 3, planned: 20, without: 1 });
  });
});

import type { Outbox } from '../../bot/outbox/outbox.ts';
import { momentIn } from '../../bot/outbox/slots.ts';
import { calendarOf } from '../../programme/calendar.ts';
import { addDays, type Day, dayOf, instantOf, timeOf } from '../../programme/day.ts';
import type { Member } from '../../programme/member.ts';
import type { Programme } from '../../programme/programme.ts';
import { dueAt, periodOf, weekly } from '../../programme/schedule.ts';
import type { Store } from '../../storage/collections.ts';
import type { Collection } from '../../storage/store.ts';
import { CODES, checkIn, fakeChannel, memberOf, openMemory, outboxOf, PROGRAMME_2024, settle, tally } from './house.ts';
import { type VirtualClock, virtualClock } from './virtual-clock.ts';

const HALF_HOURS = Array.from({ length: 48 }, (_, i) => `${String(i >> 1).padStart(2, '0')}:${i % 2 ? '30' : '00'}`);
const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6];

/**
 * One person for every weekday and half hour, in turn over the municipalities. Their days are worked out for every kind
 * of week. An ordinary run then lives through a part of them in each combination, another part in the next, so that
 * all are lived through twice; MATRIX=full takes all.
 */
const PART = process.env['MATRIX'] === 'full' ? 1 : 18;
const MOMENTS = WEEKDAYS.flatMap((weekday) => HALF_HOURS.map((time) => ({ weekday, time })));
const EVERYBODY = MOMENTS.map((_, i) => memberOf(i));
const momentOf = new Map(EVERYBODY.map(({ id }, i) => [id, MOMENTS[i] ?? { weekday: 1, time: '09:00' }]));
const ownMoment = (programme: Programme, who?: Member) =>
  weekly(who ? (momentOf.get(who.id) ?? programme.checkIn) : programme.checkIn);

type Kind = {
  readonly week: Day;
  readonly weeks: number;
  /** Days of Monday to Friday on which nobody, or only this municipality, is open: written down, not calculated. */
  readonly closed: readonly Day[];
  readonly closure?: { readonly whom: string; readonly days: readonly Day[] };
  readonly away?: (who: Member) => boolean;
};

const kinds: Readonly<Record<string, Kind>> = {
  normal: { week: '2024-10-21', weeks: 1, closed: [] },
  祝日: { week: '2024-10-14', weeks: 1, closed: ['2024-10-14'] },
  振替: { week: '2024-08-12', weeks: 1, closed: ['2024-08-12'] },
  年末年始: {
    week: '2024-12-23',
    weeks: 3,
    closed: ['2024-12-30', '2024-12-31', '2025-01-01', '2025-01-02', '2025-01-03'],
  },
  closure: {
    week: '2024-10-21',
    weeks: 1,
    closed: [],
    closure: { whom: CODES[0], days: ['2024-10-21', '2024-10-24', '2024-10-25'] },
  },
  leave: { week: '2024-10-21', weeks: 1, closed: [], away: ({ id }) => Number(id.slice(7)) % 7 < 2 },
};

type Wakes = {
  /** Minutes after midnight of the first tick, and between ticks. */
  readonly first: number;
  readonly every: number;
  readonly seconds?: number;
  /** How many ticks an instance lives, and how many there are at once. */
  readonly lives?: number;
  readonly instances?: number;
};

const wakes: Readonly<Record<string, Wakes>> = {
  'on time': { first: 0, every: 30 },
  '60 s late': { first: 0, every: 30, seconds: 60 },
  '31 min late on the hour': { first: 31, every: 60 },
  '31 min late on the half hour': { first: 1, every: 60 },
  'a restart at every fifth tick': { first: 2, every: 30, lives: 5 },
  'two instances': { first: 0, every: 30, instances: 2 },
};

/** Runs the clock from the Saturday before to the Sunday after. */
async function live(kind: Kind, wake: Wakes, people: readonly Member[]) {
  const clock = virtualClock(instantOf(addDays(kind.week, -2)));
  const { store: whole, close } = openMemory();
  const store = withoutLeftovers(whole);
  const closures = kind.closure?.days.map((day) => ({ day, whom: kind.closure?.whom ?? '', reason: '議会' })) ?? [];
  await settle(store, people, { ...PROGRAMME_2024, closures });
  const channel = fakeChannel(clock);
  const start = () => startInstance(store, clock, channel, kind);
  let instances = Array.from({ length: wake.instances ?? 1 }, start);
  const end = instantOf(addDays(kind.week, 7 * kind.weeks));
  let at = clock.now().getTime() + wake.first * 60_000 + (wake.seconds ?? 0) * 1_000;
  for (let tick = 1; at < end.getTime(); tick++, at += wake.every * 60_000) {
    if (wake.lives && tick % wake.lives === 0) instances = instances.map(start);
    if (clock.now().getTime() < at) await clock.advanceTo(new Date(at));
    await Promise.all(instances.map((instance) => instance.tick()));
    await clock.runUntil(Promise.all(instances.map((instance) => instance.idle())));
  }
  await close();
  return channel.sent.filter(({ at: when }) => when >= instantOf(kind.week));
}

/** Nothing here leaves effects behind: to look for them every hour of so many weeks would take a third of the time. */
function withoutLeftovers(store: Store): Store {
  const all = Object.entries(store) as [string, Collection<unknown>][];
  const blind = all.map(([name, docs]) => {
    const list: typeof docs.list = async (partition, which) => (which?.withEffects ? [] : docs.list(partition, which));
    return [name, { ...docs, list }];
  });
  return Object.fromEntries(blind) as Store;
}

function startInstance(store: Store, clock: VirtualClock, channel: ReturnType<typeof fakeChannel>, kind: Kind): Outbox {
  const due = (all: readonly Member[]) => all.filter((who) => !kind.away?.(who));
  const unlimited = { teams: { conversation: [], overall: [], pauses: 'conversation' as const } };
  return outboxOf({
    store,
    clock,
    channels: [channel],
    limits: unlimited,
    jobs: [checkIn({ schedule: ownMoment, due })],
    planEveryMs: 6 * 3_600_000,
  });
}

const isClosed = (day: Day, who: Member, { closed, closure }: Kind): boolean => {
  const weekday = new Date(day).getUTCDay();
  const own = closure && closure.whom === who.municipalities[0] ? closure.days : [];
  return weekday === 0 || weekday === 6 || closed.includes(day) || own.includes(day);
};

/** The rule once more, in the plainest words: the wished day, else the next open one of the week, else the last before. */
function dayFor(who: Member, week: Day, kind: Kind): Day | undefined {
  const wished = ((momentOf.get(who.id)?.weekday ?? 1) + 6) % 7;
  const later = [0, 1, 2, 3, 4, 5, 6].filter((n) => n >= wished);
  const earlier = [6, 5, 4, 3, 2, 1, 0].filter((n) => n < wished);
  return [...later, ...earlier].map((n) => addDays(week, n)).find((day) => !isClosed(day, who, kind));
}

const each = Object.entries(kinds).map(([name, kind], place) => [name, kind, place] as const);
describe.each(each)('%s', (_kind, kind, place) => {
  it('has the right moment for everybody', () => {
    const closures = kind.closure?.days.map((day) => ({ day, whom: kind.closure?.whom ?? '', reason: '議会' })) ?? [];
    const weeks = Array.from({ length: kind.weeks }, (_, i) => periodOf('week', instantOf(addDays(kind.week, 7 * i))));
    const wrong = EVERYBODY.flatMap((who) =>
      weeks.flatMap((week) => {
        const meant = momentIn(ownMoment(PROGRAMME_2024, who), week);
        const found = meant && dueAt(meant, 'next-open', calendarOf(closures, who.municipalities[0]), week);
        const day = dayFor(who, dayOf(week.start), kind);
        const wanted = day === undefined ? undefined : timeFor(who, day);
        return found?.getTime() === wanted?.getTime() ? [] : [{ who: who.id, found, wanted }];
      }),
    );
    expect(wrong).toEqual([]);
  });

  const combinations = Object.entries(wakes).map(([name, wake], i) => [name, wake, place * 6 + i] as const);
  it.each(combinations)('%s: nobody missed, nobody twice, nobody on a closed day', async (_wake, wake, turn) => {
    const people = EVERYBODY.filter((_, i) => i % PART === turn % PART);
    const weeks = Array.from({ length: kind.weeks }, (_, i) => addDays(kind.week, 7 * i));
    const sent = (await live(kind, wake, people)).map(({ summary, at }) => {
      const [id = '', week = ''] = summary.split('|');
      return { id, week, at };
    });
    const found = tally(sent.filter(({ week }) => weeks.includes(week)).map(({ id, week }) => `${id}|${week}`));
    const wanted = weeks.flatMap((week) =>
      people.filter((who) => !kind.away?.(who) && dayFor(who, week, kind)).map(({ id }) => `${id}|${week}`),
    );
    expect(wanted.length).toBeGreaterThan(people.length / 2);
    const missed = wanted.filter((one) => !found.has(one));
    const twice = [...found].filter(([, count]) => count > 1);
    const unwanted = [...found.keys()].filter((one) => !wanted.includes(one));
    expect({ missed, twice, unwanted }).toEqual({ missed: [], twice: [], unwanted: [] });
    const byId = new Map(people.map((who) => [who.id, who]));
    const odd = sent.filter(({ id, week, at }) => {
      const who = byId.get(id);
      return who && weeks.includes(week) && !isProper(at, who, dayFor(who, week, kind) ?? '', kind, wake);
    });
    expect(odd).toEqual([]);
  });
});

function isProper(at: Date, who: Member, day: Day, kind: Kind, wake: Wakes): boolean {
  const inHours = timeOf(at) >= '09:00' && timeOf(at) < '18:00';
  return inHours && !isClosed(dayOf(at), who, kind) && isPrompt(at, who, day, wake);
}

function timeFor(who: Member, day: Day): Date {
  const time = momentOf.get(who.id)?.time ?? '';
  return instantOf(day, time < '09:00' ? '09:00' : time > '17:00' ? '17:00' : time);
}

/** By the first tick after the moment. */
function isPrompt(at: Date, who: Member, day: Day, wake: Wakes): boolean {
  const meant = timeFor(who, day);
  return at >= meant && at.getTime() - meant.getTime() <= wake.every * 60_000 + (wake.seconds ?? 0) * 1_000;
}

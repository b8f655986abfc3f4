import { strFromU8, unzipSync } from 'fflate';
import { pino } from 'pino';
import type { Command } from '../../bot/command.ts';
import { dispatch } from '../../bot/dispatch.ts';
import { admission } from '../../bot/features/admission.ts';
import { commands } from '../../bot/features/index.ts';
import { jobs } from '../../bot/features/jobs.ts';
import { secretariatNote } from '../../bot/features/support/secretariat-note.ts';
import { importWorkbook } from '../../bot/hand-over/import/import-workbook.ts';
import type { DueItem } from '../../bot/job.ts';
import { readWorld } from '../../bot/outbox/world.ts';
import type { Ask } from '../../cards/card.ts';
import { EXPERT, fictionalProgramme, HOME, OFFICE, OFFICER, PREFECTURE_OFFICER } from '../../demo/programme.ts';
import { calendarOf } from '../../programme/calendar.ts';
import { addDays, type Day, instantOf } from '../../programme/day.ts';
import { type Delivery, planned } from '../../programme/delivery.ts';
import { deliveries } from '../../programme/delivery-kind.ts';
import type { Member } from '../../programme/member.ts';
import { casesOf, hearingDue } from '../../programme/support/mismatch-case.ts';
import { type Rating, ratings as ratingKind } from '../../programme/visits/rating.ts';
import { type VisitRecord, visitRecords } from '../../programme/visits/visit-record.ts';
import { visitRemarks, withRemark } from '../../programme/visits/visit-remark.ts';
import { MEMBERS, MISMATCHES, municipal, type Store } from '../../storage/collections.ts';
import { type MemoryStore, memoryStore, plant } from './memory-store.ts';
import { type Pair, visitOf } from './said-of-visits.ts';

export const NOW = new Date('2026-11-24T10:00:00+09:00');
/** Another municipality of the same programme. */
const ELSEWHERE = '203041';
const OTHER_OFFICER = `lead-${ELSEWHERE}@town.example.jp`;
const people = {
  ...{ municipal: OFFICER, expert: EXPERT, prefecture: PREFECTURE_OFFICER, secretariat: OFFICE },
  ...{ elsewhere: OTHER_OFFICER, observer: 'observer-202011@city.example.jp', stranger: 'stranger@else.example.jp' },
} as const;
export type Whoever = keyof typeof people;

/** What happened in a month between a municipality and its expert. */
export type History = {
  /** 満足度 of each visit. At the most every second one is low, so that they can also be said apart from each other. */
  readonly low: number;
  readonly high: number;
  readonly scores: readonly [low: number, high: number];
  readonly opens: 'low-twice' | 'replace' | 'by-hand';
  /** What the secretariat writes in the case. */
  readonly writes: readonly Ask['input'][];
  readonly remarks: boolean;
  readonly told: boolean;
};

/** A small programme: two municipalities that are supported, one that is not, and who belongs to them. */
export async function smallProgramme(): Promise<MemoryStore> {
  const base = memoryStore();
  const whole = fictionalProgramme(NOW);
  const towns = [HOME, ELSEWHERE, '202011'];
  const isOfThem = ({ municipality }: { readonly municipality: string }) => towns.includes(municipality);
  const content = {
    ...whole,
    municipalities: whole.municipalities.filter(({ code }) => towns.includes(code)),
    members: whole.members
      .map((member) => ({ ...member, municipalities: member.municipalities.filter((code) => towns.includes(code)) }))
      .filter(
        ({ role, municipalities }) => municipalities.length > 0 || role === 'secretariat' || role === 'prefecture',
      ),
    items: whole.items.filter(isOfThem),
    kpis: whole.kpis.filter(isOfThem),
    meetings: whole.meetings.filter(({ audience }) =>
      audience.every((party) => !/^\d/.test(party) || towns.includes(party)),
    ),
  };
  await importWorkbook(base.store, content, NOW);
  await saying(
    base.store,
    'secretariat',
    { kind: 'said', text: '部屋登録 県' },
    { where: 'the room of the prefecture' },
  );
  return base;
}

const DAYS = [
  '2026-11-02',
  '2026-11-04',
  '2026-11-06',
  '2026-11-09',
  '2026-11-11',
  '2026-11-13',
  '2026-11-16',
] as const;

/** The same scores: the low ones running, or each apart from the next. */
function scoresOf({ low, high, scores: [lowScore, highScore] }: History, running: boolean): readonly number[] {
  const [lows, highs] = [Array<number>(low).fill(lowScore), Array<number>(high).fill(highScore)];
  if (running) return [...lows, ...highs];
  return Array.from(
    { length: low + high },
    (_, at) => (at % 2 === 0 ? lows : highs).pop() ?? lows.pop() ?? highs.pop() ?? highScore,
  );
}

async function pairIn(store: Store): Promise<Pair> {
  const members = (await store.members.list(MEMBERS)).map(({ value }) => value);
  const of = (role: Member['role']) =>
    members.find((one) => one.role === role && one.municipalities.includes(HOME))?.id ?? '';
  return { municipality: HOME, expert: of('expert'), officer: of('municipal') };
}

/** `with`: there is a case, and everything that follows from it; `said`: the same was said of visits, nothing more; `none`. */
export type WorldName = 'with' | 'said' | 'none';

export async function worldOf(base: MemoryStore, history: History, name: WorldName): Promise<Store> {
  const { store } = base.fork();
  const pair = await pairIn(store);
  for (const { record, rating } of visitsOf(history, pair, name)) {
    await plant(store, visitRecords, record);
    await plant(store, ratingKind, rating);
    if (name === 'with' && history.remarks) await plant(store, visitRemarks, remarkOn(record, pair));
  }
  if (name === 'with') await followUp(store, history, pair);
  return store;
}

/** The visits of a history with what was said of them; without a case the same is said, but not twice in a row. */
export function visitsOf(history: History, pair: Pair, name: WorldName) {
  const { opens } = history;
  const scores = scoresOf(history, opens === 'low-twice' && name !== 'none');
  const replace = name === 'none' ? 'conditional' : 'replace';
  return scores.map((score, at) => {
    const wish = opens === 'replace' && at === 0 ? replace : 'continue';
    return visitOf(pair, DAYS[at] ?? DAYS[0], { score, wish });
  });
}

export const remarkOn = ({ id }: VisitRecord, { expert }: Pair) =>
  withRemark(undefined, id, '続けにくい', {
    ...{ by: expert, at: '2026-11-17T00:00:00.000Z', via: 'teams', ask: `remark-${id}` },
  });

/** What the secretariat does about the case, and is told of it. */
async function followUp(store: Store, { opens, writes, told }: History, { expert }: Pair): Promise<void> {
  const [first] = await casesIn(store);
  const which = opens === 'by-hand' ? { municipality: HOME, expert } : { mismatch: first?.id };
  if (opens === 'by-hand')
    await saying(store, 'secretariat', pressed({ ...which, party: 'expert', detail: '続けにくい' }));
  const [one] = await casesIn(store);
  for (const [at, input] of writes.entries())
    await saying(store, 'secretariat', pressed({ ...input, mismatch: one?.id }), { id: `write-${at}` });
  if (told) await tell(store);
}

const pressed = (input: Ask['input']) => ({ kind: 'pressed', ask: { command: 'record-mismatch', input } }) as const;

async function tell(store: Store): Promise<void> {
  const planning = await readWorld(store, NOW, admission);
  const [one] = await casesIn(store);
  if (!planning || !one) throw new Error('no programme, or no case');
  for (const day of new Set([one.reportedOn, hearingDue(one, calendarOf([]))])) {
    const [start, end] = [instantOf(day), instantOf(addDays(day, 1))];
    for (const due of await secretariatNote.due({ start, end, at: instantOf(day, '09:00'), day }, planning))
      await plant(store, deliveries, noteOf(due, day));
  }
}

/** Half of them have arrived, and the others are in doubt. */
export function noteOf({ recipient, about = '', item }: DueItem, day: Day): Delivery {
  const [start, dueAt] = [instantOf(day).toISOString(), instantOf(day, '09:00').toISOString()];
  const plan = planned({
    ...{ job: secretariatNote.name, slot: start, recipient, about, item: item as Delivery['item'] },
    ...{ dueAt, until: instantOf(addDays(day, 14)).toISOString(), hours: 'office' },
  });
  return about < '8' ? { ...plan, state: 'sent', sentAt: dueAt } : { ...plan, state: 'unknown', reason: 'no-answer' };
}

export async function casesIn(store: Store) {
  const ratings = (await store.ratings.list(municipal(HOME))).map(({ value }): Rating => value);
  const visits = (await store.visitRecords.list(municipal(HOME))).map(({ value }) => value);
  return casesOf({ ratings, visits, mismatches: (await store.mismatches.list(MISMATCHES)).map(({ value }) => value) });
}

type Did = Parameters<typeof dispatch>[1]['did'];
export type Where = '1:1' | 'the room of the prefecture';

/** What somebody gets for this, and what is logged of it: everything but how long it took. */
export async function saying(
  store: Store,
  who: Whoever,
  did: Did,
  { id = 'said', where = '1:1', known = commands }: { id?: string; where?: Where; known?: readonly Command[] } = {},
): Promise<string> {
  let lines = '';
  const log = pino(
    { base: null, timestamp: false },
    { write: (line: string) => (lines += line.replace(/"ms":\d+/, '')) },
  );
  const bot = { store, commands: known, admission, jobs, now: () => NOW, log, metrics: { turn: () => undefined } };
  const kind = where === '1:1' ? ('personal' as const) : ('group' as const);
  const place = where === '1:1' ? `chat-${who}` : where;
  const room = { kind, id: place, address: { channel: 'teams' as const, id: place } };
  const profile = async () => ({ emails: [people[who]] });
  const incoming = {
    id: `${id}-${who}`,
    channel: 'teams' as const,
    person: who,
    room,
    did,
    formsInCards: true,
    profile,
  };
  return JSON.stringify([await dispatch(bot, incoming), lines], (_, value) => opened(value));
}

/** A file is what stands in it: its packed bytes would hide what two of them differ in. */
function opened(value: unknown): unknown {
  const bytes = bytesOf(value);
  if (bytes?.[0] !== 0x50 || bytes[1] !== 0x4b) return value;
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
}

/** Buffers say themselves as JSON before anybody else is asked. */
function bytesOf(value: unknown): Uint8Array | undefined {
  if (value instanceof Uint8Array) return value;
  const { type, data } = (typeof value === 'object' && value !== null ? value : {}) as {
    type?: unknown;
    data?: unknown;
  };
  return type === 'Buffer' && Array.isArray(data) ? Uint8Array.from(data as number[]) : undefined;
}

import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { pino } from 'pino';
import { dispatch } from '../../bot/dispatch.ts';
import { admission } from '../../bot/features/admission.ts';
import { commands } from '../../bot/features/index.ts';
import { jobs } from '../../bot/features/jobs.ts';
import { importWorkbook } from '../../bot/hand-over/import/import-workbook.ts';
import { createMetrics } from '../../bot/observe/metrics.ts';
import { createOutbox } from '../../bot/outbox/outbox.ts';
import { fictionalProgramme, PREFECTURE_OFFICER } from '../../demo/programme.ts';
import type { ProgrammeContent } from '../../documents/workbook/content.ts';
import { addDays } from '../../programme/day.ts';
import type { KpiRecord } from '../../programme/progress/kpi-record.ts';
import { addWeeks, weekOf } from '../../programme/week.ts';
import { CHANGES, municipal, type OpenStore, type Store } from '../../storage/collections.ts';
import { openCosmos } from '../../storage/cosmos.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { memberId } from '../../storage/ids.ts';
import { fakeChannel } from '../outbox/house.ts';
import { virtualClock } from '../outbox/virtual-clock.ts';
import { cpu } from './cpu-time.ts';
import { codeOf, from } from './filled-store.ts';
import { inTeams, meetInTeams } from './in-teams.ts';
import { metered } from './store-meter.ts';

export const STEPS = ['import', 'start', 'quiet', 'cards', 'standing', 'digest'] as const;
export type Step = (typeof STEPS)[number];

/** Of a turn, the mean of some: time, CPU time of this process (not of a Cosmos DB server), and requests to the store. */
export type Spent = { readonly ms: number; readonly cpu: number; readonly asked: number };
/** A programme of so many municipalities: what each step took, and the memory at the end. */
export type Grown = {
  readonly store: string;
  readonly towns: number;
  readonly steps: Readonly<Record<Step, Spent>>;
  readonly mb: number;
};

const START = new Date('2026-11-29T12:00:00+09:00');
const MONDAY = new Date('2026-11-30T09:00:00+09:00');
const [WEEKS, TURNS, TEN_MINUTES] = [52, 20, 600_000];
/** Municipalities that are filled side by side. */
const ABREAST = 16;

async function grow(towns: number): Promise<Grown> {
  const opened = await open();
  const { store, take } = metered(opened.store);
  const steps = {} as Record<Step, Spent>;
  const step = async (name: Step, work: () => Promise<unknown>, times = 1): Promise<void> => {
    take();
    const [began, spent] = [performance.now(), cpu()];
    await work();
    const [ms, used] = [performance.now() - began, cpu() - spent];
    const { read, create, replace, remove, query } = take();
    const asked = Math.round(((read + create + replace + remove + query) / times) * 10) / 10;
    steps[name] = { ms: ms / times, cpu: used / times, asked };
  };
  const content = contentOf(towns);
  await step('import', () => importWorkbook(store, content, START));
  await fillYear(opened.store, content);
  const clock = virtualClock(START);
  const log = pino({ level: 'silent' });
  const channels = [fakeChannel(clock)];
  const outbox = createOutbox({ store, admission, jobs, channels, clock, log, lease: true, sweepFrom: 0.5 });
  const tickAt = async (at: Date): Promise<void> => {
    await clock.advanceTo(at);
    await outbox.tick();
    await clock.runUntil(outbox.idle());
  };
  await step('start', () => tickAt(START));
  await step('quiet', () => tickAt(new Date(START.getTime() + TEN_MINUTES)));
  await step('cards', () => tickAt(MONDAY));
  await tickAt(new Date(MONDAY.getTime() + TEN_MINUTES));
  const bot = { commands, admission, jobs, now: clock.now, log, metrics: createMetrics() };
  let count = 0;
  const turn = async (email: string, text: string): Promise<void> => {
    const answer = await dispatch({ ...bot, store: await outbox.asOfNow() }, inTeams(email, text, `turn-${count++}`));
    if (!answer) throw new Error(`${text} was not answered`);
  };
  /** Before each, somebody reports. */
  const turns = async (email: string, text: string): Promise<void> => {
    for (let at = 0; at < TURNS; at++) {
      await reportAgain(opened.store, at % towns, at);
      await turn(email, text);
    }
  };
  for (const [name, email, text] of [
    ['standing', leadOf(codeOf(0)), '状況'],
    ['digest', PREFECTURE_OFFICER, 'ダイジェスト'],
  ] as const) {
    await turn(email, text);
    await step(name, () => turns(email, text), TURNS);
  }
  const mb = Math.round(process.memoryUsage().rss / 1e6);
  await opened.close();
  return { store: process.env['COSMOS_ENDPOINT'] ? 'cosmos' : 'embedded', towns, steps, mb };
}

function open(): Promise<OpenStore> | OpenStore {
  const { COSMOS_ENDPOINT: endpoint, COSMOS_KEY: key, EMBEDDED_FILE: file = '' } = process.env;
  return endpoint && key ? openCosmos({ endpoint, database: 'growth', key }) : openEmbedded(file);
}

const leadOf = (code: string): string => `lead-${code}@town.example.jp`;

/** The municipalities of the fictional programme again and again, each with one officer. */
function contentOf(towns: number): ProgrammeContent {
  const one = fictionalProgramme(START);
  const known = one.municipalities.filter(({ supported }) => supported);
  const places = Array.from({ length: towns }, (_, at) => ({ code: codeOf(at), like: known[at % known.length] }));
  const asIn = <T extends { readonly municipality: string }>(all: readonly T[]): T[] =>
    places.flatMap(({ code, like }) =>
      all.filter(({ municipality }) => municipality === like?.code).map((each) => ({ ...each, municipality: code })),
    );
  const others = one.members.filter(({ role, lead }) => lead && role !== 'municipal');
  const leads = places.map(({ code }) => ({
    ...{ name: `担当 ${code}`, role: 'municipal' as const, office: `町${code} 総務課`, municipalities: [code] },
    ...{ email: leadOf(code), chat: 'teams' as const, lead: true },
  }));
  return {
    programme: { ...one.programme, start: addWeeks(weekOf(START), -WEEKS), closures: [] },
    municipalities: places.map(({ code }) => ({ code, name: `町${code}`, area: '計測', supported: true })),
    members: [...leads, ...others],
    items: asIn(one.items),
    kpis: asIn(one.kpis),
    meetings: [],
  };
}

/** A year of weekly reports, up to last week; everybody has opened the 1:1 chat. Nothing is left to be looked at. */
async function fillYear(store: Store, { municipalities, members }: ProgrammeContent): Promise<void> {
  await abreast(municipalities, async ({ code }) => {
    for (const { value, etag } of await store.kpis.list(municipal(code)))
      if (value.weekly) await store.kpis.put({ ...value, entries: yearOf(value.kpi) }, etag, [], 'unnoted');
  });
  await abreast(members, ({ email = '' }) =>
    meetInTeams(store, email, memberId({ email, name: '', office: '' }), START),
  );
  const notes = await store.changes.list(CHANGES);
  await abreast(notes, ({ value, etag }) => store.changes.remove(CHANGES, value.id, etag));
}

const yearOf = (kpi: string): KpiRecord['entries'] =>
  Array.from({ length: WEEKS }, (_, at) => {
    const week = addWeeks(weekOf(START), at - WEEKS);
    const parts = { numerator: at, denominator: 60, value: Math.round((at / 60) * 1000) / 10 };
    return { ...from(addDays(week, 1), `${kpi}-${at}`), number: at + 1, week, kind: 'value' as const, ...parts };
  });

async function abreast<T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < all.length; at += ABREAST) await Promise.all(all.slice(at, at + ABREAST).map(work));
}

/** A municipality changes the note of its last report. */
async function reportAgain({ kpis }: Store, index: number, at: number): Promise<void> {
  const found = await kpis.list(municipal(codeOf(index)));
  const weekly = found.find(({ value }) => value.weekly);
  if (!weekly) throw new Error('nothing is reported weekly');
  const entries = weekly.value.entries.map((entry, last, all) =>
    last === all.length - 1 ? { ...entry, note: `${at}回目` } : entry,
  );
  await kpis.put({ ...weekly.value, entries }, weekly.etag);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const grown = await grow(Number(process.env['TOWNS']));
  process.send?.(grown, () => process.exit(0));
}

import { pino } from 'pino';
import type { Incoming } from '../../bot/channels/channel.ts';
import { openLineWorks } from '../../bot/channels/line-works/open-line-works.ts';
import { dispatch } from '../../bot/dispatch.ts';
import { admission } from '../../bot/features/admission.ts';
import { commands } from '../../bot/features/index.ts';
import { jobs } from '../../bot/features/jobs.ts';
import { importWorkbook } from '../../bot/hand-over/import/import-workbook.ts';
import { finishNewYear } from '../../bot/hand-over/new-year/finish.ts';
import { createMetrics } from '../../bot/observe/metrics.ts';
import { createKnown } from '../../bot/outbox/known.ts';
import { relayLeftovers } from '../../bot/outbox/leftovers.ts';
import { createOutbox } from '../../bot/outbox/outbox.ts';
import { createOwnWrites } from '../../bot/outbox/own-writes.ts';
import { plan } from '../../bot/outbox/plan.ts';
import type { Ask } from '../../cards/card.ts';
import { writeHistory } from '../../demo/history.ts';
import { fictionalProgramme } from '../../demo/programme.ts';
import type { ProgrammeContent } from '../../documents/workbook/content.ts';
import type { Store } from '../../storage/collections.ts';
import { openCosmos } from '../../storage/cosmos.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { memberId, roomId } from '../../storage/ids.ts';
import { signatureOf } from '../fakes/line-works/callbacks.ts';
import { startFakeLineWorks } from '../fakes/line-works/fake-line-works.ts';
import { fakeChannel } from '../outbox/house.ts';
import { virtualClock } from '../outbox/virtual-clock.ts';
import { ANY_KEY } from '../storage/cosmos-server.ts';
import { startMeter } from './cosmos-meter.ts';
import { inTeams, meetInTeams } from './in-teams.ts';
import type { Requests } from './ru-of.ts';
import { metered } from './store-meter.ts';

/** The fictional programme with half a year behind it: what a turn or a tick asks of the store. */
export type MeasuredProgramme = {
  readonly content: ProgrammeContent;
  /** Somebody says or presses something, in Teams. */
  turn(email: string, did: string | Ask): Promise<Requests>;
  /** The same in LINE WORKS, from the callback to its mark. */
  lineWorksTurn(email: string, text: string): Promise<Requests>;
  /** Ticks at these moments, and what is due is sent. */
  ticks(...moments: readonly Date[]): Promise<Requests>;
  /** Ticks once an hour until then, and is counted by nobody. */
  goOn(until: Date): Promise<void>;
  /** What looks through every place in a week, for what a crash has left and nobody noted. */
  sweep(): Promise<Requests>;
  /** Reading everything that planning goes by, as at a start, and once within a week from then on. */
  reading(): Promise<Requests>;
  close(): Promise<void>;
};

const START = new Date('2026-11-29T12:00:00+09:00');

/** @param towns how many of the 25 municipalities; `wire`: the requests as Cosmos DB gets them, which takes minutes. */
export async function openMeasured(towns: number, on: 'wire' | 'memory'): Promise<MeasuredProgramme> {
  const { store: asked, take, close } = await (on === 'wire' ? onTheWire() : inMemory());
  const ownWrites = createOwnWrites(asked);
  const { store } = ownWrites;
  const content = someOf(fictionalProgramme(START), towns);
  await importWorkbook(store, content, START);
  await writeHistory(store, content, START);
  await getToKnow(store, content);
  const clock = virtualClock(START);
  const log = pino({ level: 'silent' });
  const bot = { store, commands, admission, jobs, now: clock.now, log, metrics: createMetrics() };
  const works = await startFakeLineWorks({ now: clock.now });
  const turned = async (incoming: Incoming) => dispatch({ ...bot, store: await outbox.asOfNow() }, incoming);
  const door = openLineWorks(works.config, turned, { ...{ log, now: clock.now, received: store.received } });
  const channels = [fakeChannel(clock)];
  const outbox = createOutbox({
    ...{ store, admission, jobs, finish: finishNewYear, channels, clock, log, lease: true, ownWrites },
    // So that every run looks through the same places.
    sweepFrom: 0.5,
  });
  let count = 0;
  return {
    content,
    async turn(email, did) {
      take();
      await turned(inTeams(email, typeof did === 'string' ? did : { kind: 'pressed', ask: did }, `turn-${count++}`));
      return take();
    },
    async lineWorksTurn(email, text) {
      const { userId, domainId } = works.enrol({ name: '名前', email });
      const issuedTime = new Date(clock.now().getTime() - 1_000 * count++).toISOString();
      const body = Buffer.from(
        JSON.stringify({ type: 'message', source: { userId, domainId }, issuedTime, content: { type: 'text', text } }),
      );
      const signature = signatureOf(works.config.botSecrets[0] ?? '', body);
      take();
      await door.route({ headers: { 'x-works-signature': signature, 'x-works-botid': works.config.botId }, body });
      await door.idle();
      return take();
    },
    async ticks(...moments) {
      take();
      for (const moment of moments) {
        await clock.advanceTo(moment);
        await outbox.tick();
        await clock.runUntil(outbox.idle());
      }
      return take();
    },
    async goOn(until) {
      for (let at = clock.now().getTime() + 3_600_000; at < until.getTime(); at += 3_600_000) {
        await clock.advanceTo(new Date(at));
        await outbox.tick();
        await clock.runUntil(outbox.idle());
      }
    },
    async reading() {
      const known = createKnown({ store, clock, isOurs: async () => false, onFault: () => undefined });
      take();
      await plan({ known, admission, jobs, now: clock.now(), everything: false, onFault: () => undefined });
      return take();
    },
    async sweep() {
      take();
      await relayLeftovers(
        store,
        content.municipalities.map(({ code }) => code),
        () => undefined,
      );
      return take();
    },
    async close() {
      await door.stop();
      await works.stop();
      await close();
    },
  };
}

async function onTheWire() {
  const meter = await startMeter();
  const { store, close } = await openCosmos({ endpoint: meter.endpoint, database: 'requests', key: ANY_KEY });
  return { store, take: meter.take, close: () => close().then(meter.close) };
}

async function inMemory() {
  const opened = openEmbedded(':memory:');
  return { ...metered(opened.store), close: opened.close };
}

/** The first so many municipalities, and whoever has to do with them. */
function someOf(all: ProgrammeContent, towns: number): ProgrammeContent {
  const codes = all.municipalities.filter(({ supported }) => supported).slice(0, towns);
  const known = new Set(codes.map(({ code }) => code));
  const isIn = ({ municipality }: { readonly municipality: string }) => known.has(municipality);
  const members = all.members
    .map((member) => ({ ...member, chat: 'teams' as const }))
    .map((member) => ({ ...member, municipalities: member.municipalities.filter((code) => known.has(code)) }))
    .filter(({ role, municipalities }) => role === 'secretariat' || role === 'prefecture' || municipalities.length > 0);
  const closures = all.programme.closures.filter(({ whom }) => known.has(whom));
  return {
    ...{ ...all, programme: { ...all.programme, closures }, municipalities: codes, members },
    ...{ items: all.items.filter(isIn), kpis: all.kpis.filter(isIn) },
  };
}

/** Everybody has opened the 1:1 chat, and the prefecture and the secretariat have a room. */
async function getToKnow(store: Store, { members }: ProgrammeContent): Promise<void> {
  for (const { email = '' } of members)
    await meetInTeams(store, email, memberId({ email, name: '', office: '' }), START);
  for (const audience of ['prefecture', 'secretariat'] as const) {
    const room = { id: roomId('teams', audience), channel: 'teams' as const, address: audience, audience };
    await store.rooms.put(room, 'absent');
  }
}

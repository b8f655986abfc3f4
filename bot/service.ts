import { statSync } from 'node:fs';
import type { Logger } from 'pino';
import type { Card } from '../cards/card.ts';
import { refused } from '../cards/refused.ts';
import { type KnownKinds, kinds, type OpenStore } from '../storage/collections.ts';
import { openCosmos } from '../storage/cosmos.ts';
import { openEmbedded } from '../storage/embedded.ts';
import { takeAlong } from '../storage/take-along.ts';
import type { Channel, ChatProduct, Handle, Incoming } from './channels/channel.ts';
import { lineWorks } from './channels/line-works/product.ts';
import { teams } from './channels/teams/product.ts';
import type { Command } from './command.ts';
import type { Config } from './config.ts';
import { type Bot, dispatch } from './dispatch.ts';
import { createCrowd, KEPT, TURNS } from './doors/crowd.ts';
import { createHttp } from './doors/http.ts';
import { throttled } from './doors/throttle.ts';
import { admission } from './features/admission.ts';
import { commands } from './features/index.ts';
import { jobs } from './features/jobs.ts';
import { takenInKinds } from './features/taken-in.ts';
import type { TakenIn } from './files/taken-in.ts';
import { finishNewYear } from './hand-over/new-year/finish.ts';
import type { Job } from './job.ts';
import { createMetrics, startMetricsLine } from './observe/metrics.ts';
import { observedChannel, observedJob, observedStore } from './observe/observed.ts';
import { inSpan } from './observe/span.ts';
import { type Clock, clockOf } from './outbox/clock.ts';
import { createOutbox, type Outbox, type OutboxSetup } from './outbox/outbox.ts';
import { createOwnWrites } from './outbox/own-writes.ts';
import { startClock } from './outbox/start-clock.ts';
import type { HouseFacts } from './upkeep/house-facts.ts';
import { programVersion } from './upkeep/program-version.ts';
import { mayWorkIn, programmeIn } from './upkeep/store-expected.ts';
import { storeRefusal } from './upkeep/store-trouble.ts';
import { roomAsOfNow } from './who/registered-room.ts';

/** The chat products, in the order of `programme/channel.ts`. */
export const chatProducts: readonly ChatProduct<Config>[] = [teams, lineWorks];

export type Service = {
  readonly port: number;
  /** Until everything is worked off that was acknowledged before it was done. */
  idle(): Promise<void>;
  readonly store: OpenStore['store'];
  /** What happens by the clock; ticks by itself when CLOCK is on. */
  readonly outbox: Outbox;
  /** `/readyz` says no from here on; everything else goes on. */
  drain(): void;
  /** `/readyz` says no, what is under way finishes, then everything closes. */
  stop(): Promise<void>;
};

/**
 * What looking at everything may ask of Cosmos DB in a second, so that turns find something left of the 1,000 RU/s that
 * the smallest autoscale has.
 */
const LOOKING_RU = 600;

/** The lists that say what there is; everything else follows from them. */
export type Has = {
  readonly commands: readonly Command[];
  readonly jobs: readonly Job[];
  readonly kinds: KnownKinds;
  /** Those of the program where others are not named. */
  readonly takenIn?: readonly TakenIn[];
};
const real: Has = { commands, jobs, kinds };

type ServiceOptions = {
  /** ms since some beginning, which no change of the date touches; without it the date is believed. */
  readonly steady?: () => number;
  /** Whether a store may be made where there never was one; never for `npm start`, where the disk may not be there. */
  readonly mayCreate?: boolean;
  readonly has?: Has;
  /** The store a turn goes by, where it is not what the outbox says it is now. */
  readonly storeOfTurn?: (outbox: Outbox, store: OpenStore['store']) => Promise<OpenStore['store']>;
};

const asOfNow: NonNullable<ServiceOptions['storeOfTurn']> = (outbox) => outbox.asOfNow();

/**
 * Puts the service together: store → commands → channels → http. `now` and `steady` are the only clocks below.
 * @param limits how fast is sent, where that is not what the products document
 */
export async function startService(
  config: Config,
  log: Logger,
  now: () => Date,
  limits?: OutboxSetup['limits'],
  { steady, mayCreate = true, has = real, storeOfTurn = asOfNow }: ServiceOptions = {},
): Promise<Service> {
  const opened = await openStore(config, { mayCreate, of: has.kinds });
  const metrics = createMetrics();
  const { store, ...ownWrites } = createOwnWrites(observedStore(opened.store, metrics), has.kinds);
  const house = factsOf(config);
  const bot = { takenIn: takenInKinds, ...has, store, admission, now, log, metrics, house };
  const turns = inTurns(bot, () => storeOfTurn(outbox, store));
  const turn: Handle = (incoming) => turns(incoming).finally(() => outbox.wake());
  const handle = throttled(turn, steady ?? (() => now().getTime()), config.TURNS_PER_MINUTE);
  const around = { log, now, received: store.received, excuse };
  const doors = chatProducts.map((product) => {
    const seenRoom = async (room: Incoming['room']) => void (await roomAsOfNow(store, product.name, room));
    const { enter } = createCrowd(KEPT);
    return { ...product.open(config, handle, { ...around, enter, seenRoom }), crowded: product.crowded };
  });
  const ready = Object.fromEntries(doors.map(({ channel }) => [channel.name, () => channel.ready()]));
  const isWell = async (): Promise<void> => {
    await opened.ping();
    await programmeIn(opened.store, now());
  };
  const http = createHttp({ log, parts: { store: isWell, ...ready } });
  for (const { path, route, crowded } of doors) {
    http.mount(path, route, crowded === 'told' ? createCrowd(TURNS) : undefined);
  }
  const channels = present(doors.map(({ channel }) => channel)).map((channel) => observedChannel(channel, metrics));
  const clock = clockOf(now, steady);
  const outbox = createOutbox({
    ...outboxParts(store, channels, clock, log, has),
    lease: true,
    ownWrites,
    ...(limits && { limits }),
    ...(config.STORE === 'cosmos' && { ruPerSecond: LOOKING_RU }),
  });
  try {
    const { port } = await http.start(config.PORT, config.HOST);
    log.info({ port, store: config.STORE }, 'listening');
    for (const door of doors) door.start();
    const ticking = config.CLOCK === 'on' ? startClock(outbox, log) : undefined;
    const line = config.APPLICATIONINSIGHTS_CONNECTION_STRING ? undefined : startMetricsLine(metrics, log);
    return {
      port,
      async idle() {
        await Promise.all(doors.map((door) => door.idle()));
      },
      store: opened.store,
      outbox,
      drain: http.drain,
      async stop() {
        http.drain();
        line?.stop();
        await ticking?.stop();
        await http.stop();
        await Promise.all(doors.map((door) => door.stop()));
        await opened.close();
      },
    };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** What the settings and the machine say of the service. */
export function factsOf(config: Config): HouseFacts {
  const { STORE: store, CLOCK, EMBEDDED_FILE: file } = config;
  return {
    version: programVersion(),
    clockInside: CLOCK === 'on',
    store,
    storeBytes: () => (store === 'embedded' ? statSync(file, { throwIfNoEntry: false })?.size : undefined),
    channels: chatProducts.map((product) => ({ name: product.name, isSetUp: product.isSetUp(config) })),
  };
}

/** What is said of a store that could not even keep what was said to us. */
function excuse(error: unknown): Card | undefined {
  const refusal = storeRefusal(error);
  return refusal && refused(refusal);
}

/** Every turn is a span, and reads what is as late as its beginning. */
function inTurns(bot: Bot, storeNow: () => Promise<OpenStore['store']>): Handle {
  return (incoming) =>
    inSpan('turn', { 'bansou.channel': incoming.channel, 'bansou.did': incoming.did.kind }, async () =>
      dispatch({ ...bot, store: await storeNow() }, incoming),
    );
}

/** The chat products for sending only, with nobody at their doors. */
export function openChannels(config: Config, log: Logger, now: () => Date): readonly Channel[] {
  return present(chatProducts.map((product) => product.sender(config, { log, now })));
}

const present = (all: readonly Channel[]): readonly Channel[] => all.filter(({ absent }) => !absent);

/** What the outbox needs, whoever makes it tick. */
export function outboxParts(
  store: OpenStore['store'],
  channels: readonly Channel[],
  clock: Clock,
  log: Logger,
  { jobs, kinds }: Has = real,
) {
  return { store, admission, jobs: jobs.map(observedJob), kinds, finish: finishNewYear, channels, clock, log };
}

/**
 * The store the settings name, with what an older program left in it taken along.
 * @throws StoreUnavailable where there is none, unless one may be made
 */
export async function openStore(
  config: Config,
  { mayCreate = false, of = kinds as KnownKinds } = {},
): Promise<OpenStore> {
  const opened = await connectStore(config, { mayCreate, of });
  try {
    await mayWorkIn(opened.store);
    await takeAlong(opened.store);
    await finishNewYear(opened.store);
    return opened;
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** A store as it is: nothing is done in it, and nobody has looked whether anybody may work in it. */
export async function connectStore(
  config: Config,
  { mayCreate = false, of = kinds as KnownKinds, store = config.STORE, remembers = true } = {},
): Promise<OpenStore> {
  if (store === 'embedded') return openEmbedded(config.EMBEDDED_FILE, { mayCreate, of, remembers });
  const settings = {
    endpoint: config.COSMOS_ENDPOINT ?? '',
    database: config.COSMOS_DATABASE,
    key: config.COSMOS_KEY,
    identity: identityIdOf(config),
    remembers,
  };
  return openCosmos(settings, of);
}

/** The bot's own identity opens everything else too: where there are only user-assigned ones, one must be named. */
export const identityIdOf = ({ MicrosoftAppType: type, MicrosoftAppId: id }: Config): string | undefined =>
  type === 'UserAssignedMsi' ? id : undefined;

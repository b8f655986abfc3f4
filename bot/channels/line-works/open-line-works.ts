import type { IncomingHttpHeaders } from 'node:http';
import type { Logger } from 'pino';
import type { Card } from '../../../cards/card.ts';
import type { ReceivedEvent } from '../../../programme/received-event.ts';
import { type Collection, StoreUnavailable } from '../../../storage/store.ts';
import type { Channel, Handle } from '../channel.ts';
import { type Api, createApi } from './api.ts';
import type { LineWorksConfig } from './config.ts';
import { eventOf, type InboundEvent } from './event.ts';
import { createInbox, type Kept } from './inbox.ts';
import { concernsUs } from './receive.ts';
import { createRounds, OLDEST_MS } from './rounds.ts';
import { closedChannel, createChannel } from './send.ts';
import { createShelf, type Shelf } from './shelf.ts';
import { createWork, type Enter, type Work } from './work.ts';

export type LineWorksDoor = {
  readonly channel: Channel;
  readonly path: string;
  readonly route: (request: { headers: IncomingHttpHeaders; body: Buffer }) => Promise<{ status: number }>;
  /** Takes up what was left undone, now and when it may be taken up. */
  start(): void;
  /** Nothing new is begun; what is under way finishes. */
  stop(): Promise<void>;
  /** Until everything that was acknowledged is worked off. */
  idle(): Promise<void>;
};

export type LineWorksDeps = {
  readonly log: Logger;
  readonly now: () => Date;
  readonly received: Collection<ReceivedEvent>;
  /** How long an event may be in work before another takes it over. */
  readonly leaseMs?: number | undefined;
  /** How many events may be in the hands of this process. */
  readonly most?: number | undefined;
  readonly enter?: Enter | undefined;
  /** What a person is told of this error, where it is one with words of its own. */
  readonly excuse?: (error: unknown) => Card | undefined;
};

const PATH = '/line-works/callback';
const OK = { status: 200 };
/** How often it is asked, of no store, whether it is time to look. */
const ROUND_MS = 1_000;
const HOUR_MS = 3_600_000;
const TIDY_MS = 6 * HOUR_MS;
/** The store may be gone for a moment; the product does not send again. */
const KEEP_PAUSES_MS = [100, 400, 1_500];

/**
 * Opens the LINE WORKS door: verified, kept, acknowledged, and only then worked off, because a callback is never sent
 * again. https://developers.worksmobile.com/jp/docs/bot-callback
 */
export function openLineWorks(config: LineWorksConfig | undefined, handle: Handle, deps: LineWorksDeps): LineWorksDoor {
  if (config === undefined) return closedDoor;
  const { log, now, received, leaseMs, most, enter, excuse } = deps;
  const api = createApi(config, { log, now });
  const rounds = createRounds(now);
  const inbox = createInbox(received, now, leaseMs, rounds.undone);
  const work = createWork({ config, api, handle, log, most, enter });
  const refused = countRefusals(deps);

  const shelf = createShelf({ inbox, work, rounds, log });
  const learnName = (): void => {
    work.learnName().catch(() => log.warn('the name of the bot could not be asked for'));
  };
  const timers: NodeJS.Timeout[] = [];
  const every = (ms: number, what: () => unknown): void => void timers.push(setInterval(what, ms).unref());

  return {
    channel: createChannel(api, deps),
    path: PATH,
    async route({ headers, body }) {
      const event = eventFor(config, api, { headers, body }, now());
      if (typeof event === 'string') {
        refused(event);
        return { status: event === 'unsigned' ? 401 : 200 };
      }
      if (!concernsUs(event, work.bot())) return OK;
      rounds.heard();
      return shelf.isInUse()
        ? shelve(event, body, { shelf, log })
        : keepAndBegin(event, body, { inbox, work, log, excuse });
    },
    start() {
      learnName();
      shelf.goRound();
      every(ROUND_MS, shelf.goRound);
      // The bot may be called something else by now, or could not be asked before.
      every(HOUR_MS, learnName);
      every(TIDY_MS, () => inbox.tidy().catch(() => log.warn('old marks of received events could not be removed')));
    },
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await shelf.stop();
    },
    idle: () => shelf.idle(),
  };
}

type Refused = 'unsigned' | 'unreadable' | 'foreign' | 'old';

/** Of an event that is really from the product, about our bot, of our domains, and not from the day before yesterday. */
function eventFor(
  config: LineWorksConfig,
  api: Pick<Api, 'isSigned'>,
  { headers, body }: { headers: IncomingHttpHeaders; body: Buffer },
  now: Date,
): InboundEvent | Refused {
  // Node gives header names in lower case, whatever their spelling was.
  const [signature, bot] = [headers['x-works-signature'], headers['x-works-botid']];
  if (typeof signature !== 'string' || !api.isSigned(body, signature)) return 'unsigned';
  if (bot !== config.botId) return 'foreign';
  const event = eventOf(body.toString());
  if (event === undefined) return 'unreadable';
  if (!config.domainIds.includes(event.source.domainId)) return 'foreign';
  return Math.abs(now.getTime() - event.issuedTime.getTime()) > OLDEST_MS ? 'old' : event;
}

type Parts = {
  readonly inbox: ReturnType<typeof createInbox>;
  readonly work: Work;
  readonly log: Logger;
  readonly excuse: LineWorksDeps['excuse'];
};

/** Its place behind what the same person said before is taken at once; acknowledged is what is kept. */
async function keepAndBegin(event: InboundEvent, body: Buffer, { inbox, work, log, excuse }: Parts) {
  const kept = keeping(() => inbox.take(body.toString(), event.issuedTime));
  work.begin(event, kept);
  try {
    await kept;
    return OK;
  } catch (error) {
    const reason = error instanceof StoreUnavailable ? error.message : undefined;
    log.error({ error: error instanceof Error ? error.name : typeof error, reason }, 'a callback could not be kept');
    await work.tellNotKept(event, excuse?.(error));
    return { status: 503 };
  }
}

/** There is no room for it now: its turn comes when there is, before anything that comes later. */
async function shelve(
  event: InboundEvent,
  body: Buffer,
  { shelf, log }: { readonly shelf: Shelf; readonly log: Logger },
) {
  try {
    await shelf.put(body.toString(), event.issuedTime);
    return OK;
  } catch (error) {
    log.error({ error: error instanceof Error ? error.name : typeof error }, 'a callback could not be kept');
    return { status: 503 };
  }
}

async function keeping(take: () => Promise<Kept | undefined>): Promise<Kept | undefined> {
  for (const pause of KEEP_PAUSES_MS) {
    try {
      return await take();
    } catch (error) {
      // The store has tried for as long as somebody may wait.
      if (error instanceof StoreUnavailable) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return take();
}

/** Anyone can send us forgeries; they get a line a minute, not a line each. */
function countRefusals({ log, now }: LineWorksDeps): (why: Refused) => void {
  const counts = new Map<Refused, number>();
  let toldAt = Number.NEGATIVE_INFINITY;
  return (why) => {
    counts.set(why, (counts.get(why) ?? 0) + 1);
    if (now().getTime() - toldAt < 60_000) return;
    log.warn(Object.fromEntries(counts), 'callbacks refused');
    toldAt = now().getTime();
    counts.clear();
  };
}

const closedDoor: LineWorksDoor = {
  channel: closedChannel,
  path: PATH,
  route: async () => ({ status: 404 }),
  start: () => undefined,
  stop: async () => undefined,
  idle: async () => undefined,
};

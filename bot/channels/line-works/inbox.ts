import { createHash, randomUUID } from 'node:crypto';
import { isHeld } from '../../../programme/held.ts';
import type { ReceivedEvent } from '../../../programme/received-event.ts';
import type { Collection, Stored } from '../../../storage/store.ts';
import { OLDEST_MS, type Rounds } from './rounds.ts';

/** How long whoever works on an event has for it; what is then not done was cut off. */
const LEASE_MS = 60_000;
const ATTEMPTS = 3;
const PARTITION = '_received';

export type Inbox = {
  /** Keeps an event that is new; undefined: it is known already. */
  take(body: string, issued: Date): Promise<Kept | undefined>;
  /** Keeps it for whoever has room for it first. */
  shelve(body: string, issued: Date): Promise<void>;
  /** What was shelved, or others or an earlier life of this process have left undone of what was issued since then, the oldest first. */
  leftUndone(since: Date, most?: number): Promise<readonly Kept[]>;
  /** Removes marks that are no longer needed. */
  tidy(): Promise<void>;
};

/** An event in the hands of this process. */
export type Kept = {
  /** Names the event wherever it is delivered. */
  readonly id: string;
  readonly body: string;
  /** Somebody began with it before and did not say what became of it. */
  readonly isSecondTry: boolean;
  /** Asked just before the work: whether it is still this process's to do, however long it has waited. */
  hold(): Promise<boolean>;
  /** Worked off: what was said is dropped, the mark stays. */
  done(): Promise<void>;
  /** Not worked off: whoever comes by when its time is over takes it up. */
  letGo(): void;
};

/**
 * Events as they were received, in the store. Callbacks are never sent again, so what is acknowledged must be here.
 * @param undone told what may have to be taken up later, by its id, and from when on it may be
 */
export function createInbox(
  events: Collection<ReceivedEvent>,
  now: () => Date,
  leaseMs = LEASE_MS,
  undone: Rounds['undone'] = () => undefined,
): Inbox {
  const hand = createHand({ events, now, leaseMs, undone });
  const { owner, leaseUntil, keptOf, unsure } = hand;

  const takeOver = async ({ value, etag }: Stored<ReceivedEvent>): Promise<readonly Kept[]> => {
    if (value.state !== 'working' || hand.has(value.id)) return [];
    if (isHeld(value.leaseUntil, leaseMs, now())) {
      undone(value.id, issuedOf(value.id), new Date(value.leaseUntil));
      return [];
    }
    if (value.attempts >= ATTEMPTS) {
      await finish(events, value.id, 'given-up');
      return [];
    }
    const mine = { ...value, owner, leaseUntil: leaseUntil(), attempts: value.attempts + 1 };
    if ((await events.put(mine, etag)).outcome === 'written') return [keptOf(mine)];
    unsure(value.id);
    return [];
  };

  const leaveForLater = (all: readonly Stored<ReceivedEvent>[]): void => {
    for (const { value } of all) if (value.state === 'working') unsure(value.id);
  };

  /** A write whose answer was lost is found again as one's own. */
  const isOurs = async (id: string): Promise<boolean> => {
    const found = (await events.get(PARTITION, id))?.value;
    return found?.state === 'working' && found.owner === owner && !hand.has(id);
  };

  return {
    async shelve(body, issued) {
      const event = newEvent(body, issued, { owner, leaseUntil: new Date(0).toISOString(), attempts: 0 });
      await keep(events, event, unsure);
      undone(event.id, issued, now());
    },
    async take(body, issued) {
      const event = newEvent(body, issued, { owner, leaseUntil: leaseUntil(), attempts: 1 });
      const { outcome } = await keep(events, event, unsure);
      return outcome === 'written' || (await isOurs(event.id)) ? keptOf(event) : undefined;
    },
    async leftUndone(since, most = Number.POSITIVE_INFINITY) {
      const taken: Kept[] = [];
      const found = await events.list(PARTITION, { from: stamp(since) });
      for (const [at, each] of found.entries()) {
        if (taken.length >= most) break;
        const more = await takeOver(each).catch((error: unknown) => {
          if (taken.length === 0) throw error;
        });
        if (!more) {
          // What is taken is begun; the rest is looked at again.
          leaveForLater(found.slice(at));
          break;
        }
        taken.push(...more);
      }
      return taken;
    },
    tidy: () => tidy(events, now()),
  };
}

type HandParts = {
  readonly events: Collection<ReceivedEvent>;
  readonly now: () => Date;
  readonly leaseMs: number;
  readonly undone: Rounds['undone'];
};

/** What waits or is worked on in this process: nobody takes that from himself. */
function createHand({ events, now, leaseMs, undone }: HandParts) {
  const owner = randomUUID();
  const inHand = new Set<string>();
  const leaseOver = () => new Date(now().getTime() + leaseMs);
  const leaseUntil = () => leaseOver().toISOString();
  const unsure = (id: string): void => undone(id, issuedOf(id), leaseOver());
  const hold = async ({ id }: ReceivedEvent, takenAt: number): Promise<boolean> => {
    if (Math.abs(now().getTime() - takenAt) < leaseMs / 2) return true;
    const found = await events.get(PARTITION, id);
    if (found?.value.state !== 'working' || found.value.owner !== owner) return false;
    return (await events.put({ ...found.value, leaseUntil: leaseUntil() }, found.etag)).outcome === 'written';
  };
  const keptOf = (event: ReceivedEvent): Kept => {
    const { id, body = '', attempts } = event;
    const takenAt = now().getTime();
    inHand.add(id);
    return {
      id,
      body,
      isSecondTry: attempts > 1,
      hold: () => hold(event, takenAt),
      done: () => finish(events, id, 'done').finally(() => inHand.delete(id)),
      letGo() {
        inHand.delete(id);
        unsure(id);
      },
    };
  };
  return { owner, leaseUntil, keptOf, unsure, has: (id: string) => inHand.has(id) };
}

/** A write that has failed may still have come, or come yet. */
async function keep(events: Collection<ReceivedEvent>, event: ReceivedEvent, unsure: (id: string) => void) {
  try {
    return await events.put(event, 'absent');
  } catch (error) {
    unsure(event.id);
    throw error;
  }
}

/** Of an event that is seen to, its id and state stay as a mark; what was said goes. */
async function finish(events: Collection<ReceivedEvent>, id: string, state: 'done' | 'given-up'): Promise<void> {
  const found = await events.get(PARTITION, id);
  if (found?.value.state !== 'working') return;
  const { body: _dropped, ...mark } = found.value;
  await events.put({ ...mark, state }, found.etag);
}

type Claim = Pick<ReceivedEvent, 'owner' | 'leaseUntil' | 'attempts'>;

function newEvent(body: string, issued: Date, claim: Claim): ReceivedEvent {
  return { id: idOf(body, issued), channel: 'line-works', state: 'working', body, ...claim };
}

async function tidy(events: Collection<ReceivedEvent>, now: Date): Promise<void> {
  const old = await events.list(PARTITION, { below: stamp(new Date(now.getTime() - 2 * OLDEST_MS)) });
  for (const { value, etag } of old) await events.remove(PARTITION, value.id, etag);
}

/** In the order of time; the same event has the same id. */
function idOf(body: string, issued: Date): string {
  return `${stamp(issued)}-${createHash('sha256').update(body).digest('hex').slice(0, 32)}`;
}

const stamp = (moment: Date): string => moment.toISOString().replace(/[-:.]/g, '');

const STAMP = /^(\d{4})(\d\d)(\d\dT\d\d)(\d\d)(\d\d)(\d{3}Z)/;

/** When an event was issued, as its id says. */
function issuedOf(id: string): Date {
  const moment = new Date(id.replace(STAMP, '$1-$2-$3:$4:$5.$6').slice(0, 24));
  return Number.isNaN(moment.getTime()) ? new Date(0) : moment;
}

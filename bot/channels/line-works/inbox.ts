import { createHash, randomUUID } from 'node:crypto';
import { isHeld } from '../../../programme/held.ts';
import type { ReceivedEvent } from '../../../programme/received-event.ts';
import type { Collection, Stored } from '../../../storage/store.ts';

/** How long whoever works on an event has for it; what is then not done was cut off. */
const LEASE_MS = 60_000;
/** A replay of anything older is refused by its age; so long, marks of what was done are kept. */
export const OLDEST_MS = 24 * 3_600_000;
/** Looked through often; further back only now and then. */
const RECENT_MS = 15 * 60_000;
const ATTEMPTS = 3;
const PARTITION = '_received';

export type Inbox = {
  /** Keeps an event that is new; undefined: it is known already. */
  take(body: string, issued: Date): Promise<Kept | undefined>;
  /** Keeps it for whoever has room for it first. */
  shelve(body: string, issued: Date): Promise<void>;
  /** What was shelved, or others or an earlier life of this process have left undone, the oldest first. `wholeDay`: also of hours ago. */
  leftUndone(wholeDay: boolean, most?: number): Promise<readonly Kept[]>;
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

/** Events as they were received, in the store. Callbacks are never sent again, so what is acknowledged must be here. */
export function createInbox(events: Collection<ReceivedEvent>, now: () => Date, leaseMs = LEASE_MS): Inbox {
  const owner = randomUUID();
  /** What waits or is worked on in this process: nobody takes that from himself. */
  const inHand = new Set<string>();
  const leaseUntil = () => new Date(now().getTime() + leaseMs).toISOString();
  const ours = () => ({ owner, leaseUntil: leaseUntil(), attempts: 1 });
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
      letGo: () => inHand.delete(id),
    };
  };

  const takeOver = async ({ value, etag }: Stored<ReceivedEvent>): Promise<readonly Kept[]> => {
    const isFree = value.state === 'working' && !isHeld(value.leaseUntil, leaseMs, now()) && !inHand.has(value.id);
    if (!isFree) return [];
    if (value.attempts >= ATTEMPTS) {
      await finish(events, value.id, 'given-up');
      return [];
    }
    const mine = { ...value, owner, leaseUntil: leaseUntil(), attempts: value.attempts + 1 };
    return (await events.put(mine, etag)).outcome === 'written' ? [keptOf(mine)] : [];
  };

  /** A write whose answer was lost is found again as one's own. */
  const isOurs = async (id: string): Promise<boolean> => {
    const found = (await events.get(PARTITION, id))?.value;
    return found?.state === 'working' && found.owner === owner && !inHand.has(id);
  };

  return {
    async shelve(body, issued) {
      await events.put(newEvent(body, issued, { owner, leaseUntil: new Date(0).toISOString(), attempts: 0 }), 'absent');
    },
    async take(body, issued) {
      const event = newEvent(body, issued, ours());
      const { outcome } = await events.put(event, 'absent');
      return outcome === 'written' || (await isOurs(event.id)) ? keptOf(event) : undefined;
    },
    async leftUndone(wholeDay, most = Number.POSITIVE_INFINITY) {
      const from = stamp(new Date(now().getTime() - (wholeDay ? OLDEST_MS : RECENT_MS)));
      const taken: Kept[] = [];
      for (const each of await events.list(PARTITION, { from })) {
        if (taken.length >= most) break;
        taken.push(...(await takeOver(each)));
      }
      return taken;
    },
    tidy: () => tidy(events, now()),
  };
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

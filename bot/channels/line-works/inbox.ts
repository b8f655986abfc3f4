import { createHash, randomUUID } from 'node:crypto';
import type { ReceivedEvent } from '../../../programme/received-event.ts';
import type { Collection, Stored } from '../../../storage/store.ts';

/** How long whoever works on an event has for it; what is then not done was cut off. */
const LEASE_MS = 60_000;
/** A replay of anything older is refused by its age; so long, marks of what was done are kept. */
export const OLDEST_MS = 24 * 3_600_000;
const ATTEMPTS = 3;
const PARTITION = '_received';

export type Inbox = {
  /** Keeps an event that is new. False: it is known already. */
  take(body: string, issued: Date): Promise<Kept | undefined>;
  /** What others, or an earlier life of this process, have left undone. */
  leftUndone(): Promise<readonly Kept[]>;
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
  /** Worked off: what was said is dropped, the mark stays. */
  done(): Promise<void>;
};

/** Events as they were received, in the store. Callbacks are never sent again, so what is acknowledged must be here. */
export function createInbox(events: Collection<ReceivedEvent>, now: () => Date, leaseMs = LEASE_MS): Inbox {
  const owner = randomUUID();
  const leaseUntil = () => new Date(now().getTime() + leaseMs).toISOString();

  const finish = async (id: string, state: 'done' | 'given-up'): Promise<void> => {
    const found = await events.get(PARTITION, id);
    if (found?.value.state !== 'working') return;
    const { body: _dropped, ...mark } = found.value;
    await events.put({ ...mark, state }, found.etag);
  };

  const keptOf = ({ id, body = '', attempts }: ReceivedEvent): Kept => ({
    ...{ id, body, isSecondTry: attempts > 1 },
    done: () => finish(id, 'done'),
  });

  const takeOver = async ({ value, etag }: Stored<ReceivedEvent>): Promise<readonly Kept[]> => {
    if (value.state !== 'working' || value.leaseUntil > now().toISOString()) return [];
    if (value.attempts >= ATTEMPTS) {
      await finish(value.id, 'given-up');
      return [];
    }
    const mine = { ...value, owner, leaseUntil: leaseUntil(), attempts: value.attempts + 1 };
    return (await events.put(mine, etag)).outcome === 'written' ? [keptOf(mine)] : [];
  };

  return {
    async take(body, issued) {
      const event: ReceivedEvent = {
        ...{ id: idOf(body, issued), channel: 'line-works', state: 'working', body },
        ...{ owner, leaseUntil: leaseUntil(), attempts: 1 },
      };
      return (await events.put(event, 'absent')).outcome === 'written' ? keptOf(event) : undefined;
    },
    async leftUndone() {
      const all = await events.list(PARTITION, { from: stamp(new Date(now().getTime() - OLDEST_MS)) });
      const taken: Kept[] = [];
      for (const each of all) taken.push(...(await takeOver(each)));
      return taken;
    },
    async tidy() {
      const old = await events.list(PARTITION, { below: stamp(new Date(now().getTime() - 2 * OLDEST_MS)) });
      for (const { value, etag } of old) await events.remove(PARTITION, value.id, etag);
    },
  };
}

/** In the order of time; the same event has the same id. */
function idOf(body: string, issued: Date): string {
  return `${stamp(issued)}-${createHash('sha256').update(body).digest('hex').slice(0, 32)}`;
}

const stamp = (moment: Date): string => moment.toISOString().replace(/[-:.]/g, '');

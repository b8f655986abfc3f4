import { audit } from '../../programme/audit.ts';
import { changeNotes } from '../../programme/change-note.ts';
import { deliveries } from '../../programme/delivery-kind.ts';
import type { Kind } from '../../programme/kind.ts';
import { leases } from '../../programme/lease.ts';
import { type Room, rooms } from '../../programme/room.ts';
import { noting } from '../../storage/change-notes.ts';
import { type KnownKinds, ROOMS, type Store } from '../../storage/collections.ts';
import { type Collection, type Effect, type Etag, OutcomeUnknown, type Stored } from '../../storage/store.ts';

/** What is at a place of the rooms from some moment on, told by its address; or nothing. */
type Version = { readonly since: number; readonly address: string | undefined };

/** The kinds it takes, in a store of plain maps, which remembers what was at each place of the rooms and when. */
export type Base = {
  readonly store: Store;
  readonly kinds: KnownKinds;
  /** How many writes there were so far. */
  moment(): number;
  /** Whether a room was so at that moment or has been so since. */
  wasSince(moment: number, id: string, address: string | undefined): boolean;
};

const KINDS = { rooms, changes: changeNotes, leases, deliveries, audit } as unknown as KnownKinds;

export function openBase(): Base {
  const history = new Map<string, Version[]>();
  let moment = 0;
  const wrote: Wrote = (name, id, value) => {
    moment++;
    if (name !== rooms.name) return;
    const { address } = (value ?? {}) as Partial<Room>;
    history.set(id, [...(history.get(id) ?? NOTHING), { since: moment, address }]);
  };
  const all = Object.values(KINDS).map((kind) => [kind.name, plain(kind, () => moment, wrote)]);
  return {
    store: Object.fromEntries(all) as Store,
    kinds: KINDS,
    moment: () => moment,
    wasSince(then, id, address) {
      const versions = history.get(id) ?? NOTHING;
      const first = versions.findLastIndex(({ since }) => since <= then);
      return versions.slice(first).some((version) => version.address === address);
    },
  };
}

const NOTHING: readonly Version[] = [{ since: 0, address: undefined }];
type Wrote = (name: string, id: string, value: unknown) => void;

function plain(kind: Kind<unknown>, moment: () => number, wrote: Wrote): Collection<unknown> {
  const kept = new Map<string, Stored<unknown>>();
  const at = (partition: string, id: string) => `${partition}/${id}`;
  return {
    ...{ name: kind.name, partitionOf: (value) => kind.partition(value), idOf: (value) => kind.id(value) },
    get: async (partition, id) => kept.get(at(partition, id)),
    async list(partition, { from = '', below = '~' } = {}) {
      const isIn = ([key]: readonly [string, unknown]) => key >= at(partition, from) && key < at(partition, below);
      return [...kept]
        .filter(isIn)
        .sort()
        .map(([, stored]) => stored);
    },
    async put(value, was, effects: readonly Effect[] = []) {
      const [key, id] = [at(kind.partition(value), kind.id(value)), kind.id(value)];
      if ((kept.get(key)?.etag ?? 'absent') !== was) return { outcome: 'changed-meanwhile' };
      const etag = `v${moment() + 1}` as Etag;
      kept.set(key, { value, etag, effects });
      wrote(kind.name, id, value);
      return { outcome: 'written', etag };
    },
    async remove(partition, id, was) {
      const found = kept.get(at(partition, id));
      if (found && found.etag !== was) return 'changed-meanwhile';
      if (found && kept.delete(at(partition, id))) wrote(kind.name, id, undefined);
      return 'removed';
    },
  };
}

/** Everything that is asked of a store waits until it is let go on, and so does its answer: one of them at a time. */
export type Traffic = {
  /** The same store for one process, with its notes. What it asks for meets its fate; when it is killed, nothing arrives. */
  storeFor(process: { readonly isKilled: boolean }): Store;
  /** Waits while others go on for a while. */
  later(steps: number): Promise<void>;
  /** Until nothing is under way. */
  run(...work: readonly Promise<unknown>[]): Promise<void>;
};

/** @param random from 0 to 1, decides what goes on next and what gets lost */
export function trafficTo(base: Store, random: () => number): Traffic {
  const waiting: (() => void)[] = [];
  const turn = (): Promise<void> => new Promise((go) => waiting.push(go));
  const fateOf = (): 'well' | 'lost' | 'answer-lost' | 'late' => {
    const share = random();
    if (share < 0.94) return 'well';
    return share < 0.96 ? 'lost' : share < 0.98 ? 'answer-lost' : 'late';
  };
  const ask = async <R>(process: { readonly isKilled: boolean }, send: () => Promise<R>): Promise<R> => {
    await turn();
    const fate = process.isKilled ? 'lost' : fateOf();
    if (fate === 'late') void turn().then(send);
    if (fate !== 'well') {
      if (fate === 'answer-lost') await send();
      await turn();
      throw new OutcomeUnknown('', '', '');
    }
    const answer = await send();
    await turn();
    return answer;
  };
  return {
    async later(steps) {
      for (let step = 0; step < steps; step++) await turn();
    },
    storeFor(process) {
      const way = (docs: Collection<unknown>): Collection<unknown> => ({
        ...docs,
        get: (...args) => ask(process, () => docs.get(...args)),
        list: (...args) => ask(process, () => docs.list(...args)),
        put: (...args) => ask(process, () => docs.put(...args)),
        remove: (...args) => ask(process, () => docs.remove(...args)),
      });
      const notes = way(base.changes as unknown as Collection<unknown>) as unknown as Store['changes'];
      const all = (Object.values(base) as unknown as Collection<unknown>[]).map((docs) => [
        docs.name,
        noting(way(docs), KINDS[docs.name] as Kind<unknown>, notes),
      ]);
      return Object.fromEntries(all) as Store;
    },
    async run(...work) {
      let isDone = false;
      const ended = Promise.allSettled(work).then(() => {
        isDone = true;
      });
      while (!isDone || waiting.length > 0) {
        // Whatever can go on without an answer does.
        await new Promise((resolve) => setImmediate(resolve));
        const [next] = waiting.splice(Math.floor(random() * waiting.length), 1);
        next?.();
      }
      await ended;
    },
  };
}

/** The same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const roomsIn = (store: Store) => store.rooms.list(ROOMS);

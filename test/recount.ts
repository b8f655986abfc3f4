import { createKnown } from '../bot/outbox/known.ts';
import type { Outbox } from '../bot/outbox/outbox.ts';
import { CHANGES, LEASES, type Store } from '../storage/collections.ts';
import type { Collection } from '../storage/store.ts';

type Recount = {
  /** For `startService`: what is known, even where nothing ticks; whatever a turn reads of it is read again. */
  storeOfTurn(outbox: Outbox, store: Store): Promise<Store>;
  /** @throws where a turn has read what was over when it began */
  agree(): void;
};

/** Turns go by what is known, as beside a running clock, and each time it is compared with the store itself. */
export function createRecount(now: () => Date): Recount {
  const wrong: string[] = [];
  let known: ReturnType<typeof createKnown> | undefined;
  let knowsOf: Store | undefined;
  const knownOf = async (store: Store) => {
    // Once somebody ticks, that one takes the notes away.
    const isOurs = async () => !(await store.leases.get(LEASES, 'dispatcher'))?.value.owner;
    if (!known || knowsOf !== store) {
      known = createKnown({ store, clock: { now, sleep: async () => undefined }, isOurs, onFault: () => undefined });
      knowsOf = store;
      known.begin(1);
      await known.refresh();
    }
    return known;
  };
  return {
    async storeOfTurn(outbox, store) {
      const planned = await outbox.asOfNow();
      // Where the store itself is the trouble, the turn is to find out.
      const began = await notesIn(store).catch(() => undefined);
      if (began === undefined) return planned;
      const own = planned === store ? await (await knownOf(store)).asOfNow() : planned;
      if (own === store) return store;
      return compared(own, store, async (what) => {
        // Somebody else has written meanwhile.
        if ((await notesIn(store)) !== began) return;
        wrong.push(what);
        throw new Error(`a turn has read what is over: ${what}`);
      });
    },
    agree() {
      if (wrong.length > 0) throw new Error(`turns have read what was over: ${wrong.join(', ')}`);
    },
  };
}

const notesIn = async ({ changes }: Store): Promise<string> =>
  (await changes.list(CHANGES)).map(({ value, etag }) => value.id + etag).join();

function compared(own: Store, store: Store, differs: (what: string) => Promise<void>): Store {
  let hasWritten = false;
  const all = Object.values(own) as unknown as Collection<unknown>[];
  const same = async <R>(what: string, found: R, again: () => Promise<R>): Promise<R> => {
    if (!hasWritten && said(found) !== said(await again())) await differs(what);
    return found;
  };
  const pairs = all.map((docs): [string, Collection<unknown>] => {
    const real = (store as unknown as Readonly<Record<string, Collection<unknown>>>)[docs.name] as Collection<unknown>;
    const compare: Collection<unknown> = {
      ...docs,
      get: async (...args) => same(docs.name, await docs.get(...args), () => real.get(...args)),
      list: async (...args) => same(docs.name, await docs.list(...args), () => real.list(...args)),
      put(...args) {
        hasWritten = true;
        return docs.put(...args);
      },
      remove(...args) {
        hasWritten = true;
        return docs.remove(...args);
      },
    };
    return [docs.name, compare];
  });
  return Object.fromEntries(pairs) as Store;
}

/** Another version may say the same: its effects were carried out. */
const said = (found: unknown): string =>
  JSON.stringify(found, (key, value: unknown) => (key === 'etag' || key === 'effects' ? undefined : value)) ?? '';

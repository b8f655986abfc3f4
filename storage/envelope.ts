import { z } from 'zod';
import { type Kind, kinds, type Store } from './collections.ts';
import { createParsed } from './parsed.ts';
import { type Collection, Effect, type Etag, type Stored, UnreadableDocument } from './store.ts';

/** Raised with the first change of shape that older code must not read; such code then refuses the document. */
const SCHEMA = 1;
const SHOWN_PROBLEMS = 5;
/** What Cosmos DB can sign, store and address: ASCII without `/ \ # ?`, ids of at most 1,023 bytes. */
const KEY = /^[\x21\x22\x24-\x2e\x30-\x3e\x40-\x5b\x5d-\x7e]{1,1023}$/;

/** A document as both stores keep it. The etag is the store's own and lies outside. */
export type Envelope = {
  readonly id: string;
  readonly pk: string;
  /** The collection's name; two kinds may share a partition. */
  readonly type: string;
  readonly schema: number;
  readonly body: unknown;
  readonly effects: readonly Effect[];
  /** Repeated outside the effects so that it can be filtered by. */
  readonly hasEffects: boolean;
};

export type Codec<T> = {
  /** @throws TypeError for a value its own schema refuses, so that nothing unreadable is ever written */
  readonly seal: (value: T, effects: readonly Effect[]) => Envelope;
  /** @throws UnreadableDocument with paths, never with content */
  readonly open: (at: { readonly pk: string; readonly id: string }, etag: string, raw: () => unknown) => Stored<T>;
};

export function codecOf<T>(name: string, kind: Kind<T>): Codec<T> {
  const Shape = z.object({
    type: z.literal(name),
    schema: z.literal(SCHEMA),
    body: kind.schema,
    effects: z.array(Effect),
  });
  const parsed = createParsed<T>();
  return {
    seal(value, effects) {
      const [pk, id] = [kind.partition(value), kind.id(value)];
      if (!isKey(pk) || !isKey(id)) throw new TypeError(`not a storable key in ${name}`);
      const fits = kind.schema.safeParse(value);
      if (!fits.success) throw new TypeError(`${name} ${pk}/${id} does not fit its schema: ${problems(fits.error)}`);
      return { id, pk, type: name, schema: SCHEMA, body: value, effects, hasEffects: effects.length > 0 };
    },
    open({ pk, id }, etag, raw) {
      return parsed(`${pk}/${id}/${etag}`, () => {
        const read = Shape.safeParse(raw());
        if (!read.success) throw new UnreadableDocument(name, pk, id, problems(read.error));
        return { value: read.data.body, effects: read.data.effects, etag: etag as Etag };
      });
    },
  };
}

/** A key that no document can have is not worth a request. */
export function isKey(key: string): boolean {
  return KEY.test(key);
}

/** A store with a collection for every kind. */
export function storeOf(open: <T>(name: string, kind: Kind<T>) => Collection<T>): Store {
  const all = Object.entries(kinds).map(([name, kind]) => [name, open(name, kind as unknown as Kind<unknown>)]);
  return Object.fromEntries(all) as Store;
}

function problems(error: z.ZodError): string {
  const all = error.issues.map(({ path, code }) => `${path.join('.')} (${code})`);
  const more = all.length > SHOWN_PROBLEMS ? ` +${all.length - SHOWN_PROBLEMS}` : '';
  return all.slice(0, SHOWN_PROBLEMS).join(', ') + more;
}

import { z } from 'zod';
import { changeNotes } from '../programme/change-note.ts';
import type { Kind } from '../programme/kind.ts';
import { noting } from './change-notes.ts';
import type { KnownKinds, Store } from './collections.ts';
import { createParsed } from './parsed.ts';
import { type Collection, Effect, type Etag, NewerDocument, type Stored, UnreadableDocument } from './store.ts';
import { lostIn, upcast } from './versions.ts';

const SHOWN_PROBLEMS = 5;
/** What Cosmos DB can sign, store and address: ASCII without `/ \ # ?`, ids of at most 1,023 bytes. */
const KEY = /^[\x21\x22\x24-\x2e\x30-\x3e\x40-\x5b\x5d-\x7e]{1,1023}$/;

/** A document as both stores keep it. The etag is the store's own and lies outside. */
export type Envelope = {
  readonly id: string;
  readonly pk: string;
  /** The collection's name; two kinds may share a partition. */
  readonly type: string;
  /** The version of the body's shape. */
  readonly schema: number;
  readonly body: unknown;
  readonly effects: readonly Effect[];
  /** Repeated outside the effects so that it can be filtered by. */
  readonly hasEffects: boolean;
};

export type Codec<T> = {
  /** @throws TypeError for a value its own schema refuses, so that nothing unreadable is ever written */
  readonly seal: (value: T, effects: readonly Effect[]) => Envelope;
  /** Older versions are read as the newest. @throws UnreadableDocument with paths, never with content */
  readonly open: (at: { readonly pk: string; readonly id: string }, etag: string, raw: () => unknown) => Stored<T>;
};

/** @param remembers whether what was parsed once need not be parsed again; not for whoever reads everything once */
export function codecOf<T>(kind: Kind<T>, remembers = true): Codec<T> {
  const { name, upcasts } = kind;
  const newest = upcasts.length + 1;
  const Head = z.object({ type: z.literal(name), schema: z.int().min(1).default(1) });
  const Content = z.object({ body: kind.schema, effects: z.array(Effect) });
  const parsed = remembers ? createParsed<T>() : parsedAnew<T>;
  const read = (pk: string, id: string, raw: unknown): Omit<Stored<T>, 'etag'> => {
    const unreadable = (what: z.ZodError) => new UnreadableDocument(name, pk, id, problems(what));
    const head = Head.safeParse(raw);
    if (!head.success) throw unreadable(head.error);
    const { schema } = head.data;
    if (schema > newest) throw new NewerDocument(name, pk, id, `schema ${schema}`);
    const { body, effects } = raw as { readonly body: unknown; readonly effects: unknown };
    const current = { body: upcast(body, schema, upcasts), effects };
    const content = Content.safeParse(current);
    if (!content.success) throw unreadable(content.error);
    const lost = lostIn(current, content.data);
    if (lost !== undefined) throw new NewerDocument(name, pk, id, lost);
    return { value: content.data.body, effects: content.data.effects };
  };
  return {
    seal(value, effects) {
      const [pk, id] = [kind.partition(value), kind.id(value)];
      if (!isKey(pk) || !isKey(id)) throw new TypeError(`not a storable key in ${name}`);
      const fits = kind.schema.safeParse(value);
      if (!fits.success) throw new TypeError(`${name} ${pk}/${id} does not fit its schema: ${problems(fits.error)}`);
      return { id, pk, type: name, schema: newest, body: fits.data, effects, hasEffects: effects.length > 0 };
    },
    open({ pk, id }, etag, raw) {
      return parsed(`${pk}/${id}`, etag, () => ({ ...read(pk, id, raw()), etag: etag as Etag }));
    },
  };
}

const parsedAnew = <T>(_key: string, _etag: string, parse: () => Stored<T>): Stored<T> => parse();

/** A key that no document can have is not worth a request. */
export function isKey(key: string): boolean {
  return KEY.test(key);
}

/** A store with a collection for every kind; what is written into them is noted. */
export function storeOf(open: <T>(kind: Kind<T>) => Collection<T>, of: KnownKinds): Store {
  const notes = open(changeNotes);
  const all: readonly Collection<unknown>[] = Object.values(of).map((kind) => noting(open(kind), kind, notes));
  return Object.fromEntries(all.map((docs) => [docs.name, docs])) as unknown as Store;
}

function problems(error: z.ZodError): string {
  const all = error.issues.map(({ path, code }) => `${path.join('.')} (${code})`);
  const more = all.length > SHOWN_PROBLEMS ? ` +${all.length - SHOWN_PROBLEMS}` : '';
  return all.slice(0, SHOWN_PROBLEMS).join(', ') + more;
}

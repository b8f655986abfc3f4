import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Kind } from '../programme/kind.ts';
import { type KnownKinds, kinds, type OpenStore } from './collections.ts';
import { holding, lookAt, noteBeside, type Watch, watchFile } from './embedded-file.ts';
import { aboutOf, countsIn, isNewer, layOut, refuse } from './embedded-layout.ts';
import { rollBack, type WritingTogether, writingTogether } from './embedded-together.ts';
import { type Codec, codecOf, type Envelope, storeOf } from './envelope.ts';
import { patiently } from './patiently.ts';
import { connectSqlite, openSqlite, type Sqlite } from './sqlite-driver.ts';
import { guarded, withNamedFaults } from './sqlite-faults.ts';
import { type Collection, type Etag, type Stored, StoreUnavailable, UnreadableDocument, type Which } from './store.ts';
import { createUnchanged } from './unchanged.ts';

/** Whether it can be written: reading alone would notice neither a full disk nor a read-only file. */
const PROBE = 'INSERT INTO probe VALUES (zeroblob(65536)); DELETE FROM probe;';
/** What the engine itself waits for, and everything else with it. */
const SHORT_TRY = 'PRAGMA busy_timeout = 10;';
/** How long somebody's report waits for another program to let go of the store. */
const PATIENCE_MS = 5_000;
/** Whoever asks whether the store is well wants to know soon. */
const PROBE_PATIENCE_MS = 300;

type Row = { id: string; type: string; etag: string; schema: number; body: string; effects: string };

export type EmbeddedSettings = {
  /** Whether a store may be made where there is none. */
  readonly mayCreate?: boolean;
  readonly of?: KnownKinds;
  readonly connect?: (file: string) => Sqlite;
  /** How long an operation waits for another program to let go of the file. */
  readonly patienceMs?: number;
  /** Whether what was read may be kept in memory; for a look at everything it would be all of it. */
  readonly remembers?: boolean;
};

/**
 * The store in one SQLite file. Several processes may share it; every statement stands alone and is durable.
 * @throws StoreUnavailable for what is missing, damaged, newer, or a copy
 */
export function openEmbedded(
  file: string,
  {
    mayCreate = true,
    of = kinds,
    connect = openSqlite,
    patienceMs = PATIENCE_MS,
    remembers = true,
  }: EmbeddedSettings = {},
): OpenStore {
  lookAt(file, mayCreate);
  lookInside(file);
  const database = withNamedFaults(guarded(() => connect(file)));
  const watch = begin(file, database, of);
  const letGo = holding(file);
  const together = writingTogether(database, (work) => within({ watch }, work, 'write'));
  const medium: Medium = { database, watch, together, patienceMs, remembers, ...versionsIn(database) };
  return {
    store: storeOf((kind) => embeddedCollection(medium, kind, codecOf(kind, remembers)), of),
    ping: () => patiently(() => probe(medium), PROBE_PATIENCE_MS),
    counts: () => patiently(() => within(medium, () => countsIn(database), 'read'), patienceMs),
    scrub: () => patiently(() => within(medium, () => scrub(database), 'write'), patienceMs),
    close: async () => {
      together.flush();
      letGo();
      if (isStillThere(watch)) database.close();
    },
  };
}

/** Opening for work already changes how the file is written. */
function lookInside(file: string): void {
  if (!existsSync(file)) return;
  const database = guarded(() => connectSqlite(file));
  try {
    guarded(() => refuse(database));
  } finally {
    database.close();
  }
}

type Medium = {
  readonly database: Sqlite;
  readonly watch: Watch;
  readonly together: WritingTogether;
  readonly patienceMs: number;
  readonly remembers: boolean;
  readonly writes: (kind: string) => void;
  /** Another one after everything that may have been written of a kind: here, or by anybody else of any kind. */
  readonly version: (kind: string) => string;
};

/** What others write is another version of the data: https://www.sqlite.org/pragma.html#pragma_data_version */
function versionsIn(database: Sqlite): Pick<Medium, 'writes' | 'version'> {
  const others = database.prepare('PRAGMA data_version');
  const own = new Map<string, number>();
  return {
    writes: (kind) => void own.set(kind, (own.get(kind) ?? 0) + 1),
    version: (kind) => `${own.get(kind) ?? 0} ${(others.get() as { readonly data_version: unknown }).data_version}`,
  };
}

function begin(file: string, database: Sqlite, of: KnownKinds): Watch {
  try {
    layOut(database);
    if (isNewer(database, of)) throw new StoreUnavailable('newer', undefined);
    const watch = watchFile(file, aboutOf(database, 'id') ?? '', () => connectSqlite(file));
    watch.examine('if quick');
    database.exec(SHORT_TRY);
    noteBeside(file);
    return watch;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Closing takes away the log by its name, and in the place of a file that has gone that may be another one's. */
function isStillThere(watch: Watch): boolean {
  try {
    watch.check();
    return true;
  } catch {
    return false;
  }
}

/** Work in the file that was opened, and no other: what is written into a file without a name is lost. */
function within<R>({ watch }: Pick<Medium, 'watch'>, work: () => R, does: 'read' | 'write'): R {
  if (does === 'write') watch.check();
  else watch.glance();
  try {
    const result = work();
    if (does === 'write') {
      watch.wrote();
      watch.check();
    }
    return result;
  } catch (error) {
    if (error instanceof StoreUnavailable && error.why === 'damaged') watch.distrust();
    throw error;
  }
}

function probe(medium: Medium): void {
  medium.watch.examine();
  within(medium, () => writeProbe(medium.database), 'write');
}

function writeProbe(database: Sqlite): void {
  database.exec('BEGIN IMMEDIATE;');
  try {
    database.exec(`${PROBE} COMMIT;`);
  } catch (error) {
    rollBack(database);
    throw error;
  }
}

/** Removing only unlinks pages: the file is written anew without them, and the log of past writes is emptied. */
function scrub(database: Sqlite): void {
  database.exec('VACUUM;');
  const done = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() as { readonly busy: number } | undefined;
  if (done && Number(done.busy) !== 0) throw new StoreUnavailable('locked', undefined);
}

function embeddedCollection<T>(medium: Medium, kind: Kind<T>, { seal, open }: Codec<T>): Collection<T> {
  const { name } = kind;
  const sql = statements(medium.database, kind.container, name);
  const patience = medium.patienceMs;
  const reading = <R>(work: () => R): Promise<R> => patiently(() => within(medium, work, 'read'), patience);
  const writing = <R>(work: () => R): Promise<R> =>
    medium.together.write(work, () => patiently(() => within(medium, work, 'write'), patience));
  const [unseen, unchanged] = [createUnchanged<readonly Stored<T>[]>(), createUnchanged<readonly Stored<T>[]>()];
  const unseenOne = createUnchanged<Stored<T> | undefined>();
  const read = (pk: string, row: Row): Stored<T> => {
    const { id, type, schema, etag } = row;
    return open({ pk, id }, etag, () => {
      const raw = { type, schema, body: json(row.body), effects: json(row.effects) };
      if (raw.body === NOT_JSON) throw new UnreadableDocument(name, pk, id, 'body (not JSON)');
      return raw;
    });
  };
  return {
    name,
    partitionOf: kind.partition,
    idOf: kind.id,
    get(partition, id) {
      const fresh = () => {
        const row = sql.find(partition, id);
        return row && read(partition, row);
      };
      if (!medium.remembers) return reading(fresh);
      return reading(() => unseenOne(JSON.stringify([partition, id]), medium.version(name), fresh));
    },
    list(partition, which = {}) {
      const { from, below, withEffects, limit } = which;
      const key = JSON.stringify([partition, from, below, withEffects]);
      const fresh = () => Object.freeze(sql.list(partition, which).map((row) => read(partition, row)));
      if (limit !== undefined || !medium.remembers) return reading(fresh);
      // Where nobody has written anything at all, nothing of it has changed.
      return reading(() => unseen(key, medium.version(name), () => unchanged(key, sql.etags(partition, which), fresh)));
    },
    async put(value, was, effects = []) {
      const sealed = seal(value, effects);
      const etag = randomUUID() as Etag;
      const write = (): boolean => {
        medium.writes(name);
        if (was === 'absent') return sql.create(sealed, etag);
        const row = sql.find(sealed.pk, sealed.id);
        if (row?.etag !== was) return false;
        read(sealed.pk, row);
        return sql.replace(sealed, etag, was);
      };
      return (await writing(write)) ? { outcome: 'written', etag } : CHANGED;
    },
    async remove(partition, id, was) {
      const remove = (): boolean => {
        medium.writes(name);
        return sql.remove(partition, id, was) || sql.find(partition, id) === undefined;
      };
      const gone = await writing(remove);
      return gone ? 'removed' : 'changed-meanwhile';
    },
  };
}

const CHANGED = { outcome: 'changed-meanwhile' } as const;
const NOT_JSON = Symbol('not JSON');

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return NOT_JSON;
  }
}

/** The statements of one collection, prepared once. Reads of one document see any type, so that a mix-up shows. */
function statements(database: Sqlite, container: string, type: string) {
  const columns = 'id, type, etag, schema, body, effects';
  const find = database.prepare(`SELECT ${columns} FROM docs WHERE container = ? AND pk = ? AND id = ?`);
  const create = database.prepare(
    `INSERT INTO docs (etag, has_effects, schema, body, effects, container, pk, id, type)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  );
  const replace = database.prepare(
    `UPDATE docs SET etag = ?, has_effects = ?, schema = ?, body = ?, effects = ?
     WHERE container = ? AND pk = ? AND id = ? AND type = ? AND etag = ?`,
  );
  const remove = database.prepare('DELETE FROM docs WHERE container = ? AND pk = ? AND id = ? AND etag = ?');
  const rows = listing(database, [container, type], (range) => `SELECT ${columns} ${range}`);
  const etags = listing(
    database,
    [container, type],
    (range) => `SELECT group_concat(etag) AS etags FROM (SELECT etag ${range})`,
  );
  const fields = (doc: Envelope, etag: string) =>
    [etag, doc.hasEffects ? 1 : 0, doc.schema, JSON.stringify(doc.body), JSON.stringify(doc.effects)] as const;
  return {
    find: (pk: string, id: string) => find.get(container, pk, id) as Row | undefined,
    create: (doc: Envelope, etag: string) =>
      Number(create.run(...fields(doc, etag), container, doc.pk, doc.id, type).changes) === 1,
    replace: (doc: Envelope, etag: string, was: string) =>
      Number(replace.run(...fields(doc, etag), container, doc.pk, doc.id, type, was).changes) === 1,
    remove: (pk: string, id: string, was: string) => Number(remove.run(container, pk, id, was).changes) === 1,
    list: (pk: string, which: Which) => rows(pk, which) as Row[],
    etags: (pk: string, which: Which) => String((etags(pk, which)[0] as { readonly etags: unknown }).etags),
  };
}

/** A limit that is none, to SQLite. */
const ALL_OF_THEM = -1;

/** Reads a range of ids, in their order: `select` says what of it. */
function listing(database: Sqlite, of: readonly [container: string, type: string], select: (range: string) => string) {
  const ranges = (effects: string) => {
    const range = `FROM docs WHERE container = ? AND type = ? AND pk = ? AND id >= ?${effects}`;
    return {
      open: database.prepare(select(`${range} ORDER BY id LIMIT ?`)),
      closed: database.prepare(select(`${range} AND id < ? ORDER BY id LIMIT ?`)),
    };
  };
  const [all, pending] = [ranges(''), ranges(' AND has_effects = 1')];
  return (pk: string, { from = '', below, withEffects = false, limit = ALL_OF_THEM }: Which): unknown[] => {
    const { open, closed } = withEffects ? pending : all;
    return below === undefined ? open.all(...of, pk, from, limit) : closed.all(...of, pk, from, below, limit);
  };
}

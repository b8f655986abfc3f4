import { randomUUID } from 'node:crypto';
import type { Kind, OpenStore } from './collections.ts';
import { type Codec, codecOf, type Envelope, type Known, known, storeOf } from './envelope.ts';
import { openSqlite, type Sqlite } from './sqlite-driver.ts';
import { guarded, withNamedFaults } from './sqlite-faults.ts';
import { type Collection, type Etag, type Stored, StoreUnavailable, UnreadableDocument, type Which } from './store.ts';
import { createUnchanged } from './unchanged.ts';

const TABLE = `
  CREATE TABLE IF NOT EXISTS docs (
    container TEXT NOT NULL, pk TEXT NOT NULL, id TEXT NOT NULL, type TEXT NOT NULL, etag TEXT NOT NULL,
    has_effects INTEGER NOT NULL, schema INTEGER NOT NULL, body TEXT NOT NULL, effects TEXT NOT NULL,
    PRIMARY KEY (container, pk, id)
  );
  CREATE INDEX IF NOT EXISTS docs_by_type ON docs (container, pk, type, id, etag);
  CREATE INDEX IF NOT EXISTS docs_with_effects ON docs (container, pk, type, id) WHERE has_effects = 1;
  CREATE TABLE IF NOT EXISTS probe (filler BLOB);`;

/** Whether it can be written: reading alone would notice neither a full disk nor a read-only file. */
const PROBE = 'INSERT INTO probe VALUES (zeroblob(65536)); DELETE FROM probe;';
/** A probe does not wait as long as somebody's report may. */
const PROBE_PATIENCE = 'PRAGMA busy_timeout = 1000;';
const PATIENCE = 'PRAGMA busy_timeout = 10000;';

type Row = { id: string; type: string; etag: string; schema: number; body: string; effects: string };

/** The store in one SQLite file. Several processes may share it; every statement stands alone and is durable. */
export function openEmbedded(
  file: string,
  of: Known = known,
  connect: (file: string) => Sqlite = openSqlite,
): OpenStore {
  const database = withNamedFaults(guarded(() => connect(file)));
  database.exec(TABLE);
  return {
    store: storeOf((name, kind, steps) => embeddedCollection(database, name, kind, codecOf(name, kind, steps)), of),
    ping: async () => probe(database),
    scrub: async () => scrub(database),
    close: async () => {
      database.close();
    },
  };
}

function probe(database: Sqlite): void {
  database.exec(`${PROBE_PATIENCE} BEGIN IMMEDIATE;`);
  try {
    database.exec(`${PROBE} COMMIT;`);
  } catch (error) {
    rollBack(database);
    throw error;
  } finally {
    database.exec(PATIENCE);
  }
}

/** Removing only unlinks pages: the file is written anew without them, and the log of past writes is emptied. */
function scrub(database: Sqlite): void {
  database.exec('VACUUM;');
  const done = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() as { readonly busy: number } | undefined;
  if (done && Number(done.busy) !== 0) throw new StoreUnavailable('locked', undefined);
}

/** The engine may have done it already. */
function rollBack(database: Sqlite): void {
  try {
    database.exec('ROLLBACK;');
  } catch {
    // Then there is nothing to take back.
  }
}

function embeddedCollection<T>(database: Sqlite, name: string, kind: Kind<T>, { seal, open }: Codec<T>): Collection<T> {
  const sql = statements(database, kind.container, name);
  const unchanged = createUnchanged<readonly Stored<T>[]>();
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
    async get(partition, id) {
      const row = sql.find(partition, id);
      return row && read(partition, row);
    },
    async list(partition, which = {}) {
      const { from, below, withEffects } = which;
      const key = JSON.stringify([partition, from, below, withEffects]);
      return unchanged(key, sql.etags(partition, which), () =>
        Object.freeze(sql.list(partition, which).map((row) => read(partition, row))),
      );
    },
    async put(value, was, effects = []) {
      const sealed = seal(value, effects);
      const etag = randomUUID() as Etag;
      if (was === 'absent') return sql.create(sealed, etag) ? { outcome: 'written', etag } : CHANGED;
      const row = sql.find(sealed.pk, sealed.id);
      if (row?.etag !== was) return CHANGED;
      read(sealed.pk, row);
      return sql.replace(sealed, etag, was) ? { outcome: 'written', etag } : CHANGED;
    },
    async remove(partition, id, was) {
      const gone = sql.remove(partition, id, was) || sql.find(partition, id) === undefined;
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
    etags: (pk: string, which: Which) => JSON.stringify(etags(pk, which)),
  };
}

/** Reads a range of ids, in their order: `select` says what of it. */
function listing(database: Sqlite, of: readonly [container: string, type: string], select: (range: string) => string) {
  const ranges = (effects: string) => {
    const range = `FROM docs WHERE container = ? AND type = ? AND pk = ? AND id >= ?${effects}`;
    return {
      open: database.prepare(select(`${range} ORDER BY id`)),
      closed: database.prepare(select(`${range} AND id < ? ORDER BY id`)),
    };
  };
  const [all, pending] = [ranges(''), ranges(' AND has_effects = 1')];
  return (pk: string, { from = '', below, withEffects = false }: Which): unknown[] => {
    const { open, closed } = withEffects ? pending : all;
    return below === undefined ? open.all(...of, pk, from) : closed.all(...of, pk, from, below);
  };
}

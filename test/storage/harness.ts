import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CosmosClient, type Item } from '@azure/cosmos';
import type { Container } from '../../programme/kind.ts';
import type { KnownKinds, OpenStore } from '../../storage/collections.ts';
import { openCosmos } from '../../storage/cosmos.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { openSqlite } from '../../storage/sqlite-driver.ts';
import type { Etag } from '../../storage/store.ts';

export type Place = { readonly container: Container; readonly pk: string; readonly id: string };

/** A document as a store keeps it; `schema` is absent where the program that wrote it knew of none. */
export type Planted = Place & {
  readonly type: string;
  readonly schema?: number;
  readonly body: unknown;
  readonly effects: readonly unknown[];
};

/** A place to keep documents, and a way in beside the store's own code. */
export type Harness = {
  /** One more connection to the same documents, of a program that knows these kinds. */
  readonly open: (of?: KnownKinds) => Promise<OpenStore>;
  readonly raw: (at: Place) => Promise<{ readonly etag: Etag; readonly body: unknown }>;
  /** Changes a stored document as no code of ours would: its body, or the number of its schema. */
  readonly spoil: (at: Place, what: { readonly body?: unknown; readonly schema?: number }) => Promise<void>;
  /** Stores a document as another version of the program left it. */
  readonly plant: (document: Planted) => Promise<void>;
  /** Takes away all that is stored, behind the store's back. */
  readonly lose: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export async function embeddedHarness(): Promise<Harness & { readonly file: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'bansou-'));
  const file = join(folder, 'new', 'store.sqlite');
  await openEmbedded(file).close();
  const beside = openSqlite(file);
  const where = 'WHERE container = ? AND pk = ? AND id = ?';
  return {
    file,
    open: async (of) => openEmbedded(file, of && { of }),
    raw: async ({ container, pk, id }) => {
      const row = beside.prepare(`SELECT etag, body FROM docs ${where}`).get(container, pk, id);
      const { etag, body } = row as { etag: Etag; body: string };
      return { etag, body: JSON.parse(body) };
    },
    spoil: async ({ container, pk, id }, { body, schema }) => {
      const [json, number] = [body === undefined ? null : JSON.stringify(body), schema ?? null];
      beside
        .prepare(`UPDATE docs SET body = coalesce(?, body), schema = coalesce(?, schema) ${where}`)
        .run(json, number, container, pk, id);
    },
    plant: async ({ container, pk, id, type, schema = 1, body, effects }) => {
      beside
        .prepare(
          `INSERT INTO docs (container, pk, id, type, etag, has_effects, schema, body, effects)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        )
        .run(
          ...[container, pk, id, type, randomUUID(), effects.length > 0 ? 1 : 0, schema],
          ...[JSON.stringify(body), JSON.stringify(effects)],
        );
    },
    lose: async () => rmSync(file),
    close: async () => {
      beside.close();
      rmSync(folder, { recursive: true });
    },
  };
}

function unlessGone(error: unknown): void {
  if ((error as { code?: unknown }).code !== 404) throw error;
}

/** @param direct where spoiling goes, when `endpoint` is a proxy that would disturb it */
export async function cosmosHarness(endpoint: string, key: string, direct = endpoint): Promise<Harness> {
  const database = `contract-${Math.random().toString(36).slice(2, 10)}`;
  const policy = { enableEndpointDiscovery: false, enableBackgroundEndpointRefreshing: false };
  const beside = new CosmosClient({ endpoint: direct, key, connectionPolicy: policy });
  const itemAt = ({ container, pk, id }: Place): Item => beside.database(database).container(container).item(id, pk);
  return {
    open: (of) => openCosmos({ endpoint, database, key }, of),
    raw: async (at) => {
      const { resource } = await itemAt(at).read();
      return { etag: resource._etag, body: resource.body };
    },
    spoil: async (at, what) => {
      const { resource } = await itemAt(at).read();
      await itemAt(at).replace({ ...resource, ...what });
    },
    plant: async ({ container, ...document }) => {
      const { items } = beside.database(database).container(container);
      await items.create({ ...document, hasEffects: document.effects.length > 0, marks: ['planted'] });
    },
    lose: async () => {
      await beside.database(database).delete();
    },
    close: async () => {
      await beside.database(database).delete().catch(unlessGone);
      beside.dispose();
    },
  };
}

import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';

export type Served = { readonly endpoint: string; readonly close: () => Promise<void> };

/** Any string will do: the server in the process authenticates nobody. */
export const ANY_KEY = Buffer.from('any').toString('base64');

/** A Cosmos DB server that nobody of us wrote, in memory. */
export function startCosmosServer(): Promise<Served> {
  return serve(cosmosServer());
}

/** It ships no types and is CommonJS. */
export function cosmosServer(): Server {
  const require = createRequire(import.meta.url);
  narrow(require('@vercel/cosmosdb-server/lib/account/documents').default.prototype);
  return require('@vercel/cosmosdb-server').createHttpServer();
}

type Document = { readonly pk?: string; readonly _rid: string };
type Documents = {
  _data: Map<string, { read(): Document }>;
  _places?: Map<string, Documents['_data']>;
  _set(document: Document): Document;
  _item(path: string, id: string, partition: string): { read(): Document | undefined };
  delete(id: string, partition: string): void;
  query(asked: Query, paging: object): unknown;
};
type Query = {
  readonly query: string;
  readonly parameters?: readonly { readonly name: string; readonly value: unknown }[];
};

const ONE_PARTITION = /WHERE c\.pk = @pk AND (?!.* OR )/;
const narrowed = new WeakSet<Documents>();

/**
 * It looks at every document there is for each query. One that names its partition is given those of that partition to
 * look at, as the real one does; what it finds among them is its own affair.
 */
function narrow(documents: Documents): void {
  if (narrowed.has(documents)) return;
  narrowed.add(documents);
  const { _set, delete: remove, query } = documents;
  documents._set = function (document) {
    const kept = _set.call(this, document);
    this._places ??= new Map();
    const place = this._places.get(document.pk ?? '') ?? new Map();
    this._places.set(document.pk ?? '', place.set(document._rid, this._data.get(document._rid)));
    return kept;
  };
  documents.delete = function (id, partition) {
    const rid = this._item('/id', id, partition).read()?._rid;
    remove.call(this, id, partition);
    if (rid !== undefined) this._places?.get(partition)?.delete(rid);
  };
  documents.query = function (asked, paging) {
    const partition = asked.parameters?.find(({ name }) => name === '@pk')?.value;
    if (typeof partition !== 'string' || !ONE_PARTITION.test(asked.query)) return query.call(this, asked, paging);
    const all = this._data;
    this._data = this._places?.get(partition) ?? new Map();
    try {
      return query.call(this, asked, paging);
    } finally {
      this._data = all;
    }
  };
}

export async function serve(server: Server): Promise<Served> {
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

import type {
  ConnectionPolicy,
  CosmosClient,
  Database,
  IndexingPolicy,
  Container as StoredContainer,
} from '@azure/cosmos';
import type { Container } from '../programme/kind.ts';
import { type KnownKinds, kinds, type OpenStore } from './collections.ts';
import { cosmosCollection } from './cosmos-collection.ts';
import { answered, CONFLICT, retrying, statusOf } from './cosmos-faults.ts';
import { codecOf, storeOf } from './envelope.ts';
import { createLanes } from './lanes.ts';
import { StoreUnavailable } from './store.ts';

export type CosmosSettings = {
  readonly endpoint: string;
  readonly database: string;
  /** For emulators: database and containers are then made here. Without it, a managed identity, and they must exist. */
  readonly key?: string | undefined;
  /** The client id of a user-assigned identity; without it the system-assigned one. */
  readonly identity?: string | undefined;
  /** How long one request may take. */
  readonly timeoutMs?: number;
  /** Whether what was read may be kept in memory; for a look at everything it would be all of it. */
  readonly remembers?: boolean;
};

/** Only what is filtered by; ids are always indexed. The infrastructure repeats this for the real account. */
const INDEXING: IndexingPolicy = {
  indexingMode: 'consistent',
  includedPaths: [{ path: '/pk/?' }, { path: '/type/?' }, { path: '/hasEffects/?' }],
  excludedPaths: [{ path: '/*' }],
};

/** Operations on the wire at a time: more would not be answered sooner, and 1,741 municipalities ask for thousands. */
const LANES = 32;

const CONTAINERS: readonly Container[] = ['state', 'jobs', 'audit'];

/** @throws when a container is missing or may not be read */
export async function openCosmos(settings: CosmosSettings, of: KnownKinds = kinds): Promise<OpenStore> {
  const client = await connect(settings);
  const database = client.database(settings.database);
  try {
    if (settings.key !== undefined) await answered(() => make(client, settings.database));
    await allThere(database);
  } catch (error) {
    client.dispose();
    throw error;
  }
  const lanes = createLanes(LANES);
  return {
    store: storeOf((kind) => {
      return cosmosCollection(database.container(kind.container), kind, codecOf(kind, settings.remembers), lanes);
    }, of),
    ping: () => allThere(database),
    counts: () => answered(() => countsIn(database, of)),
    // The service keeps deleted items only in its backups, which expire by themselves.
    scrub: async () => undefined,
    close: async () => client.dispose(),
  };
}

/** The containers are there, and an item may be read: an item that is not found would not tell whether its container is. */
async function allThere(database: Database): Promise<void> {
  const reads = CONTAINERS.map((id) => retrying((abortSignal) => database.container(id).read({ abortSignal })));
  await answered(() => Promise.all(reads));
  const item = database.container('state').item('ping', '_ping');
  await answered(() => retrying((abortSignal) => item.read({ abortSignal })));
}

/**
 * Over all partitions: the only questions that name none. The index answers them, so that they cost little at any size.
 * @throws StoreUnavailable `newer` where there are documents of kinds that this program does not know
 */
async function countsIn(database: Database, of: KnownKinds): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  let known = 0;
  for (const { name, container } of Object.values(of)) {
    const count = await countIn(
      database.container(container),
      'SELECT VALUE COUNT(1) FROM c WHERE c.type = @type',
      name,
    );
    known += count;
    if (count > 0) counts[name] = count;
  }
  let all = 0;
  for (const id of CONTAINERS) all += await countIn(database.container(id), 'SELECT VALUE COUNT(1) FROM c');
  if (all !== known) throw new StoreUnavailable('newer', undefined);
  return counts;
}

async function countIn(container: StoredContainer, query: string, type?: string): Promise<number> {
  const parameters = type === undefined ? [] : [{ name: '@type', value: type }];
  const { resources } = await retrying((abortSignal) =>
    container.items.query<number>({ query, parameters }, { abortSignal }).fetchAll(),
  );
  return resources.reduce((sum, count) => sum + count, 0);
}

/** The SDK takes most of a second to load, and nobody else needs it. */
async function connect({ endpoint, key, identity, timeoutMs = 8_000 }: CosmosSettings): Promise<CosmosClient> {
  const { CosmosClient } = await import('@azure/cosmos');
  if (key !== undefined) return new CosmosClient({ endpoint, key, connectionPolicy: policy(false, timeoutMs) });
  const { ManagedIdentityCredential } = await import('@azure/identity');
  const aadCredentials = new ManagedIdentityCredential(identity === undefined ? {} : { clientId: identity });
  return new CosmosClient({ endpoint, aadCredentials, connectionPolicy: policy(true, timeoutMs) });
}

/** @param discovery finds the account's regions. Emulators answer with addresses that lead nowhere. */
function policy(discovery: boolean, requestTimeout: number): ConnectionPolicy {
  return {
    requestTimeout,
    retryOptions: { maxRetryAttemptCount: 9, fixedRetryIntervalInMilliseconds: 0, maxWaitTimeInSeconds: 10 },
    enableEndpointDiscovery: discovery,
    enableBackgroundEndpointRefreshing: discovery,
    ...(discovery ? { preferredLocations: ['Japan East'] } : {}),
  };
}

async function make(client: CosmosClient, id: string): Promise<void> {
  await retrying(() => client.databases.create({ id }).catch(unlessThere));
  for (const container of CONTAINERS) {
    const definition = {
      id: container,
      partitionKey: { paths: ['/pk'] },
      indexingPolicy: INDEXING,
      defaultTtl: -1,
    };
    await retrying(() => client.database(id).containers.create(definition).catch(unlessThere));
  }
}

/** Another process may be making it at the same time. */
function unlessThere(error: unknown): void {
  if (statusOf(error) !== CONFLICT) throw error;
}

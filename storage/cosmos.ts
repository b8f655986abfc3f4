import type { ConnectionPolicy, CosmosClient, Database, IndexingPolicy } from '@azure/cosmos';
import type { Container } from '../programme/kind.ts';
import { type KnownKinds, kinds, type OpenStore } from './collections.ts';
import { cosmosCollection } from './cosmos-collection.ts';
import { answered, CONFLICT, retrying, statusOf } from './cosmos-faults.ts';
import { codecOf, storeOf } from './envelope.ts';

export type CosmosSettings = {
  readonly endpoint: string;
  readonly database: string;
  /** For emulators: database and containers are then made here. Without it, a managed identity, and they must exist. */
  readonly key?: string | undefined;
  /** The client id of a user-assigned identity; without it the system-assigned one. */
  readonly identity?: string | undefined;
  /** How long one request may take. */
  readonly timeoutMs?: number;
};

/** Only what is filtered by; ids are always indexed. The infrastructure repeats this for the real account. */
const INDEXING: IndexingPolicy = {
  indexingMode: 'consistent',
  includedPaths: [{ path: '/pk/?' }, { path: '/type/?' }, { path: '/hasEffects/?' }],
  excludedPaths: [{ path: '/*' }],
};

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
  return {
    store: storeOf((kind) => cosmosCollection(database.container(kind.container), kind, codecOf(kind)), of),
    ping: () => allThere(database),
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

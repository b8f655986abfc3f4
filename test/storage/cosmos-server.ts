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
  return require('@vercel/cosmosdb-server').createHttpServer();
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

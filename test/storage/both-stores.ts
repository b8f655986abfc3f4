import { ANY_KEY, startCosmosServer } from './cosmos-server.ts';
import { cosmosHarness, embeddedHarness, type Harness } from './harness.ts';

/** Both stores, for `describe.each`. Cosmos DB is opened once at least, which makes its containers. */
export const bothStores: readonly (readonly [name: string, start: () => Promise<Harness>])[] = [
  ['the embedded store', embeddedHarness],
  [
    'the Cosmos DB store',
    async () => {
      const server = await startCosmosServer();
      const harness = await cosmosHarness(server.endpoint, ANY_KEY);
      await (await harness.open()).close();
      return {
        ...harness,
        close: async () => {
          await harness.close();
          await server.close();
        },
      };
    },
  ],
];

import { openCosmos } from '../../storage/cosmos.ts';
import { contract } from './contract.ts';
import { ANY_KEY, type Served, startCosmosServer } from './cosmos-server.ts';
import { cosmosHarness } from './harness.ts';

describe('the Cosmos DB store on a server in the process', () => {
  let server: Served;
  beforeAll(async () => {
    server = await startCosmosServer();
  });

  contract(() => cosmosHarness(server.endpoint, ANY_KEY));

  /** After the contract's own, which still needs the server. */
  afterAll(() => server.close());

  it('can be opened by several at once where nothing is yet', async () => {
    const settings = { endpoint: server.endpoint, database: 'new', key: ANY_KEY };
    const stores = await Promise.all([1, 2, 3].map(() => openCosmos(settings)));
    await Promise.all(stores.map(({ ping }) => ping()));
    await Promise.all(stores.map(({ close }) => close()));
  });
});

const { COSMOS_ENDPOINT: endpoint, COSMOS_KEY: key } = process.env;
if (endpoint && key) {
  describe('the Cosmos DB store on COSMOS_ENDPOINT', () => {
    contract(() => cosmosHarness(endpoint, key));
  });
}

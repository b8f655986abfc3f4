import type { HelpRequest } from '../../programme/help/help-request.ts';
import { municipal, type OpenStore } from '../../storage/collections.ts';
import { paged } from '../../storage/paged.ts';
import type { Which } from '../../storage/store.ts';
import { bothStores } from './both-stores.ts';
import { counter } from './counter.ts';
import type { Harness } from './harness.ts';

/** Two pages and a rest, and ids of which one begins like another. */
const MANY = 230;
const TOWN = '203033';

/** What whoever goes through the whole store relies on. */
describe.each(bothStores)('the whole of %s', (_, start) => {
  let harness: Harness;
  let opened: OpenStore;
  beforeAll(async () => {
    harness = await start();
    opened = await harness.open();
    for (let number = 0; number < MANY; number++) await opened.store.helpRequests.put(request(number), 'absent');
    await opened.store.kpis.put(counter(TOWN, 1), 'absent');
    await opened.store.kpis.put(counter('999999', 1), 'absent');
  });
  afterAll(async () => {
    await opened.close();
    await harness.close();
  });

  const request = (number: number): HelpRequest => ({
    ...{ id: `help-${number}`, municipality: TOWN, text: `相談${number}`, by: 'member-1' },
    ...{ at: '2024-09-20T00:00:00Z', via: 'teams', ask: `ask-${number}` },
  });

  it('is counted by kind, in whatever partition it lies', async () => {
    const { changes: _changes, ...counts } = await opened.counts();
    expect(counts).toEqual({ helpRequests: MANY, kpis: 2 });
  });

  it('is listed so many at a time, from where one stopped', async () => {
    const first = await opened.store.helpRequests.list(municipal(TOWN), { limit: 3 });
    expect(first.map(({ value }) => value.id)).toEqual(['help-0', 'help-1', 'help-10']);
    const range = { from: 'help-2', below: 'help-21', limit: 2 };
    const some = await opened.store.helpRequests.list(municipal(TOWN), range);
    expect(some.map(({ value }) => value.id)).toEqual(['help-2', 'help-20']);
  });

  it('is read page by page, each document once, and few at a time', async () => {
    const asked: Which[] = [];
    const { helpRequests } = opened.store;
    const list: typeof helpRequests.list = (partition, which) => {
      asked.push(which ?? {});
      return helpRequests.list(partition, which);
    };
    const found: string[] = [];
    for await (const { value } of paged({ ...helpRequests, list }, municipal(TOWN))) found.push(value.id);
    expect(found).toEqual(Array.from({ length: MANY }, (__, number) => `help-${number}`).toSorted());
    expect(asked.map(({ limit }) => limit)).toEqual([100, 100, 100]);
  });
});

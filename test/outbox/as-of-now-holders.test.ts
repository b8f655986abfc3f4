import { CHANGES, type OpenStore } from '../../storage/collections.ts';
import { instanceOf, memberOf, openMemory, settle } from './house.ts';

const START = new Date('2024-10-07T08:00:00+09:00');
const later = (minutes: number) => new Date(START.getTime() + minutes * 60_000);

let opened: OpenStore;
afterEach(() => opened.close());

async function programme() {
  opened = openMemory();
  const { store } = opened;
  await settle(store, [memberOf(1), memberOf(2)]);
  const instance = (lease: boolean) => instanceOf(store, START, {}, { lease });
  return { store, instance };
}

it('is known to the instance that plans, and read by every other one', async () => {
  const { store, instance } = await programme();
  const [first, second] = [instance(true), instance(true)];
  expect(await first.outbox.asOfNow()).toBe(store);
  await first.tick();
  await second.tick();
  expect(await first.outbox.asOfNow()).not.toBe(store);
  expect(await second.outbox.asOfNow()).toBe(store);
});

it('goes with the lease: from who gives it up to who takes it, without a word between them', async () => {
  const { store, instance } = await programme();
  const [first, second] = [instance(true), instance(true)];
  await first.tick();
  await first.outbox.drain();
  await second.tick(later(1));
  expect(await second.outbox.asOfNow()).not.toBe(store);
  expect(await first.outbox.asOfNow()).toBe(store);
});

it('ends where somebody plans beside an instance that has not planned for long', async () => {
  const { store, instance } = await programme();
  const [sleeping, beside] = [instance(true), instance(false)];
  await sleeping.tick();
  const [found] = await store.municipalities.list('_programme', { from: 'municipality-', below: 'municipality.' });
  if (found) await store.municipalities.put({ ...found.value, name: '新しい名前' }, found.etag);
  // The lease has run out by then.
  await beside.tick(later(200));
  expect((await store.changes.list(CHANGES)).map(({ value }) => value.of)).not.toContain('municipalities');
  expect(await sleeping.outbox.asOfNow()).toBe(store);
  await sleeping.tick(later(201));
  expect(await sleeping.outbox.asOfNow()).not.toBe(store);
});

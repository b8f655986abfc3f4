import { admission } from '../../bot/features/admission.ts';
import type { Member } from '../../programme/member.ts';
import type { Store } from '../../storage/collections.ts';
import { counting } from '../bench/counting-store.ts';
import { memberOf, openMemory } from '../outbox/house.ts';

const DAY = '2024-11-06';
const office = memberOf(1, { role: 'secretariat', municipalities: [] });
const said = { by: 'm', at: '2024-08-05T03:00:00.000Z', via: 'teams', ask: 'said' };

/** How often the store is read to judge these people. */
async function readsFor(people: readonly Member[], settle: (store: Store) => Promise<unknown> = async () => undefined) {
  const opened = await openMemory();
  await settle(opened.store);
  const { counted, reads } = counting(opened.store);
  await admission(counted, people, DAY);
  await opened.close();
  return reads();
}

it('costs nothing for people of municipalities, the prefecture and observers, however many', async () => {
  const people = [memberOf(2), memberOf(3, { role: 'prefecture' }), memberOf(4, { role: 'observer' })];
  expect(await readsFor(people)).toBe(0);
});

it('costs one list for the contractor’s side, however many; of who has no 誓約 it asks nothing', async () => {
  expect(await readsFor([office, memberOf(5, { role: 'expert' })])).toBe(1);
  expect(await readsFor([{ ...office, pledged: 'none' }])).toBe(0);
  expect(await readsFor([{ ...office, party: '' }])).toBe(1);
});

it('asks for 再委託 only where somebody is of a party, and for 体制変更 only once a 体制表 binds', async () => {
  expect(await readsFor([{ ...office, party: '株式会社まちの支援' }])).toBe(2);
  const approved = (store: Store) =>
    store.organizationCharts.put(
      {
        ...{ id: 'chart-2024', fiscalYear: 2024 },
        versions: [{ ...said, number: 1, content: { day: '2024-08-05', people: [] } }],
        decisions: [{ ...said, version: 1, verdict: 'approve' }],
      },
      'absent',
    );
  expect(await readsFor([office], approved)).toBe(2);
});

import type { Store } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';
import { supported } from '../operations/supported.ts';

const PEOPLE = { expert: 'member-expert', officer: 'member-officer', office: 'member-office' };
const [KOUMI, KAWAKAMI] = ['203033', '203041'];

async function plant(store: Store): Promise<void> {
  for (const code of [KOUMI, KAWAKAMI]) await supported(store, code, PEOPLE);
}

onBothChats({ now: '2026-12-01T10:00:00+09:00', allInTeams: true }, (house) => {
  let prefecture: Person;
  let office: Person;
  beforeAll(async () => {
    await plant(house.service.store);
    prefecture = house.prefecture();
    office = house.secretariat();
    for (const each of [prefecture, office, house.officer()]) await each.install();
  });

  it('counts the visits of the year, and of a month, by municipality', async () => {
    const { words } = await prefecture.say('派遣状況');
    console.log(words);
    console.log((await prefecture.say('派遣状況 11月')).words);
    console.log((await prefecture.say('11月の派遣状況')).words);
    console.log((await prefecture.say('派遣状況 小海町')).words);
    console.log((await prefecture.say('小海町の派遣状況')).words);
    console.log((await office.say('事業KPI')).words);
    console.log((await office.say('KP-01')).words);
    console.log((await office.say('KP-01とは')).words);
    console.log((await house.officer().say('派遣状況')).words);
  });
});

import { writeTrust } from '../../demo/trust.ts';
import { holdersOf } from '../../programme/duty.ts';
import { MEMBERS } from '../../storage/collections.ts';
import { onBothChats } from '../on-both-chats.ts';

onBothChats({}, (house) => {
  beforeAll(() => writeTrust(house.service.store, house.content, new Date('2026-11-24T10:00:00+09:00')));

  it('the demonstration names who answers for what, and has two cases that an observer finds and opens', async () => {
    const members = (await house.service.store.members.list(MEMBERS)).map(({ value }) => value);
    const office = members.filter(({ role }) => role === 'secretariat');
    for (const duty of ['pm', 'responsible', 'contact'] as const) expect(holdersOf(duty, office)).toHaveLength(1);
    const observer = house.person('observer-202011@city.example.jp');
    const found = await observer.say('事例');
    expect(found.words).toMatch(/書かない窓口の試行/);
    expect(found.words).toMatch(/職員が作った全体方針/);
    expect((await observer.press('書かない窓口の試行')).words).toContain('1件あたりの時間が、40分から25分になった');
    expect((await observer.say('共有資料')).words).toContain('川上村 職員が作った全体方針');
    expect((await house.secretariat().say('閲覧記録')).words).toContain('書かない窓口の試行');
  });
});

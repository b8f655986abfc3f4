import { HOME } from '../../demo/programme.ts';
import { currentVisit } from '../../programme/visits/visit-record.ts';
import { municipal, PROGRAMME } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';

onBothChats({}, (house) => {
  let expert: Person;
  beforeEach(() => {
    house.at('2026-11-24T10:00:00+09:00');
    expert = house.person('expert-1@expert.example.jp');
  });

  const meetings = async () => (await house.service.store.meetings.list(PROGRAMME)).map(({ value }) => value);
  const visits = async () => (await meetings()).filter(({ kind }) => kind === 'visit');
  const records = async () => (await house.service.store.visitRecords.list(municipal(HOME))).map(({ value }) => value);

  it('a visit is planned in one sentence, once', async () => {
    const said = await expert.say('訪問予定 小海町 12/3 13:30-16:00 対面');
    expect(said.words).toContain('訪問の予定を入れました');
    expect((await expert.say('訪問予定 小海町 12/3 13:30-16:00 対面')).words).toContain('すでに予定されています');
    expect(await visits()).toMatchObject([
      { title: '小海町 訪問支援', day: '2026-12-03', start: '13:30', end: '16:00', visit: { mode: 'in-person' } },
    ]);
  });

  it('and is recorded from its plan', async () => {
    house.at('2026-12-04T10:00:00+09:00');
    await expert.say('訪問記録');
    console.log(expert.sees());
    console.log(expert.buttons());
    expect(await records()).toEqual([]);
    expect(currentVisit).toBeDefined();
  });
});

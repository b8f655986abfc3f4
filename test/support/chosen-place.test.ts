import { EXPERT, HOME } from '../../demo/programme.ts';
import { currentVersion } from '../../programme/progress/item-record.ts';
import { MEMBERS } from '../../storage/collections.ts';
import { itemAt } from '../../storage/progress.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';

/** The municipality last spoken of stays chosen for who serves several, is shown, and is asked about where it is not sure. */
onBothChats({}, (house) => {
  let expert: Person;
  let other = '';
  const store = () => house.service.store;
  const begin = Date.parse('2026-11-24T10:00:00+09:00');
  let minute = 0;
  const later = async (minutes: number, words: string) => {
    minute += minutes;
    house.at(new Date(begin + minute * 60_000).toISOString());
    return (await expert.say(words)).words;
  };
  const stage = async (item: string, town = HOME) => {
    const { partition, id } = itemAt(town, 2026, item);
    return currentVersion((await store().items.get(partition, id))?.value)?.stage;
  };

  beforeAll(async () => {
    minute = 0;
    expert = house.person(EXPERT);
    const all = (await store().members.list(MEMBERS)).map(({ value }) => value);
    other = all.find(({ email }) => email === EXPERT)?.municipalities.find((code) => code !== HOME) ?? '';
  });

  it('is asked for as long as none was named', async () => {
    expect(await later(1, '項目 S1-3')).toContain('どの市町村ですか');
    await expert.say('やめる');
  });

  it('is taken for what follows, and shown', async () => {
    expect(await later(1, '小海町 S2-2 決定')).not.toContain('直前に話していた');
    const shown = await later(2, '項目 S1-3');
    expect(shown).toContain('直前に話していた小海町のことです');
    const written = await later(2, 'S2-2 完了');
    expect(written).toContain('直前に話していた小海町の報告として記録しました');
    expect(await stage('S2-2')).toBe('done');
  });

  it('is confirmed once before a report where it was said a while ago', async () => {
    expect(await later(9, 'S1-4 完了')).toMatch(/直前に話していた小海町[\s\S]*まだ記録していません/);
    expect(await stage('S1-4')).not.toBe('done');
    await expert.press('はい、報告');
    expect(await stage('S1-4')).toBe('done');
  });

  it('is over after half an hour, and where another one is named', async () => {
    expect(await later(31, '項目 S1-3')).toContain('どの市町村ですか');
    await expert.say('やめる');
    await later(1, `${other} 状況`);
    expect(await later(1, '項目 S1-3')).not.toContain('小海町のことです');
  });

  it('is kept once, however often it is named', async () => {
    const kept = async () => (await store().acquaintances.list('_acquaintances')).map(({ etag }) => etag);
    await later(1, '小海町 状況');
    const before = await kept();
    await later(1, '小海町 項目 S1-3');
    await later(1, '項目 S1-3');
    await later(1, 'S1-2');
    expect(await kept()).toEqual(before);
  });
});

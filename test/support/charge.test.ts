import { EXPERT, HOME } from '../../demo/programme.ts';
import type { Member } from '../../programme/member.ts';
import { MEMBERS, PROGRAMME } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';

/** 担当: what somebody who serves several municipalities needs to know of them. */
onBothChats({}, (house) => {
  let expert: Person;
  const store = () => house.service.store;
  const member = async (): Promise<Member> => {
    const found = (await store().members.list(MEMBERS)).find(({ value }) => value.email === EXPERT);
    if (!found) throw new Error('no expert');
    return found.value;
  };
  const serving = async (municipalities: readonly string[]) => {
    const found = await store().members.get(MEMBERS, (await member()).id);
    if (found) await store().members.put({ ...found.value, municipalities: [...municipalities] }, found.etag);
  };
  let own: readonly string[] = [];

  beforeAll(async () => {
    expert = house.person(EXPERT);
    own = (await member()).municipalities;
  });
  afterEach(() => serving(own));

  it('shows own municipalities at a glance, by its word and for 状況 without a place', async () => {
    expect(own.length).toBeGreaterThan(1);
    const glance = await expert.say('担当');
    expect(glance.words).toMatch(/小海町[\s\S]*ステップ 0: \d+%・1: \d+%/);
    expect(glance.words).toContain(`${own.length}団体`);
    expect((await expert.say('状況')).words).toBe(glance.words);
    expect((await expert.say('状況 小海町')).words).toContain('小海町の状況');
    expect((await expert.say('小海町 状況 ステップ1')).words).not.toContain('担当の市町村');
  });

  it('opens one of them, and from there whatever is to be seen to', async () => {
    const one = await expert.say('担当 小海町');
    expect(one.words).toMatch(/今週の報告[\s\S]*期限を過ぎた項目[\s\S]*次の訪問/);
    expect((await expert.press('状況を見る')).words).toContain('小海町の状況');
  });

  it('is 状況 for who serves one municipality, and tells who serves none', async () => {
    await serving([HOME]);
    expect((await expert.say('状況')).words).toContain('小海町の状況');
    expect((await expert.say('担当')).words).toMatch(/小海町（担当）/);
    await serving([]);
    for (const words of ['担当', '状況', '派遣', '報告 S1-3 決定'])
      expect((await expert.say(words)).words).toContain('今は担当の市町村がありません');
  });

  it('limits 未報告 and ダイジェスト to own municipalities, in a chat of their own', async () => {
    const names = (await store().municipalities.list(PROGRAMME)).map(({ value }) => value);
    const others = names.filter(({ code }) => !own.includes(code)).map(({ name }) => name);
    const named = (words: string) => others.filter((name) => words.includes(name));
    const late = await expert.say('未報告');
    expect(late.words).toContain(`${own.length}団体`);
    expect([named(late.words), late.words.includes('催促する'), late.words.includes('全てに催促')]).toEqual([
      [],
      false,
      false,
    ]);
    const digest = await expert.say('ダイジェスト');
    expect(digest.words).toContain(`${own.length}団体のうち`);
    expect(named(digest.words)).toEqual([]);
    expect(digest.words).not.toContain('KPIの合計');
    expect((await house.prefecture().say('ダイジェスト')).words).toContain('KPIの合計');
    await serving([]);
    for (const words of ['未報告', 'ダイジェスト'])
      expect((await expert.say(words)).words).toContain('今は担当の市町村がありません');
  });

  it('tells the people of the municipality what was reported, on their next card', async () => {
    await expert.say('小海町 S2-2 決定');
    const { words } = await house.officer().say('週次報告');
    expect(words).toContain('派遣人材が S2-2 を「決定・導入済」と報告しました（11/24(火)）');
    expect((await expert.say('小海町 週次報告')).words).not.toContain('派遣人材が');
  });

  it('takes 担当 for nothing else where it is said of other things', async () => {
    const office = house.secretariat();
    expect((await office.say('名簿 担当 小海町')).words).toMatch(/名簿/);
    expect((await office.say('担当変更 小海町')).words).not.toContain('派遣人材の方が');
    expect((await office.say('担当')).words).toMatch(/派遣人材の方[\s\S]*「派遣」/);
    expect((await expert.say('担当 軽井沢町')).words).toContain('担当していない団体');
  });
});

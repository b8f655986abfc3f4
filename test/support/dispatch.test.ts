import { HOME } from '../../demo/programme.ts';
import type { Member } from '../../programme/member.ts';
import { currentAssignment } from '../../programme/support/assignment.ts';
import { MEMBERS, municipal } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';

/** 派遣: who is where, who could be, and what the secretariat decides of it. */
onBothChats({}, (house) => {
  let office: Person;
  let minute = 0;
  const say = (words: string, who = office) => {
    minute += 1;
    house.at(new Date(Date.parse('2026-11-24T10:00:00+09:00') + minute * 60_000).toISOString());
    return who.say(words);
  };
  const yes = () => office.press('はい、変える');
  const store = () => house.service.store;
  const member = async (email: string): Promise<Member> => {
    const found = (await store().members.list(MEMBERS)).find(({ value }) => value.email === email);
    if (!found) throw new Error(`nobody has ${email}`);
    return found.value;
  };
  const email = (at: number) => `expert-${at}@expert.example.jp`;
  const here = async () => (await store().assignments.list(municipal(HOME))).map(({ value }) => value);

  beforeAll(() => {
    minute = 0;
    office = house.secretariat();
  });

  it('is seen as a list, and of one municipality with candidates and facts', async () => {
    expect((await say('派遣')).words).toMatch(/支援対象\d+団体のうち[\s\S]*小海町/);
    const town = await say('派遣 小海町');
    expect(town.words).toMatch(/担当[\s\S]*候補[\s\S]*順位や点数は付けていません/);
    expect(town.words).toMatch(/今月の訪問予定 \d+日・ここへの訪問 \d+回/);
  });

  it('is decided: shown before, confirmed, written in both places, and taken back', async () => {
    const expert = await member(email(2));
    const before = await here();
    const shown = await say(
      `派遣決定 小海町 ${expert.name} 12/1-3/14 計画 12 協議 11/20 理由 希望に沿うため テーマ S1-3、S2-1`,
    );
    expect(shown.words).toMatch(/期間[\s\S]*12\/1\(火\)〜3\/14\(日\)[\s\S]*計画日数[\s\S]*12日[\s\S]*S1-3、S2-1/);
    expect(shown.words).toContain('まだ変えていません');
    expect(await here()).toEqual(before);
    expect((await yes()).words).toContain('変えました');
    const [made] = (await here()).filter(({ id }) => !before.some((each) => each.id === id));
    expect(made && currentAssignment(made)).toMatchObject({ from: '2026-12-01', until: '2027-03-14', planned: 12 });
    expect(await member(email(2))).toMatchObject({
      municipalities: [...expert.municipalities, HOME],
      terms: [{ municipality: HOME, from: '2026-12-01', until: '2027-03-14' }],
    });
    expect((await office.press('取消')).words).toContain('取り消しました');
    expect(await member(email(2))).toEqual(expert);
    expect((await here()).find(({ id }) => id === made?.id)).toMatchObject({ active: false });
  });
});

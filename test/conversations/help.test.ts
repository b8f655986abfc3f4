import { groupsOf } from '../../bot/command-groups.ts';
import { commands } from '../../bot/features/index.ts';
import { may } from '../../programme/may.ts';
import type { Member } from '../../programme/member.ts';
import { onBothChats } from '../on-both-chats.ts';

const SECRETARIAT: Pick<Member, 'active' | 'role' | 'municipalities'> = {
  active: true,
  role: 'secretariat',
  municipalities: [],
};

onBothChats({}, (house) => {
  it('a municipal officer finds a command by what it is for, and starts it', async () => {
    house.at('2026-12-01T10:00:00+09:00');
    const hanako = house.officer();
    const help = await hanako.say('ヘルプ');
    expect(hanako.buttons()).toEqual(expect.arrayContaining(['今週の報告をする']));
    expect(help.words).toContain('週次報告、変更なし、報告、KPI報告、訂正、取消、相談');
    expect(help.words).not.toContain('事務局の仕事');
    const group = await hanako.press('報告する');
    expect(group.words).toContain('困っていることを事務局に届けます。');
    expect((await hanako.press('できることに戻る')).words).toContain('会議のこと');
    await hanako.press('会議のこと');
    expect((await hanako.press('会議')).words).toContain('会議の予定');
    expect((await hanako.say('ヘルプ 訂正')).words).toContain('訂正');
    expect((await hanako.say('変更なし')).words).toContain('受け付けました');
  });

  it('the secretariat finds its own work, and a stranger only the way in', async () => {
    const office = house.secretariat();
    await office.say('ヘルプ');
    expect((await office.press('事務局の仕事')).words).toContain('催促');
    const stranger = house.someone('知らない人', 'nobody@example.jp');
    const help = await stranger.say('ヘルプ');
    expect(help.words).toContain('登録');
    expect(help.words).not.toContain('週次報告');
  });

  it.each(['expert-1@expert.example.jp', 'dx-shinrin@pref.example.jp', 'office-1@office.example.jp'])(
    'is answered to %s, with every group within what a card holds',
    async (email) => {
      const person = house.person(email);
      const words = (await person.say('ヘルプ')).words;
      expect(words).toContain('できること');
      for (const group of groupsOf(commands)
        .map(({ title }) => title)
        .filter((title) => words.includes(title)))
        expect((await person.say(`ヘルプ ${group}`)).words).not.toContain('うまく処理できませんでした');
    },
  );

  it('shows the secretariat everything it may do', async () => {
    const office = house.secretariat();
    const first = await office.say('ヘルプ');
    const own = commands.filter(({ needs, group, strangersOnly }) => {
      const isTheirs = needs === 'anything' || may(SECRETARIAT, needs);
      return isTheirs && group !== 'none' && strangersOnly === undefined;
    });
    expect(own.filter(({ says }) => !first.words.includes(says[0])).map(({ name }) => name)).toEqual([]);
    expect(own.length).toBeGreaterThan(60);
  });
});

import { commands } from '../../bot/commands/index.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';

/** Of no use to who is known, and help itself. */
const LEFT_OUT: readonly string[] = ['register', 'help', 'never-mind'];

/** Asked first by someone who may nearly everything: no card may be too large for it. */
onBothChats({ history: false }, (house) => {
  it('ヘルプ shows the secretariat everything it may do, on pages that fit', async () => {
    const office: Person = house.secretariat();
    const first = await office.say('ヘルプ');
    expect(first.words).toContain('できること（1/2）');
    const second = await office.press('続きを見る');
    expect(second.words).toContain('できること（2/2）');
    const unseen = commands.filter(({ says }) => !`${first.words}\n${second.words}`.includes(says[0]));
    expect(unseen.map(({ name }) => name).filter((name) => !LEFT_OUT.includes(name))).toEqual([]);
    expect((await office.press('前へ')).words).toContain('できること（1/2）');
  });

  it.each(['expert-1@expert.example.jp', 'dx-shinrin@pref.example.jp'])('ヘルプ is answered to %s', async (email) => {
    const words = (await house.person(email).say('ヘルプ')).words;
    expect(words).toContain('できること');
    expect(words).not.toContain('うまく処理できませんでした');
  });

  it('somebody without much to ask has it on one page', async () => {
    expect((await house.officer().say('ヘルプ')).words).not.toContain('続きを見る');
  });
});

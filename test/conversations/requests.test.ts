import { municipal } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';

const HOME = '203033';
const WORDS = '例規の改正の進め方が分かりません';

onBothChats({ allInTeams: true }, (house) => {
  const kept = async () =>
    (await house.service.store.helpRequests.list(municipal(HOME)))
      .map(({ value }) => value)
      .filter(({ undone }) => !undone);
  const steps = async () => (await kept()).at(-1)?.steps?.map(({ did }) => did) ?? [];
  const tickAt = async (moment: string) => {
    house.at(moment);
    for (const _ of [1, 2]) {
      await house.service.outbox.tick();
      await house.service.outbox.idle();
    }
  };

  /** The form where the cards hold one, the question otherwise. */
  const answer = async (office: Person, words: string) => {
    await office.press('回答する');
    return house.chat === 'teams' ? office.press('回答する', { 回答: words }) : office.say(words);
  };

  it('a 相談 is answered, comes back to whoever asked, and ends with 解決', async () => {
    house.at('2026-11-24T10:00:00+09:00');
    const hanako = house.officer();
    const office = house.secretariat();
    for (const person of [hanako, office]) await person.install();
    const receipt = await hanako.say(`相談 ${WORDS}`);
    expect(receipt.words).toContain(`「${WORDS}」`);
    expect(receipt.words).toContain('11/27(金)までに');
    expect((await hanako.press('業務')).words).toContain('区分を「業務」にしました');
    expect((await hanako.say('相談一覧')).words).toContain('未着手・11/27(金)まで');

    await tickAt('2026-11-24T10:05:00+09:00');
    expect(office.got().join('\n')).toContain('相談が届きました');
    const inbox = await office.say('相談一覧');
    expect(inbox.words).toContain(WORDS);
    const taken = await office.ask('handle-request', {
      request: (await kept())[0]?.id,
      municipality: HOME,
      state: 'taken',
      seen: 0,
    });
    expect(taken.words).toContain('受け持ちました');
    await answer(office, 'ひな形をお送りします');
    expect(office.sees()).toContain('回答を記録しました');

    await tickAt('2026-11-24T10:10:00+09:00');
    expect(hanako.got().at(-1)).toContain('相談に回答がありました');
    expect(hanako.got().at(-1)).toContain('ひな形をお送りします');
    const solved = await hanako.ask('end-request', { request: (await kept())[0]?.id, municipality: HOME });
    expect(solved.words).toContain('解決として終えました');
    expect(await steps()).toEqual(['taken', 'answered', 'solved']);
    expect((await office.say('相談一覧')).words).not.toContain(WORDS);
  });
});

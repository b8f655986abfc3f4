import { worriedAnswers } from '../../bot/features/support/worried-answers.ts';
import { HOME } from '../../demo/programme.ts';
import { instantOf } from '../../programme/day.ts';
import { deliveriesFrom } from '../../programme/delivery.ts';
import { FIT_ANSWERS } from '../../programme/visits/fit-answer.ts';
import { municipal } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';
import { EXPERT_MAIL, idOf, recorded } from './planted.ts';

const EXPERT = idOf(EXPERT_MAIL);

/** 続けられそうか, asked of both sides of a pair. */
onBothChats({ history: false, now: '2026-05-12T10:00:00+09:00', allInTeams: true }, (house) => {
  let hanako: Person;
  let expert: Person;
  beforeAll(async () => {
    hanako = house.officer();
    expert = house.person(EXPERT_MAIL);
    await hanako.install();
    await expert.install();
  });
  const at = (day: string, time = '09:05') => house.at(`${day}T${time}:00+09:00`);
  async function tick(): Promise<void> {
    for (const _ of [1, 2]) {
      await house.service.outbox.tick();
      await house.service.outbox.idle();
    }
  }
  const write = (day: string, written: string) =>
    recorded(house.service.store, { municipality: HOME, day, at: `${written}+09:00` });
  const answers = async () =>
    (await house.service.store.fitAnswers.list(municipal(HOME), FIT_ANSWERS)).map(({ value }) => value);
  const sent = async (since: string) =>
    (await house.service.store.deliveries.list(municipal(HOME), deliveriesFrom(instantOf(since))))
      .map(({ value }) => value)
      .filter(({ job }) => job === 'fit-question');
  const given = (occasion: 'initial' | 'follow-up') => ({ municipality: HOME, expert: EXPERT, occasion });

  it('is asked of both sides once, on the open day after the second recorded visit', async () => {
    at('2026-05-15');
    await write('2026-05-14', '2026-05-15T09:00:00');
    await tick();
    expect((await hanako.say('初期評価')).words).toContain('今、お答えをお願いしている評価はありません');
    at('2026-05-22');
    await write('2026-05-21', '2026-05-22T09:00:00');
    await tick();
    expect(hanako.got().join()).not.toContain('このまま続けられそうですか');
    at('2026-05-25');
    await tick();
    for (const [who, other] of [
      [hanako, '山田 美咲さんとの訪問支援が2回終わりました'],
      [expert, '小海町との訪問支援が2回終わりました'],
    ] as const) {
      const cards = who.got().filter((words) => words.includes('このまま続けられそうですか'));
      expect(cards).toHaveLength(1);
      expect(cards[0]).toContain(other);
    }
    await write('2026-05-25', '2026-05-25T09:30:00');
    at('2026-05-27');
    await tick();
    expect(await sent('2026-05-12')).toHaveLength(2);
  });

  it('takes each side’s answer in one tap, shows it to that side alone, and looks the same whatever it is', async () => {
    const worried = await hanako.ask('assess-fit', { ...given('initial'), fit: 'worried' });
    expect(worried.words).toContain('お答えを受け付けました');
    expect(worried.words).not.toMatch(/ミスマッチ|事務局に届け|聞き取り/);
    expect((await expert.say('初期評価')).words).toContain('このまま続けられそうですか');
    const good = await expert.press('はい');
    expect(good.words.replace('はい', '…')).not.toContain('気になる\n');
    const plain = (words: string) => words.replace(/はい|気になる/g, '…').replace(/山田 美咲さん|小海町/g, '相手');
    expect(plain(good.words)).toBe(plain(worried.words));
    expect((await answers()).map(({ side, fit }) => [side, fit])).toEqual(
      expect.arrayContaining([
        ['municipality', 'worried'],
        ['expert', 'good'],
      ]),
    );
    const open = await worriedAnswers(house.service, [HOME]);
    expect(open.map(({ side, expert: whose }) => [side, whose])).toEqual([['municipality', EXPERT]]);
    await hanako.press('「はい」に変える');
    expect(await worriedAnswers(house.service, [HOME])).toEqual([]);
    expect((await hanako.say('初期評価')).words).toContain('今、お答えをお願いしている評価はありません');
  });

  it('is asked again 30 days after a 交代, and of nobody whose pair has ended', async () => {
    const { store } = house.service;
    const version = {
      ...{ by: idOf('office-1@office.example.jp'), at: '2026-05-20T01:00:00.000Z', via: 'teams', ask: 'assigned' },
      ...{ from: '2026-05-28', until: '2027-03-14' },
    };
    const id = `assignment-${EXPERT}-2026-05-28`;
    await store.assignments.put(
      { id, municipality: HOME, expert: EXPERT, after: 'member-before', versions: [version] },
      'absent',
    );
    at('2026-06-26');
    await tick();
    at('2026-06-29');
    await tick();
    expect(hanako.got().at(-1)).toContain('体制になって30日たちました');
    expect(expert.got().at(-1)).toContain('体制になって30日たちました');
    const before = await answers();
    expect(
      (await house.person('expert-2@expert.example.jp').ask('assess-fit', { ...given('follow-up'), fit: 'good' }))
        .words,
    ).toMatch(/担当していない団体/);
    expect((await hanako.ask('assess-fit', { ...given('follow-up'), expert: 'nobody', fit: 'good' })).words).toContain(
      '古くなった',
    );
    expect(await answers()).toEqual(before);
    expect((await hanako.say('初期評価 はい')).words).toContain('お答えを受け付けました');
    expect(await answers()).toHaveLength(3);
  });
});

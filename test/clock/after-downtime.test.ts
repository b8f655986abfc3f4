import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';

const COMPLAINT = 'まだ報告をいただいていません';

/** Nothing ticks for days, and then it does again. */
onBothChats({ now: '2026-11-27T17:00:00+09:00', allInTeams: true }, (house) => {
  let hanako: Person;
  beforeAll(async () => {
    hanako = house.officer();
    await hanako.install();
  });

  async function tickAt(moment: string): Promise<readonly string[]> {
    house.at(moment);
    const before = hanako.got().length;
    for (const _ of [1, 2]) {
      await house.service.outbox.tick();
      await house.service.outbox.idle();
    }
    return hanako.got().slice(before);
  }

  it('brings the card on Wednesday and the complaint on the next open day, not with it', async () => {
    await tickAt('2026-11-27T17:00:00+09:00');
    const got = await tickAt('2026-12-02T09:01:00+09:00');
    // The question of the last open day of November comes late as well.
    expect(got.map((card) => card.includes(COMPLAINT))).toEqual([false, false]);
    expect(got.join()).toContain('11/30(月)の週の報告');
    expect(got.join()).toContain('予算要求の結果');
    expect(await tickAt('2026-12-02T17:30:00+09:00')).toEqual([]);
    const next = await tickAt('2026-12-03T09:01:00+09:00');
    expect(next.map((card) => card.includes(COMPLAINT))).toEqual([true]);
    expect(await tickAt('2026-12-04T09:01:00+09:00')).toEqual([]);
  });

  it('complains of nothing when the week is over by then', async () => {
    const card = await tickAt('2026-12-11T08:30:00+09:00');
    expect(card.join()).not.toContain(COMPLAINT);
    expect((await tickAt('2026-12-11T09:01:00+09:00')).join()).not.toContain(COMPLAINT);
    expect((await tickAt('2026-12-11T16:00:00+09:00')).join()).not.toContain(COMPLAINT);
  });

  it('keeps to its day when nothing was late', async () => {
    expect((await tickAt('2026-12-14T09:01:00+09:00')).join()).toContain('12/14(月)の週の報告');
    expect((await tickAt('2026-12-15T09:01:00+09:00')).join()).not.toContain(COMPLAINT);
    expect((await tickAt('2026-12-16T09:01:00+09:00')).join()).toContain(COMPLAINT);
  });

  describe('次の予定', () => {
    const next = async (said = '設定') =>
      /次の予定[\s\S]{0,3}?(\d+\/\d+\(.\) \d+:\d+)/.exec((await hanako.say(said)).words)?.[1];

    it('is next week’s once this week’s card has come, whatever is changed then', async () => {
      await tickAt('2027-01-12T09:01:00+09:00');
      await tickAt('2027-01-18T09:01:00+09:00');
      house.at('2027-01-18T09:30:00+09:00');
      expect(await next('設定 火 10:00')).toBe('1/26(火) 10:00');
      expect(await next('設定 金 16:00')).toBe('1/29(金) 16:00');
      expect((await tickAt('2027-01-19T10:00:00+09:00')).join()).not.toContain('の週の報告');
      await hanako.say('設定');
      await hanako.press('標準に戻す');
      expect(await next()).toBe('1/25(月) 09:00');
    });

    it('is this week’s while it is still to come, unless everything is answered', async () => {
      house.at('2027-01-24T12:00:00+09:00');
      expect(await next()).toBe('1/25(月) 09:00');
      house.at('2027-01-25T08:00:00+09:00');
      expect(await next('設定 水 10:00')).toBe('1/27(水) 10:00');
      await hanako.say('変更なし');
      expect(await next()).toBe('2/3(水) 10:00');
    });

    it('is after a leave', async () => {
      await hanako.say('休み 2/1-2/5');
      expect(await next()).toBe('2/10(水) 10:00');
    });
  });
});

import type { Delivery } from '../../programme/delivery.ts';
import { PROGRAMME } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';

/** What the secretariat and the prefecture read on one card is what the next card says as well. */
onBothChats({ now: '2026-11-24T08:00:00+09:00', allInTeams: true }, (house) => {
  let hanako: Person;
  let office: Person;
  let prefecture: Person;
  beforeAll(async () => {
    hanako = house.officer();
    office = house.secretariat();
    prefecture = house.prefecture();
    for (const each of [hanako, office, prefecture]) await each.install();
  });
  beforeEach(() => house.at('2026-11-24T10:00:00+09:00'));

  async function tick(moment: string): Promise<void> {
    house.at(moment);
    for (const _ of [1, 2]) {
      await house.service.outbox.tick();
      await house.service.outbox.idle();
    }
  }

  it('counts the same late items in the digest, in 次第 and in the invitation', async () => {
    const late = /期限を過ぎた項目（(\d+)件）/;
    const digest = await prefecture.say('ダイジェスト');
    await tick('2026-12-10T09:00:00+09:00');
    const invitation = prefecture.got().findLast((words) => words.includes('会議の案内')) ?? '';
    const then = await prefecture.say('ダイジェスト');
    expect(digest.words).toMatch(late);
    expect(late.exec(invitation)?.[1]).toBe(late.exec(then.words)?.[1]);
  });

  it('a request that is seen to waits nowhere any more, and was still asked', async () => {
    await hanako.say('相談 職員が足りない');
    expect((await prefecture.say('ダイジェスト')).words).toMatch(/相談あり: [^\n]*小海町(?!（)/);
    expect((await hanako.say('次第')).words).toMatch(/相談への対応\s*・?\s*1件/);
    await hanako.say('やめる');
    await office.say('未対応');
    const own = office.buttons().find((label) => label.includes('小海町'));
    await office.press(own ?? '小海町の相談');
    await office.press('対応済みにする');
    expect((await prefecture.say('ダイジェスト')).words).toMatch(/相談あり: [^\n]*小海町（対応済み）/);
    expect((await hanako.say('次第')).words).not.toContain('相談への対応');
    await hanako.say('やめる');
  });

  it('やめる does not sound as if it had taken back what was recorded', async () => {
    await office.say('議事録 第6回 様式を統一する');
    const { words } = await office.say('やめる');
    expect(words).toContain('すでに記録したことは、そのまま残っています');
    expect((await office.say('会議 第6回')).words).toContain('様式を統一する');
  });

  it('tells the prefecture where it is, or who does it', async () => {
    expect((await prefecture.say('議事録')).words).toContain('「会議 過去」');
    expect((await prefecture.say('小海町 報告 S1-3 完了')).words).toContain('違うと思うところ');
    expect((await prefecture.say('催促 小海町')).words).toContain('「未報告」で確認できます');
  });

  it('looks up what is asked, and neither sends nor answers', async () => {
    expect((await office.say('もう催促した？')).words).toContain('25団体のうち');
    for (const asked of ['会議の出席者は何人', '誰が出席しますか', '出欠']) {
      const { words } = await office.say(asked);
      expect(words).toContain('あなたの回答');
      expect(words).not.toContain('まだ記録していません');
    }
  });

  it('says that day and time are not theirs to set, and changes nothing', async () => {
    expect((await office.say('設定 火 10:00')).words).toContain('何も変えていません');
    expect((await hanako.say('設定 火 10:00')).words).toContain('設定を変えました');
  });

  it('names what was asked for where a room is too small for it', async () => {
    const here = office.in(house.room('小海町の部屋'));
    await here.say('部屋登録 小海町');
    expect((await here.say('ダイジェスト')).words).toContain('1対1のチャットで「ダイジェスト」');
  });

  it('shows no bars at zero for a municipality that is not supported', async () => {
    const { words } = await prefecture.say('長野市の状況');
    expect(words).toContain('支援の対象ではない');
    expect(words).not.toContain('0%');
  });

  it('says that a substitute will not get anything yet, and after an early return that no card is coming', async () => {
    const lead = house.person('lead-203050@town.example.jp');
    await lead.install();
    const taken = await lead.say('休み 11/30-12/4');
    expect(taken.words).toMatch(/週次報告は.+さんにお聞きします/);
    expect(taken.words).toContain('このままでは届きません');
    await tick('2026-11-30T09:00:00+09:00');
    house.at('2026-12-02T17:00:00+09:00');
    await lead.say('復帰');
    const { words } = await lead.say('なぜ');
    expect(words).not.toContain('まもなく');
    expect(words).toContain('11/30(月)は休みだったため');
  });

  it('puts first what only the secretariat can find out, and calls a 相談 by its name', async () => {
    const { deliveries } = house.service.store;
    const [first] = await deliveries.list(PROGRAMME);
    if (!first) throw new Error('nothing was sent');
    const due = '2026-11-30T00:00:00.000Z';
    const made = (job: string, dueAt: string, state: Delivery['state']): Delivery => ({
      ...first.value,
      ...{
        job,
        state,
        dueAt,
        slot: dueAt,
        round: 1,
        item: {},
        reason: state === 'unknown' ? 'no-answer' : 'no-address',
      },
    });
    await deliveries.put(made('help-request', due, 'unknown'), 'absent');
    house.at('2026-12-02T18:00:00+09:00');
    const { words: whole } = await office.say('配信状況');
    const words = whole.slice(whole.indexOf('確認が必要なもの'));
    expect(words.indexOf('届いたか不明: ')).toBeGreaterThan(0);
    expect(words.indexOf('届いたか不明: ')).toBeLessThan(words.indexOf('送れませんでした: '));
    expect(words).toContain('相談のお知らせ');
  });
});

import { HOME } from '../../demo/programme.ts';
import { PROGRAMME } from '../../storage/collections.ts';
import { kpisIn } from '../../storage/progress.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';

const NEW_TOWN = '203076';

/** Who has begun to report is not told that nothing was heard, and what is not asked for is not missing. */
onBothChats({ now: '2026-11-24T08:00:00+09:00', allInTeams: true }, (house) => {
  let hanako: Person;
  let other: Person;
  let office: Person;
  beforeAll(async () => {
    hanako = house.officer();
    other = house.person('lead-203041@town.example.jp');
    office = house.secretariat();
    for (const each of [hanako, other, office]) await each.install();
    const { municipalities } = house.service.store;
    await municipalities.put({ code: NEW_TOWN, name: '北相木村', area: '佐久', supported: true }, 'absent');
  });

  async function tickAt(moment: string): Promise<(person: Person) => string> {
    house.at(moment);
    const before = new Map([hanako, other, office].map((each) => [each, each.got().length]));
    for (const _ of [1, 2]) {
      await house.service.outbox.tick();
      await house.service.outbox.idle();
    }
    return (person) => person.got().slice(before.get(person)).join('\n');
  }

  it('minutes after the cards went out nobody is called quiet for the open week', async () => {
    await tickAt('2026-11-24T09:00:00+09:00');
    house.at('2026-11-24T09:05:00+09:00');
    const digest = await house.prefecture().say('ダイジェスト');
    expect(digest.words).toContain('11/23(月)の週の報告: 26団体のうち 報告 0・変更なし 0・未報告 25・対象なし 1');
    expect(digest.words).toMatch(/11\/16\(月\)の週の報告: 26団体のうち 報告 \d+・変更なし \d+・/);
    expect(digest.words).toContain('前回 11/20(金) からの動き');
    const quiet = /静かなところ: ([^\n]*)/.exec(digest.words)?.[1] ?? '';
    expect(quiet).not.toContain('小海町');
    expect(quiet).not.toContain('北相木村');
  });

  it('says what is late first, by municipality, and what the sums are measured by', async () => {
    const { words } = await house.prefecture().say('ダイジェスト');
    expect(words.indexOf('期限を過ぎた項目')).toBeGreaterThan(0);
    expect(words.indexOf('期限を過ぎた項目')).toBeLessThan(words.indexOf('の週の報告'));
    expect(words).toMatch(/合計 [\d.]+%（[\d,]+\/[\d,]+）\s*前回 [\d.]+%・値なし \d+団体\s*目標 80%・計画線 [\d.]+%/);
    const status = await hanako.say('状況');
    expect(status.words).toMatch(/期限を過ぎた項目 \d/);
    expect((await hanako.say('状況 ステップ2')).words).toMatch(/■[\s\S]*を過ぎています/);
  });

  it('asks on Wednesday only for what is left, in words that fit', async () => {
    house.at('2026-11-24T14:00:00+09:00');
    for (const said of ['K0-03 28/32', 'K1-03 変更なし', 'K1-04 変更なし']) await hanako.say(said);
    const got = await tickAt('2026-11-25T09:00:00+09:00');
    expect(got(hanako)).toContain('残り2件があります');
    expect(got(hanako)).toContain('残りは変更なし');
    for (const gone of ['まだ報告をいただいていません', 'DX基礎研修受講率', '業務棚卸し', '全て変更なし'])
      expect(got(hanako)).not.toContain(gone);
    expect(got(other)).toContain('まだ報告をいただいていません');
  });

  it('is 一部 in 未報告 and for the secretariat on Thursday, and nothing is asked of who has no KPI', async () => {
    const got = await tickAt('2026-11-26T15:00:00+09:00');
    for (const words of [got(office), (await office.say('未報告')).words]) {
      expect(words).toContain('25団体のうち 24団体が未報告、1団体が一部未報告です');
      expect(words).toContain('ほかの1団体は、毎週お聞きするKPIがないため対象なしです');
      expect(words).not.toContain('北相木村');
    }
    expect((await office.say('催促 北相木村')).words).toContain('北相木村: 毎週お聞きするKPIがありません');
    expect((await house.prefecture().say('ダイジェスト')).words).toContain('未報告 24・対象なし 1');
  });

  it('a 催促 after a part asks for the rest as well, and for nothing once all of it is there', async () => {
    await office.say('催促 小海町');
    const got = await tickAt('2026-11-26T15:10:00+09:00');
    expect(got(hanako)).toContain('残り2件があります');
    await hanako.press('残りは変更なし');
    expect((await office.say('催促 小海町')).words).toContain('小海町: 報告済み');
    const kept = await kpisIn(house.service.store, HOME, 2026);
    const weekly = kept.filter(({ value }) => value.weekly);
    expect(weekly.every(({ value }) => value.entries.some(({ week }) => week === '2026-11-23'))).toBe(true);
  });

  it('a stage alone is heard too', async () => {
    await tickAt('2026-11-30T09:00:00+09:00');
    house.at('2026-12-01T10:00:00+09:00');
    const done = await hanako.ask('report-item', { municipality: HOME, item: 'S1-4', stage: 'done' });
    expect(done.words).toContain('報告を受け付けました');
    const got = await tickAt('2026-12-02T09:00:00+09:00');
    expect(got(hanako)).toContain('残り5件があります');
    expect(got(hanako)).not.toContain('まだ報告をいただいていません');
  });

  it('keeps a part as that in the digest that is sent', async () => {
    await hanako.say('K0-03 29/32');
    await tickAt('2026-12-04T16:00:00+09:00');
    const sent = (await house.service.store.digests.list(PROGRAMME)).at(-1)?.value;
    const home = sent?.municipalities.find(({ code }) => code === HOME);
    expect(home).toMatchObject({ report: 'reported', partly: true });
  });
});

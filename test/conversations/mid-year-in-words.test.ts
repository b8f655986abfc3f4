import { HOME } from '../../demo/programme.ts';
import { PROGRAMME } from '../../storage/collections.ts';
import { itemAt } from '../../storage/progress.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';

/** Changes in mid-year as a tired person says them: never another thing than was said, never half of it unseen. */
onBothChats({ now: '2026-12-01T10:00:00+09:00' }, (house) => {
  let office: Person;
  let minute = 0;
  const say = (words: string, who = office) => {
    minute += 1;
    house.at(new Date(Date.parse('2026-12-01T10:00:00+09:00') + minute * 60_000).toISOString());
    return who.say(words);
  };
  const store = () => house.service.store;
  const changes = async () => (await store().settingChanges.list(PROGRAMME)).length;
  const meetings = async () => (await store().meetings.list(PROGRAMME)).map(({ value }) => value);

  beforeAll(() => {
    minute = 0;
    office = house.secretariat();
  });

  it.each([
    ['小海町の名簿', /名簿[\s\S]*小海町[\s\S]*山田 花子（主担当）/],
    ['小海町の担当者は誰？', /名簿[\s\S]*山田 花子（主担当）/],
    ['山田さんの連絡先は？', /どの方ですか[\s\S]*山田 美咲/],
    ['小海町の主担当を山田太郎さんにしてください', /山田 太郎さん 主担当[\s\S]*まだ変えていません/],
    ['小海町の山田 太郎さんを名簿から外して', /山田 太郎さん 名簿[\s\S]*まだ変えていません/],
    ['山田花子さんのメールが h@town.example.jp に変わりました', /メール[\s\S]*yamada@[\s\S]*h@town[\s\S]*まだ変えて/],
    ['山田 花子さんは佐藤 花子さんになりました', /氏名[\s\S]*山田 花子[\s\S]*佐藤 花子[\s\S]*まだ変えて/],
    ['新井一郎さんが小海町の税務課に来ました。メールはarai@town.example.jpです', /名簿追加[\s\S]*役割/],
    ['小海町の主担当を山田太郎さんに', /山田 太郎さん 主担当[\s\S]*まだ変えていません/],
    ['小海町のS1-3の期限を12/25に延ばして', /期限変更[\s\S]*変更の理由/],
    ['小海町のS1-3の期限を1/15に延ばして', /期限変更[\s\S]*変更の理由/],
    ['S1-3は来年度に回します 小海町', /期限変更[\s\S]*変更の理由/],
    ['小海町のK0-03の目標を95に上げてください', /K0-03 目標値[\s\S]*95%[\s\S]*まだ変えて/],
    ['DX基礎研修受講率の目標を九割にして 小海町', /K0-03 目標値[\s\S]*90%[\s\S]*まだ変えて/],
    ['小海町は12/28が閉庁日です', /閉庁日 12\/28\(月\)（小海町）[\s\S]*まだ変えて/],
    ['12月28日は小海町がお休みです', /閉庁日 12\/28\(月\)（小海町）[\s\S]*まだ変えて/],
    ['催促を木曜の10時にして', /毎週木曜日 10:00[\s\S]*まだ変えて/],
  ])('is understood, and nothing is done before a yes: %s', async (words, seen) => {
    const before = await changes();
    expect((await say(words)).words).toMatch(seen);
    await say('やめる');
    expect(await changes()).toBe(before);
  });

  it('no item is read out of an address', async () => {
    expect((await say('私のメールはarai@town.example.jpです', house.officer())).words).not.toContain('S3-6');
    await say('やめる', house.officer());
  });

  it('a target spoken of by an officer is no wish of the secretariat’s, and what was reached is a report', async () => {
    expect((await say('K0-03の目標を95にしたい', house.officer())).words).not.toContain('KPI設定');
    await say('やめる', house.officer());
    for (const words of ['小海町のK0-03は目標を上回り95%になりました', '小海町 K0-03 90%でした。目標は95%です']) {
      expect((await say(words)).words).toContain('KPI報告');
      await say('やめる');
    }
  });

  it('the secretariat is not told to tell the secretariat', async () => {
    expect((await say('小海町の担当が変わりました')).words).toMatch(/「担当変更 /);
    expect(office.sees()).not.toContain('事務局にお伝えください');
    expect((await say('担当が変わりました', house.officer())).words).toContain('事務局にお伝えください');
  });

  it.each(['閉庁日 12/28 軽井沢町', 'KPI設定 K0-03 目標 95 軽井沢町'])(
    'a municipality that takes no part is told so, and nobody else stands in for it: %s',
    async (words) => {
      expect((await say(words)).words).toContain('「軽井沢町」という市町村は見つかりません');
      expect(office.sees()).not.toContain('全体');
    },
  );

  it('a second municipality or day is said to be left out', async () => {
    expect((await say('閉庁日 12/28 小海町 川上村')).words).toMatch(/「川上村」は入れていません/);
    await say('やめる');
    expect((await say('閉庁日 12/25、12/28')).words).toMatch(/「12\/28」は入れていません/);
    await say('やめる');
    expect((await say('閉庁日 12/28 全市町村')).words).toContain('（全体）');
    await say('やめる');
  });

  it.each([
    ['締め 催促 土 10:00', '曜日は月から金'],
    ['締め 催促 木 25:00', '時刻は9:00から17:00'],
    ['締め 催促 木 22:00', '時刻は9:00から17:00'],
  ])('a moment at which nothing is sent is told in Japanese: %s', async (words, told) => {
    expect((await say(words)).words).toContain(told);
    expect(office.sees()).not.toMatch(/Invalid/);
    await say('やめる');
  });

  it.each(['来年度', '翌年度', '令和9年度以降', '令和９年度'])('a year as it is shown and said: %s', async (year) => {
    await say(`期限変更 S1-3 ${year} 合意 11/20 理由 予算が付かない 小海町`);
    expect(office.sees()).toMatch(/令和9年度以降[\s\S]*まだ変えていません/);
    await say('やめる');
  });

  it('a deadline that a form sends back as it was is not taken along into another year', async () => {
    const { due } = (await store().items.get(...placed('S1-4')))?.value ?? {};
    const given = { item: 'S1-4', municipality: HOME, year: 'later', due, reason: '延期', agreed: '2026-11-20' };
    expect((await office.ask('change-item-plan', given)).words).toMatch(/S1-4 期限[\s\S]*なし[\s\S]*まだ変えて/);
    await say('やめる');
  });

  it('a deadline of this year for an item of a later one is said to leave it there', async () => {
    const later = await store().items.get(...placed('S3-6'));
    expect(later?.value.year).toBe('later');
    await say('期限変更 S3-6 12/18 合意 11/20 理由 前倒し 小海町');
    expect(office.sees()).toContain('「今年度」も添えてください');
    await say('やめる');
  });

  it('a date is no target', async () => {
    expect((await say('KPI設定 K0-03 目標 12/20 小海町')).words).toContain('「12/20」はK0-03');
    await say('やめる');
  });

  it('a code that is another municipality’s is told whose it is', async () => {
    expect((await say('市町村追加 203211 御代田町 圏域 佐久')).words).toContain('「203211」は軽井沢町です');
  });

  describe('a meeting in one line', () => {
    it('has the place that was said, and no label in its name', async () => {
      await say('会議作成 打合せ 12/10 10:00-11:00 場所 県庁 301会議室 対象 山田花子さん');
      expect((await meetings()).find(({ day }) => day === '2026-12-10')).toMatchObject({
        title: '打合せ',
        place: '県庁 301会議室',
      });
    });

    it('whoever cannot be called is said, with what is still missing', async () => {
      const before = (await meetings()).length;
      for (const whom of ['軽井沢町', '山田', '小海町と川上村以外']) {
        expect((await say(`会議作成 打合せ 12/11 10:00 場所 オンライン 対象 ${whom}`)).words).toContain(`「${whom}」`);
        await say('やめる');
      }
      expect(await meetings()).toHaveLength(before);
    });

    it('nobody is shown by an id', async () => {
      await say('会議作成 打合せ 12/11 10:00 場所 オンライン 対象 県、小海町、山田 花子');
      expect(office.sees()).not.toContain('member-');
      await say('やめる');
    });
  });

  const placed = (id: string) => {
    const { partition, id: at } = itemAt(HOME, 2026, id);
    return [partition, at] as const;
  };
});

import { currentFiling, FILINGS } from '../../programme/filing.ts';
import type { Duty } from '../../programme/member.ts';
import { withItemReport } from '../../programme/progress/item-record.ts';
import { monthlyStanding, sentVersions } from '../../programme/reports/monthly-report.ts';
import { MEMBERS, type Store } from '../../storage/collections.ts';
import { itemAt } from '../../storage/progress.ts';
import { change } from '../../storage/store.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';
import { supported } from '../operations/supported.ts';

const PEOPLE = { expert: 'member-expert', officer: 'member-officer', office: 'member-office' };
const KOUMI = '203033';
const PM = 'office-1@office.example.jp';

/** The roster has the column 役目: one PM, and nobody else has any. */
async function withDuties(store: Store): Promise<void> {
  for (const { value, etag } of await store.members.list(MEMBERS)) {
    const duties: Duty[] = value.email === PM ? ['pm'] : [];
    await store.members.put({ ...value, duties }, etag);
  }
}

const reportOf = async (store: Store, id = 'monthly-2026-11') => {
  const found = await store.monthlyReports.get(FILINGS, id);
  if (!found) throw new Error('there is no report');
  return found.value;
};

onBothChats({ now: '2026-11-24T10:00:00+09:00', allInTeams: true }, (house) => {
  let pm: Person;
  let colleague: Person;
  let prefecture: Person;
  const said = async (person: Person, words: string) => (await person.say(words)).words.replace(/\s+/g, ' ');
  beforeAll(async () => {
    const { store } = house.service;
    await supported(store, KOUMI, PEOPLE);
    await withDuties(store);
    pm = house.secretariat();
    colleague = house.person('office-2@office.example.jp');
    prefecture = house.prefecture();
    for (const each of [pm, colleague, prefecture]) await each.install();
  });

  it('looking at a month makes no draft of it, and shows what one would hold', async () => {
    const shown = await said(pm, '月次報告');
    expect(shown).toContain('令和8年11月 まだ下書きにしていません（11/24(火)までの記録）');
    expect(shown).toMatch(/派遣:? 1団体に1回・1日・対面 100%（1\/1）/);
    expect(await house.service.store.monthlyReports.get(FILINGS, 'monthly-2026-11')).toBeUndefined();
  });

  it('the prefecture sees no draft, and is told where it will be', async () => {
    await pm.press('下書きにする');
    expect(await said(prefecture, '月次報告 11月')).toContain('令和8年11月の月次報告は、まだ提出されていません');
    // Nor what was handed in before where another month is asked for.
    expect(await said(prefecture, '月次報告')).toContain('令和8年10月');
    const here = pm.in(house.room('県の部屋'));
    await here.say('部屋登録 県');
    expect((await here.say('月次報告 11月')).words).toContain('まだ提出されていません');
  });

  it('is written section by section: in one line, or after the question which', async () => {
    expect(await said(pm, '月次報告編集 概要 11月は訪問が始まりました。')).toContain('概要の本文を書きました');
    await pm.say('月次報告編集');
    expect(pm.buttons()).toEqual(expect.arrayContaining(['概要', '実績', '課題と対応', '翌月の予定', '体制']));
    expect((await colleague.say('月次報告編集 課題と対応 県へ: 12月の日程の調整')).words).toContain('書きました');
    const { content } = currentFiling(await reportOf(house.service.store));
    expect(content.texts).toEqual({ overview: '11月は訪問が始まりました。', issues: '県へ: 12月の日程の調整' });
    expect(await said(pm, '月次報告 課題と対応')).toMatch(/県への依頼・協議事項＞? ・12月の日程の調整/);
  });

  it('shows what was written before where it is written anew, and なし takes it away', async () => {
    expect(await said(colleague, '月次報告編集 体制 変更なしです')).toContain('体制の本文を書きました');
    const { words } = await colleague.say('月次報告編集 体制 12月から1人増えます');
    expect(words).toContain('変更なしです');
    expect(words).toContain('12月から1人増えます');
    expect((await colleague.say('月次報告編集 体制 なし')).words).toContain('体制の本文を消しました');
    expect(currentFiling(await reportOf(house.service.store)).content.texts.staffing).toBeUndefined();
  });

  it('only the PM hands it in', async () => {
    const refused = await said(colleague, '月次報告提出');
    expect(refused).toContain('さん）が提出します');
    expect(refused).toContain('「月次報告編集」');
    expect(sentVersions(await reportOf(house.service.store))).toEqual([]);
  });

  it('says before → after what the records have become since, and keeps what was written', async () => {
    const { store } = house.service;
    await change(store.items, itemAt(KOUMI, 2026, 'S3-1'), (record) => {
      if (!record) throw new Error('no such item');
      const from = { by: 'member-officer', at: '2026-11-24T00:59:00.000Z', via: 'teams', ask: 'since' };
      return { value: withItemReport({ ...record, year: 'this' }, { stage: 'done' }, from) };
    });
    const asked = await said(pm, '月次報告提出');
    expect(asked).toMatch(/下書きのあと、記録が\d+か所変わっています/);
    expect(asked).toContain('市町村別ステップ・項目進捗 小海町');
    expect(asked).toContain('まだ提出していません');
    const { words } = await pm.press('作り直す');
    expect(words).toContain('今の記録から作りました');
    expect(words).toContain('11月は訪問が始まりました。');
    expect(words).not.toContain('か所変わっています');
    const again = await said(pm, '月次報告作り直し');
    expect(again).toContain('記録に変わったところはありません');
  });

  it('is handed in once, and read by the prefecture as it was handed in', async () => {
    await pm.say('月次報告提出');
    expect((await pm.press('はい、提出する')).words).toContain('県に提出しました');
    expect(await said(pm, '月次報告提出')).toContain('すでに提出してあります');
    expect((await reportOf(house.service.store)).submissions).toHaveLength(1);
    const shown = await said(prefecture, '月次報告');
    expect(shown).toContain('令和8年11月 提出済み・県の受領待ち');
    expect(shown).toContain('11月は訪問が始まりました。');
    expect(prefecture.buttons()).not.toEqual(expect.arrayContaining(['内容を書く']));
    expect(prefecture.buttons()).toEqual(expect.arrayContaining(['受領', '直しの依頼']));
    expect(shown).toContain('県への依頼: 12月の日程の調整');
    expect(await said(prefecture, '月次報告 実績')).toContain('対面率');
    expect(await said(prefecture, '月次報告書')).toContain('月次報告書');
  });

  it('put right after it was received it is a new version, to be handed in and received again', async () => {
    const { store } = house.service;
    expect(await said(prefecture, '承認待ち')).toContain('令和8年11月の月次報告');
    expect(prefecture.sees()).toContain('提出済み・県の受領待ち');
    await prefecture.say('月次報告');
    expect((await prefecture.press('受領')).words).toContain('「受領」を記録しました');
    expect(await said(prefecture, '月次報告')).toContain('令和8年11月 受領');
    expect(prefecture.buttons()).not.toContain('受領');
    const anew = await said(pm, '月次報告編集 概要 訪問の回数を直しました。 11月');
    expect(anew).toContain('書きました');
    expect(anew).toContain('もう一度提出すると届きます');
    expect(await said(pm, '月次報告')).toContain('下書き');
    expect(await said(prefecture, '月次報告')).not.toContain('直しました');
    await pm.say('月次報告提出');
    await pm.press('はい、提出する');
    expect(await said(prefecture, '月次報告')).toContain('第2版・提出済み・県の受領待ち');
    expect((await prefecture.press('前の版を見る')).words).toContain('11月は訪問が始まりました。');
    const report = await reportOf(store);
    expect(sentVersions(report).map((version) => monthlyStanding(report, version))).toEqual([
      '受領',
      '提出済み・県の受領待ち',
    ]);
    await said(pm, '月次報告編集 概要 訪問の日付も直しました。 11月');
    expect(await said(pm, '月次報告')).toContain('下書き（提出した版は県の受領待ち）');
    expect(await said(prefecture, '承認待ち')).toContain('令和8年11月の月次報告');
  });

  it.each(['月次報告 12月', '月次報告 4月'])('%s has not begun, or is none of the programme', async (words) => {
    house.at('2026-11-24T10:30:00+09:00');
    expect(await said(pm, words)).toContain('事業の期間にない月です');
  });

  it('nobody else sees it, in any room', async () => {
    const observer = house.person('observer-202011@city.example.jp');
    const others = [house.officer(), house.person('expert-1@expert.example.jp'), observer];
    for (const person of others)
      for (const words of [
        '月次報告',
        '月次報告書',
        '月次報告提出',
        '月次報告作り直し',
        '月次報告編集 概要 終わりました',
      ])
        expect(await said(person, words)).toMatch(/この操作は(事務局|事務局と県)の方だけが行えます/);
    expect(await said(prefecture, '月次報告編集 概要 終わりました')).toContain('事務局の方だけが行えます');
    const here = pm.in(house.room('小海町の部屋'));
    await here.say('部屋登録 小海町');
    expect((await here.say('月次報告')).words).toContain('1対1のチャットで「月次報告」');
    for (const words of ['月次報告編集 概要 訪問は順調です', '月次報告提出']) {
      const room = pm.in(house.room('県の部屋'));
      expect((await room.say(words)).words).toContain('1対1のチャット');
    }
  });
});

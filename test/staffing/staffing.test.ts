import { PREFECTURE_OFFICER } from '../../demo/programme.ts';
import { currentFiling, FILINGS } from '../../programme/filing.ts';
import type { Member } from '../../programme/member.ts';
import { CHARTS } from '../../programme/staffing/organization-chart.ts';
import { STAFFING_CHANGES } from '../../programme/staffing/staffing-change.ts';
import { MEMBERS, PROGRAMME } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';

/** 体制表 and 体制変更, as the secretariat, the prefecture and an expert meet them. */
onBothChats({}, (house) => {
  let office: Person;
  let minute = 0;
  const at = () => {
    minute += 1;
    house.at(new Date(Date.parse('2026-11-24T10:00:00+09:00') + minute * 60_000).toISOString());
  };
  const say = (words: string, who = office) => {
    at();
    return who.say(words);
  };
  const press = (label: string, filled?: Parameters<Person['press']>[1], who = office) => {
    at();
    return who.press(label, filled);
  };
  const store = () => house.service.store;
  const changes = async () => (await store().staffingChanges.list(FILINGS, STAFFING_CHANGES)).map(({ value }) => value);
  const charts = async () => (await store().organizationCharts.list(FILINGS, CHARTS)).map(({ value }) => value);
  const member = async (role: Member['role'], nth = 0): Promise<Member> => {
    const all = (await store().members.list(MEMBERS)).map(({ value }) => value);
    const found = all.filter((each) => each.role === role && each.active)[nth];
    if (!found) throw new Error(`no ${role}`);
    return found;
  };
  const approve = async () => {
    const prefecture = house.prefecture();
    const shown = await say('承認', prefecture);
    await press('はい、承認とする', undefined, prefecture);
    expect(prefecture.sees()).toContain('「承認」を記録しました');
    await say('やめる', prefecture);
    return shown.words;
  };

  beforeAll(() => {
    minute = 0;
    office = house.secretariat();
  });

  it('shows the 体制 the roster would say before any is approved', async () => {
    const seen = await say('体制表見せて');
    expect(seen.words).toMatch(/県が承認した体制表は、まだありません[\s\S]*業務責任者[\s\S]*派遣人材/);
    expect((await say('体制表 10月1日')).words).toContain('令和8年10月1日（木）現在');
  });

  it('is written field by field, shown, and handed in', async () => {
    expect((await say('体制表提出')).words).toMatch(/受託者名/);
    await say('やめる');
    await say('体制表編集 受付時間 平日 9:00-17:00');
    expect(office.sees()).toMatch(/下書き[\s\S]*平日 9:00-17:00[\s\S]*提出までに書くこと/);
    await say('体制表編集');
    await press('下書きにする', {
      ...{ 受託者名: '伴走支援共同体', 業務責任者の役職: '部長', 業務責任者の連絡先: '026-000-0001' },
      ...{ PMの経歴: '情報部門に10年', PMの同種業務の実績: '県のDX支援', 連絡窓口の電話: '026-000-0000' },
      ...{ '緊急連絡・エスカレーション経路': '窓口 → PM → 責任者' },
    });
    expect(office.sees()).not.toContain('提出までに書くこと');
    const shown = await press('体制表を提出する');
    expect(shown.words).toMatch(/この内容で県に提出します/);
    expect((await charts()).at(0)?.submissions).toBeUndefined();
    expect((await press('はい、提出する')).words).toContain('提出済み・県の決定待ち');
    const [chart] = await charts();
    expect(chart?.submissions).toHaveLength(1);
    expect(chart && currentFiling(chart).content).toMatchObject({ hours: '平日 9:00-17:00', career: '情報部門に10年' });
    expect((await say('体制表提出')).words).toContain('もう提出しています');
    await approve();
    expect((await say('体制表')).words).toMatch(/第\d+版 承認/);
  });

  it('is seen whole by the prefecture, and of the own municipalities by an expert', async () => {
    const prefecture = await say('体制表', house.person(PREFECTURE_OFFICER));
    expect(prefecture.words).toContain('026-000-0001');
    const expert = await say('体制表', house.person('expert-1@expert.example.jp'));
    expect(expert.words).toContain('026-000-0000');
    expect(expert.words).not.toMatch(/026-000-0001|情報部門に10年|窓口 → PM/);
    expect((await say('体制変更', house.person('expert-1@expert.example.jp'))).words).toContain('だけが行えます');
  });

  it('becomes a question when it is only spoken of', async () => {
    const before = await changes();
    const seen = await say('PMが山田さんから佐藤さんに代わります');
    expect(seen.words).toMatch(/PM交代/);
    await say('やめる');
    expect(await changes()).toEqual(before);
  });

  it.each([
    '小海町の担当を替えたい',
    '小海町の担当者を変えたいです',
    '担当を交代したい',
    '小海町の担当を変更したいのですが',
  ])('「%s」 opens the change, and tells who may not who does it', async (said) => {
    expect((await say(said)).words).toMatch(/どの変更ですか[\s\S]*派遣者交代/);
    await say('やめる');
    for (const who of [house.prefecture(), house.officer()])
      expect((await say(said, who)).words).toContain('事務局の方だけが行えます');
  });

  it('is drafted, handed in, and holds from its day once it is approved', async () => {
    const [gone, come] = [await member('expert', 0), await member('expert', 1)];
    await say('体制変更');
    await press('派遣者交代');
    await press('下書きにする', {
      ...{ 変更前の方: gone.name, 変更後の方: '応援 花子', 変更予定日: '2027-01-15' },
      ...{ 変更理由: '異動のため', 業務への影響と引継ぎ計画: '12月に同行する' },
    });
    expect(office.sees()).toMatch(/下書き[\s\S]*期限 12\/14\(月\)、提出を勧める日 12\/14\(月\)/);
    expect(office.sees()).toContain('応援 花子さんはまだ名簿にいません');
    for (const said of ['体制変更提出', '体制変更を提出する', '体制変更を提出']) {
      expect((await say(said)).words).toContain('まだ提出していません');
      expect(office.sees()).toContain('応援 花子');
      expect((await changes()).flatMap(({ submissions = [] }) => submissions)).toEqual([]);
    }
    expect((await press('はい、提出する')).words).toContain('提出済み');
    const [made] = await changes();
    expect(made && currentFiling(made).content).toMatchObject({
      ...{ kind: 'expert', before: { member: gone.id }, after: { name: '応援 花子' }, day: '2027-01-15' },
      municipalities: gone.municipalities,
    });
    await approve();
    expect((await say('体制変更一覧')).words).toContain('承認（施行前）');
    expect((await say('体制表 1/15')).words).toContain('応援 花子');
    const after = (await say('体制表 1/16')).words;
    expect(after).toContain('応援 花子');
    expect(after).not.toContain(`${gone.name}さん`);
    // The same person cannot go twice.
    await say(`体制変更 終了 変更前 ${gone.name} 変更日 12/25 理由 異動 引継ぎ なし 期限後 急なため`);
    expect(office.sees()).toContain('派遣者交代がもうあります');
    await say('やめる');
    await say(`体制変更 派遣者交代 変更前 ${come.name} 変更後 ${come.name} 変更日 2027/1/29 理由 異動 引継ぎ なし`);
    expect(office.sees()).toContain('変更前の方と同じです');
    await say('やめる');
  });

  it('keeps a 派遣決定 of a successor to what is approved', async () => {
    const gone = await member('expert', 0);
    const [town] = (await store().municipalities.list(PROGRAMME))
      .map(({ value }) => value)
      .filter(({ code }) => gone.municipalities.includes(code));
    const add = (id: string, name: string) =>
      store().members.put({ ...gone, id, name, email: `${id}@expert.example.jp`, municipalities: [] }, 'absent');
    await add('member-hanako', '応援 花子');
    await add('member-new', '新任 太郎');
    const decide = (name: string) =>
      say(`派遣決定 ${town?.name} ${name} 1/10-3/14 計画 3 協議 11/20 理由 希望 前任 ${gone.name}`);
    expect((await decide('応援 花子')).words).toContain('応援 花子さんは1/15(金)からです');
    await say('やめる');
    expect((await decide('新任 太郎')).words).toContain('この交代の体制変更は、まだ県に承認されていません');
    const asked = await press('体制変更を書く');
    expect(asked.words).toMatch(/派遣者交代/);
    await say('やめる');
  });

  it.each([
    ['体制変更 終了 変更前 {1} 変更日 11/23 理由 異動 引継ぎ なし', '過ぎています'],
    ['体制変更 終了 変更前 存在しない 変更日 1/29 理由 異動 引継ぎ なし', 'その日の体制にいません'],
    ['体制変更 PM交代 変更前 {1} 変更後 新任 太郎 変更日 1/29 理由 異動 引継ぎ なし', 'PMではありません'],
    ['体制変更 終了 変更前 {1} 変更日 12/10 理由 異動 引継ぎ なし', '期限後になった理由'],
  ])('refuses in a sentence, and writes nothing: %s', async (words, sentence) => {
    const before = await changes();
    const who = await member('expert', 1);
    expect((await say(words.replace('{1}', who.name))).words).toContain(sentence);
    await say('やめる');
    expect(await changes()).toEqual(before);
  });

  it('is taken even late, with a reason, and taken back before it holds', async () => {
    const who = await member('expert', 1);
    await say(`体制変更 終了 変更前 ${who.name} 変更日 12/10 理由 退職 引継ぎ 事務局が引き継ぐ 期限後 急な退職のため`);
    expect(office.sees()).toMatch(/期限の11\/9\(月\)を過ぎています/);
    const late = await press('体制変更を提出する');
    expect(late.words).toContain('期限後の提出です');
    expect((await say('承認待ち', house.prefecture())).words).toContain('期限後の提出です');
    const { id } = (await changes()).find(({ versions }) => versions[0]?.content.late === '急な退職のため') ?? fail();
    const edited = await office.ask('change-staffing', { change: id, handover: '後任が引き継ぐ' });
    expect(edited.words).toMatch(/下書き（提出した版は県の決定待ち）[\s\S]*後任が引き継ぐ/);
    expect((await say('承認待ち', house.prefecture())).words).toContain(who.name);
    const handedIn = await house.prefecture().ask('show-staffing-change', { change: id });
    expect(handedIn.words).toMatch(/提出済み・県の決定待ち[\s\S]*事務局が引き継ぐ/);
    expect(handedIn.words).not.toContain('後任が引き継ぐ');
    await say('体制変更を見る');
    await press(`終了　${who.name}さん`);
    expect((await press('取り下げる')).words).toContain('取り下げますか');
    expect((await press('はい、取り下げる')).words).toContain('取り下げ');
    expect((await changes()).filter(({ withdrawn }) => withdrawn)).toHaveLength(1);
  });
});

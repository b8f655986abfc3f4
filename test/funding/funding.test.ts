import { fundingRecordId } from '../../programme/funding/funding-record.ts';
import { FUNDING_TERMS } from '../../programme/funding/funding-terms.ts';
import { PROGRAMME } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';
import { initiated } from '../operations/initiated.ts';

const HOME = '203033';
const INITIATIVE = `initiative-2027-${HOME}-1`;

onBothChats({ history: false, allInTeams: true }, (house) => {
  let hanako: Person;
  let office: Person;
  let pref: Person;
  beforeAll(async () => {
    house.at('2026-11-24T10:00:00+09:00');
    [hanako, office, pref] = [house.officer(), house.secretariat(), house.prefecture()];
    for (const person of [hanako, office, pref]) await person.install();
    await initiated(house.service.store, HOME, 'member-planted');
  });
  const record = async () =>
    (await house.service.store.fundingRecords.get(PROGRAMME, fundingRecordId(2026, HOME)))?.value;

  it.each(['財源', '財源を教えて', '使える補助金は', '使える補助金は？'])(
    '「%s」 shows the initiatives and their fundings',
    async (said) => {
      const { words } = await hanako.say(said);
      expect(words).toContain('小海町　令和9年度の取組の財源');
      expect(words).toContain('書かない窓口の導入');
      expect(words).toContain('初期 1,200千円・経常 300千円/年');
      expect(words).toContain('FN-07 第2世代交付金（状態はまだ記録なし）');
      expect(words).not.toContain('S2-6');
    },
  );

  it('S2-6 stays what it is, by its id and by its name', async () => {
    expect((await hanako.say('S2-6')).words).toContain('予算・財源の確保');
    expect((await hanako.say('項目 S2-6')).words).toContain('予算・財源の確保');
  });

  it('a funding is known by the name people use, and says that it is 目安', async () => {
    const { words } = await hanako.say('デジ田交付金');
    expect(words).toContain('デジタル田園都市国家構想交付金');
    expect(words).toContain('目安');
    expect(words).not.toContain('内容を変える');
  });

  it('one initiative shows candidates without a verdict, and reckons nothing that is not confirmed', async () => {
    const { words } = await hanako.ask('show-funding', { municipality: HOME, initiative: INITIATIVE });
    expect(words).toContain('候補');
    expect(words).toContain('使えるかどうかは決めていません');
    expect(words).toContain('一般財源負担');
    expect(words).toContain('計算していません');
  });

  it('a state is recorded in three taps, before and after', async () => {
    await hanako.say('財源状態');
    expect(hanako.sees()).toContain('どの財源ですか');
    await hanako.press('FN-07 第2世代交付金');
    const { words } = await hanako.press('協議中');
    expect(words).toContain('財源の状態を記録しました');
    expect((await record())?.uses).toMatchObject([
      { initiative: INITIATIVE, funding: 'FN-07', versions: [{ state: 'negotiating' }] },
    ]);
    await hanako.ask('set-funding-state', {
      municipality: HOME,
      initiative: INITIATIVE,
      funding: 'FN-07',
      state: 'negotiating',
    });
    expect(hanako.sees()).toContain('すでにそのとおりです');
    expect((await record())?.uses[0]?.versions).toHaveLength(1);
  });

  it('交付税 is never 採択', async () => {
    const asked = { municipality: HOME, initiative: INITIATIVE, funding: 'FN-01', state: 'granted' };
    const { words } = await hanako.ask('set-funding-state', asked);
    expect(words).toContain('交付税には採択・不採択がありません');
    expect(words).toContain('算入・交付');
    expect((await record())?.uses).toHaveLength(1);
  });

  it('a 協議 with the prefecture is kept with its day, 課 and result', async () => {
    await hanako.ask('record-funding-talk', { municipality: HOME, initiative: INITIATIVE });
    if (house.chat === 'teams')
      await hanako.press('記録する', {
        協議した日: '2026-11-20',
        '県の課（氏名は書かない）': 'DX推進課',
        協議の結果: '要領を待つ',
      });
    else for (const said of ['11/20', 'DX推進課', '要領を待つ']) await hanako.say(said);
    expect(hanako.sees()).toContain('協議を記録しました');
    expect((await record())?.talks).toMatchObject([{ day: '2026-11-20', division: 'DX推進課', result: '要領を待つ' }]);
  });

  it('the secretariat confirms the terms, and a confirmed plain rate is reckoned', async () => {
    for (const [said, value] of [
      ['率', '1/2'],
      ['上限', '1億円'],
      ['確認日', '11/24'],
    ] as const) {
      await office.say(`財源の変更 FN-07 ${said} ${value}`);
      expect(office.sees()).toContain('まだ変えていません');
      await office.press('はい、変える');
    }
    const { words } = await hanako.ask('show-funding', { municipality: HOME, initiative: INITIATIVE });
    expect(words).toContain('600千円（初期の額と確認済みの率から計算）');
    expect((await office.say('財源一覧')).words).toContain('目安');
    await office.say('取消');
    await office.press('はい、取り消す');
    expect((await hanako.ask('show-funding', { municipality: HOME, initiative: INITIATIVE })).words).toContain(
      '計算していません',
    );
  });

  it.each([
    ['FN-09の率を1/2に', '1/2'],
    ['FN-09の上限を1億円にしてください', '1億円'],
    ['FN-09の確認日は11/20です', '令和8年11月20日（金）'],
  ])('「%s」 is a change of the terms, which is shown before it is made', async (said, is) => {
    const { words } = await office.say(said);
    expect(words).toContain('財源の変更 FN-09');
    expect(words).toContain(is);
    expect(words).toContain('まだ変えていません');
    await office.say('やめる');
  });

  it.each([
    ['率 3/2', '0より大きく1以下'],
    ['率 150%', '0より大きく1以下'],
    ['率 1/0', '0より大きく1以下'],
    ['上限 -5億円', '単位まで'],
    ['上限 5億', '単位まで'],
    ['確認日 令和9年1月1日', '今日（令和8年11月24日（火））か、それより前の日'],
  ])('「%s」 is none, and says how it is written', async (said, how) => {
    const kept = () => house.service.store.fundingTerms.list(PROGRAMME, FUNDING_TERMS);
    const before = (await kept()).map(({ value }) => value);
    const { words } = await office.say(`財源の変更 FN-09 ${said}`);
    expect(words).toContain(how);
    expect(words).not.toContain('はい、変える');
    expect((await kept()).map(({ value }) => value)).toEqual(before);
    await office.say('やめる');
  });

  it('what nobody has confirmed for the year says from which it comes, and taken back it says so again', async () => {
    const begun = '令和6年度の内容がもと';
    await office.say('財源の変更 FN-09 締切 2027/1/15');
    await office.press('はい、変える');
    expect((await office.say('財源一覧')).words).toContain(begun);
    await office.say('財源の変更 FN-09 確認日 11/20');
    await office.press('はい、変える');
    expect((await office.say('財源一覧')).words).not.toContain(begun);
    await office.say('取消');
    await office.press('はい、取り消す');
    expect((await office.say('財源一覧')).words).toContain(begun);
  });

  it('a deadline is counted back in open days', async () => {
    for (const said of ['締切 2027/2/12', '確認日 11/24']) {
      await office.say(`財源の変更 FN-07 ${said}`);
      await office.press('はい、変える');
    }
    const { words } = await hanako.ask('show-funding', { municipality: HOME, initiative: INITIATIVE });
    expect(words).toContain('2/12(金)');
    expect(words).toContain('書類をそろえる');
    expect(words).toContain('1/14(木)');
  });

  it('a 協議 names no person and no day to come', async () => {
    const name = house.content.members.find(({ role }) => role === 'prefecture')?.name;
    const of = { municipality: HOME, initiative: INITIATIVE, result: '要領を待つ' };
    const named = await hanako.ask('record-funding-talk', { ...of, day: '2026-11-20', division: `DX推進課の${name}` });
    expect(named.words).toContain('人の名前が入っています');
    const ahead = await hanako.ask('record-funding-talk', { ...of, day: '2026-12-20', division: 'DX推進課' });
    expect(ahead.words).toContain('今日までの日付');
    await hanako.say('やめる');
    expect((await record())?.talks).toHaveLength(1);
  });

  it('the prefecture reads it and writes nothing', async () => {
    expect((await pref.say('財源 小海町')).words).toContain('書かない窓口の導入');
    expect((await pref.say('財源状態 小海町')).words).toContain('行えます');
    expect((await hanako.say('財源の変更 FN-09 率 1/2')).words).toContain('事務局の方だけが行えます');
  });

  it('the 財源活用シート comes as a file', async () => {
    const { words } = await hanako.say('財源 Excel');
    expect(words).toContain('財源活用シート 小海町');
  });
});

import { INCIDENTS, incidentStanding } from '../../programme/approvals/incident.ts';
import { MEMBERS } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { gotWith } from '../got-with.ts';
import { onBothChats } from '../on-both-chats.ts';
import { tickAt } from '../tick-at.ts';

/** A Saturday night: every office is closed. */
const NIGHT = '2026-11-28T22:30:00+09:00';
const HOME = '203033';

onBothChats({ history: false, allInTeams: true }, (house) => {
  let hanako: Person;
  let neighbour: Person;
  let lead: Person;
  let colleague: Person;
  let pm: Person;
  beforeAll(async () => {
    house.at(NIGHT);
    hanako = house.officer();
    neighbour = house.person('second-203033@town.example.jp');
    lead = house.prefecture();
    colleague = house.person('pref-2@pref.example.jp');
    pm = house.secretariat();
    for (const person of [hanako, neighbour, lead, colleague, pm]) await person.install();
  });
  const all = async () => (await house.service.store.incidents.list(INCIDENTS)).map(({ value }) => value);
  const last = async () => {
    const found = (await all()).toSorted((a, b) => a.id.localeCompare(b.id));
    const one = found.find(({ steps }) => steps[0]?.text?.includes('申請書'));
    if (!one) throw new Error('nothing was reported');
    return one;
  };

  it('is told to the PM and the prefecture’s lead at once, in the night of a closed day, with one sentence', async () => {
    const { words } = await hanako.say('事故 申請書の写しを別の町へ誤送信しました');
    expect(words).toContain('事故の第1報を受け付けました');
    expect(words).toContain('種別はどれですか');
    await tickAt(house, '2026-11-28T22:31:00+09:00');
    expect(gotWith(pm, '事故の第1報', '申請書の写し', '小海町')).toHaveLength(1);
    expect(gotWith(lead, '事故の第1報', '申請書の写し')).toHaveLength(1);
    for (const other of [colleague, neighbour]) expect(gotWith(other, '申請書の写し')).toEqual([]);
    expect(incidentStanding(await last()).facts).toEqual({ municipality: HOME });
  });

  it('is never begun by a 経過 that was said while 何が起きましたか was open', async () => {
    const before = await all();
    await neighbour.say('事故');
    expect((await neighbour.say('事故の経過 別の件の相手先に連絡しました')).words).not.toContain(
      '第1報を受け付けました',
    );
    expect(await all()).toHaveLength(before.length);
    await neighbour.say('やめる');
  });

  it('is offered, and not yet told, where a loss is only spoken of', async () => {
    expect((await neighbour.say('名簿を紛失したかもしれません')).words).toContain('まだ届けていません');
    await neighbour.say('やめる');
  });

  it('said again is the same accident', async () => {
    expect((await hanako.say('事故 申請書の写しを別の町へ誤送信しました')).words).toContain('すでに届けています');
    expect(await all()).toHaveLength(1);
  });

  it('asks the rest in taps; that personal data are among it is told at once too', async () => {
    await hanako.press('誤送信');
    expect(hanako.sees()).toContain('個人情報は含まれますか');
    await hanako.press('あり');
    expect(incidentStanding(await last()).facts).toMatchObject({ type: 'misdirected', personal: 'yes' });
    await tickAt(house, '2026-11-28T22:40:00+09:00');
    expect(gotWith(pm, '事故の経過', '個人情報の有無')).toHaveLength(1);
  });

  it('has a 経過 that only grows', async () => {
    const { words } = await hanako.say('事故の経過 相手先に削除を依頼しました');
    expect(words).toContain('書き足しました');
    await tickAt(house, '2026-11-28T22:50:00+09:00');
    expect(gotWith(lead, '事故の経過', '削除を依頼')).toHaveLength(1);
    expect((await last()).steps.map(({ did }) => did)).toEqual(['reported', 'added', 'added', 'added']);
  });

  it('asks for the other fields of the form in a form', async () => {
    await hanako.say('事故一覧');
    await hanako.ask('show-incidents', { incident: (await last()).id });
    await hanako.press('詳しい項目を書く');
    if (house.chat === 'teams') await hanako.press('書き足す', { 発生日時: '11/28 22時', 応急対応: '削除を依頼' });
    else for (const said of ['11/28 22時', 'スキップ', '削除を依頼', 'スキップ', 'スキップ']) await hanako.say(said);
    expect(incidentStanding(await last()).facts).toMatchObject({ occurred: '11/28 22時', response: '削除を依頼' });
  });

  it('is seen by who reported it, the secretariat and the prefecture, and by nobody else', async () => {
    expect((await hanako.say('事故一覧')).words).toContain('申請書の写し');
    expect((await pm.say('事故一覧')).words).toContain('申請書の写し');
    expect((await colleague.say('事故一覧')).words).toContain('申請書の写し');
    expect((await neighbour.say('事故一覧')).words).toContain('続いている事故はありません');
    const { id } = await last();
    expect((await neighbour.ask('show-incidents', { incident: id })).words).not.toContain('申請書の写し');
    expect((await hanako.ask('complete-incident', { incident: id })).words).toContain('だけが行えます');
  });

  it('is over with its cause, and that is told when an office is open', async () => {
    await pm.ask('complete-incident', { incident: (await last()).id });
    if (house.chat === 'teams')
      await pm.press('完了にする', { 原因: '宛先の候補を選び違えた', 再発防止策: '2人で確かめる' });
    else for (const said of ['宛先の候補を選び違えた', '2人で確かめる']) await pm.say(said);
    expect(pm.sees()).toContain('完了として記録しました');
    expect(incidentStanding(await last()).state).toBe('completed');
    await tickAt(house, '2026-11-29T08:00:00+09:00');
    expect(gotWith(hanako, '事故の完了')).toEqual([]);
    await tickAt(house, '2026-11-30T09:30:00+09:00');
    expect(gotWith(hanako, '事故の完了', '宛先の候補')).toHaveLength(1);
    house.at(NIGHT);
  });

  it.each([
    '事故防止の研修',
    '交通事故の統計',
    '昨日の事故',
    '事故 防止の研修を開きます',
    '事故のときはどうすればいいですか',
    '事故 じゃなかった',
    '事故はありませんでした',
    '事故 来週報告します',
  ])('tells nobody of what may be something else: %s', async (said) => {
    const before = (await all()).length;
    const { words } = await hanako.say(said);
    expect(words).not.toContain('受け付けました');
    expect(await all()).toHaveLength(before);
    await hanako.say('やめる');
  });

  it('strikes a number out that may be somebody’s own, and is not held up by it', async () => {
    const { words } = await hanako.say('事故 名簿を紛失しました。090-1234-5678 の方などです');
    expect(words).toContain('●●●に変えて');
    const found = (await all()).find(({ steps }) => steps[0]?.text?.includes('名簿'));
    expect(found?.steps[0]?.text).toBe('名簿を紛失しました。●●● の方などです');
  });

  it('is reported by a word alone in one question', async () => {
    await neighbour.say('事故');
    expect(neighbour.sees()).toContain('何が起きましたか');
    if (house.chat === 'teams')
      await neighbour.press('すぐに届ける', { 何が起きましたか: '共有フォルダが公開されていた' });
    else await neighbour.say('共有フォルダが公開されていた');
    expect(neighbour.sees()).toContain('第1報を受け付けました');
    expect(await all()).toHaveLength(3);
  });

  it('names in its receipt nobody who has no access, and so is not told', async () => {
    const { members } = house.service.store;
    const office = (await members.list(MEMBERS)).filter(({ value }) => value.role === 'secretariat');
    for (const { value, etag } of office) await members.put({ ...value, pledged: 'none' }, etag);
    const { words } = await neighbour.say('事故 回覧の写しを紛失しました');
    expect(words).toContain('第1報を受け付けました');
    for (const { value } of office) expect(words).not.toContain(`${value.name}さん`);
    for (const { value } of office) {
      const known = await members.get(MEMBERS, value.id);
      if (known) await members.put(value, known.etag);
    }
  });
});

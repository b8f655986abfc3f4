import { actOf, FILINGS, filingState } from '../../programme/filing.ts';
import { collectionOf, MEMBERS } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { gotWith } from '../got-with.ts';
import { onBothChats } from '../on-both-chats.ts';
import { tickAt } from '../tick-at.ts';
import { handIn, pleas, reads, withPleas } from './plea.ts';

const NOW = '2026-11-24T10:00:00+09:00';

onBothChats({ has: withPleas, history: false, allInTeams: true }, (house) => {
  let lead: Person;
  let colleague: Person;
  let office: Person;
  let by: string;
  beforeAll(async () => {
    house.at(NOW);
    lead = house.prefecture();
    colleague = house.person('pref-2@pref.example.jp');
    office = house.secretariat();
    for (const person of [lead, colleague, office]) await person.install();
    const members = await store().members.list(MEMBERS);
    by = members.find(({ value }) => value.email === 'office-1@office.example.jp')?.value.id ?? '';
  });
  const store = () => house.service.store;
  const kept = async (id: string, kind = pleas) => {
    const found = await collectionOf(store(), kind).get(FILINGS, id);
    if (!found) throw new Error(`no ${id}`);
    return found.value;
  };
  const hand = (id: string, what: string, more: Partial<Parameters<typeof handIn>[3]> = {}) =>
    handIn(store(), id, what, { by, at: '2026-11-24T01:00:00.000Z', ...more });
  const open = (person: Person, filing: string) => person.ask('show-waiting', { filing });
  /** A field where the cards hold one, the question otherwise. */
  const fill = (person: Person, button: string, label: string, words: string) =>
    house.chat === 'teams' ? person.press(button, { [label]: words }) : person.say(words);

  it('is told to who leads in the prefecture, decided in one tap, and told to the PM', async () => {
    await hand('plea-1', 'プロジェクター2台');
    await tickAt(house, '2026-11-24T10:05:00+09:00');
    expect(gotWith(lead, '備品の届の提出', 'プロジェクター2台')).toHaveLength(1);
    expect(gotWith(colleague, 'プロジェクター2台')).toEqual([]);
    await open(lead, 'plea-1');
    const { words } = await lead.press('承認');
    expect(words).toContain('「承認」を記録しました');
    expect(words).toContain('文書番号を教えてください');
    expect(filingState(await kept('plea-1'))).toBe('approve');
    await lead.press('文書未受領');
    expect(lead.sees()).toContain('「文書未受領」のままにしました');
    await tickAt(house, '2026-11-24T10:10:00+09:00');
    expect(gotWith(office, '備品の届の決定', '「承認」となりました')).toHaveLength(1);
  });

  it('pressed again is the same decision', async () => {
    const again = await lead.ask('decide-filing', { filing: 'plea-1', version: 1, verdict: 'approve' });
    expect(again.words).toContain('すでに「承認」と記録しています');
    expect((await kept('plea-1')).decisions).toHaveLength(1);
  });

  it('asks the PM for the 文書番号 on the third open day and then every week, until there is one', async () => {
    const asked = () => gotWith(office, '文書番号の確認', 'まだ記録されていません').length;
    await tickAt(house, '2026-11-26T09:30:00+09:00');
    expect(asked()).toBe(0);
    await tickAt(house, '2026-11-27T09:30:00+09:00');
    await tickAt(house, '2026-11-30T09:30:00+09:00');
    expect(asked()).toBe(1);
    await tickAt(house, '2026-12-04T09:30:00+09:00');
    expect(asked()).toBe(2);
    expect((await office.say('承認待ち')).words).toContain('文書未受領');
    await office.say('文書番号');
    const form = house.chat === 'teams' ? { 文書番号: '7D第123号', 文書の日付: '2026-11-25' } : undefined;
    if (form) await office.press('記録する', form);
    else {
      await office.say('7D第123号');
      await office.say('11/25');
    }
    expect(office.sees()).toContain('文書番号「7D第123号（11/25(水)）」を記録しました');
    expect(actOf(await kept('plea-1'), 1)).toMatchObject({ document: '7D第123号', day: '2026-11-25' });
    await tickAt(house, '2026-12-11T09:30:00+09:00');
    expect(asked()).toBe(2);
    house.at(NOW);
  });

  it('needs what must change for 条件つき, and the next version is another decision', async () => {
    await hand('plea-2', '至急 机3台');
    expect((await open(lead, 'plea-2')).words).toContain('期限後の提出です。');
    await lead.press('条件つき');
    expect(lead.sees()).toContain('直すこと');
    expect(filingState(await kept('plea-2'))).toBe('submitted');
    await fill(lead, '条件つきとする', '直すこと', '置き場所を書いてください');
    expect(lead.sees()).toContain('「条件つき」を記録しました');
    expect((await kept('plea-2')).decisions?.at(-1)).toMatchObject({
      verdict: 'conditional',
      condition: '置き場所を書いてください',
    });
    await hand('plea-2', '至急 机3台（2階）', { at: '2026-11-24T02:00:00.000Z' });
    expect((await open(lead, 'plea-2')).words).toContain('第2版');
    const old = await lead.ask('decide-filing', { filing: 'plea-2', version: 1, verdict: 'approve' });
    expect(old.words).toContain('新しい版が出ています');
    expect(old.words).toContain('記録していません');
    expect((await kept('plea-2')).decisions).toHaveLength(1);
  });

  it('typed, it is shown before it is done', async () => {
    const { words } = await lead.say('承認');
    expect(words).toContain('「承認」としますか。まだ記録していません');
    expect(words).toContain('机3台（2階）');
    expect(filingState(await kept('plea-2'))).toBe('submitted');
    expect((await lead.press('はい、承認とする')).words).toContain('「承認」を記録しました');
    expect(filingState(await kept('plea-2'))).toBe('approve');
  });

  it.each([
    '承認していいですか',
    '承認すべきか迷っています',
    '承認したと聞きました',
    '「承認」と書いてありました',
    '承認できません',
    '承認する予定です',
  ])('is no decision: %s', async (said) => {
    await hand('plea-3', '椅子10脚');
    const { words } = await lead.say(said);
    expect(words).not.toContain('を記録しました');
    expect(filingState(await kept('plea-3'))).toBe('submitted');
    await lead.say('やめる');
  });

  it('of several asks which, and shows that one first', async () => {
    await hand('plea-4', '棚1台', { at: '2026-11-24T01:30:00.000Z' });
    const { words } = await lead.say('承認します');
    expect(words).toContain('どれを「承認」としますか');
    expect(words.indexOf('椅子10脚')).toBeLessThan(words.indexOf('棚1台'));
    await lead.press('備品の届　棚1台');
    expect(lead.sees()).toContain('「承認」としますか');
    await lead.press('はい、承認とする');
    expect(filingState(await kept('plea-4'))).toBe('approve');
    expect(filingState(await kept('plea-3'))).toBe('submitted');
  });

  it('by somebody whose answer does not count says who decides, and keeps a remark', async () => {
    const refused = await colleague.ask('decide-filing', { filing: 'plea-3', version: 1, verdict: 'approve' });
    expect(refused.words).toContain(lead.account.name);
    await colleague.press('意見を残す');
    await fill(colleague, '送る', '意見', '数を確かめたいです');
    expect(colleague.sees()).toContain('意見を残しました');
    expect((await open(lead, 'plea-3')).words).toContain('数を確かめたいです');
    expect(filingState(await kept('plea-3'))).toBe('submitted');
  });

  it.each(['やっぱり承認', 'やっぱりいい', '承認とする'])(
    'is not refused for the reason 「%s」 before a yes',
    async (said) => {
      await hand('plea-9', '印刷機1台');
      await open(lead, 'plea-9');
      await lead.press('不承認');
      await fill(lead, '不承認とする', '理由', said);
      expect(lead.sees()).not.toContain('を記録しました');
      expect(filingState(await kept('plea-9'))).toBe('submitted');
      await lead.say('やめる');
      expect(filingState(await kept('plea-9'))).toBe('submitted');
    },
  );

  it('is refused for a reason that only sounds like another mind once somebody says yes, and names the way back', async () => {
    await open(lead, 'plea-9');
    await lead.press('不承認');
    await fill(lead, '不承認とする', '理由', 'やっぱりいいです');
    expect(lead.sees()).toContain('まだ記録していません');
    await lead.press('はい、このまま記録する');
    expect(filingState(await kept('plea-9'))).toBe('refuse');
    expect(lead.buttons()).toContain('承認に改める');
    await lead.press('承認に改める');
    await fill(lead, '承認とする', '改める理由', '予算が付いたため');
    expect(filingState(await kept('plea-9'))).toBe('approve');
  });

  it('is changed with a reason until it takes effect', async () => {
    await hand('plea-5', '電話2台', { from: '2026-11-26' });
    await lead.ask('decide-filing', { filing: 'plea-5', version: 1, verdict: 'approve' });
    await open(lead, 'plea-5');
    await lead.press('承認を取り消す');
    await fill(lead, '不承認とする', '理由', '予算が付かなかったため');
    expect(filingState(await kept('plea-5'))).toBe('refuse');
    await open(lead, 'plea-5');
    await lead.press('承認に改める');
    await fill(lead, '承認とする', '改める理由', '予算が付いたため');
    expect((await kept('plea-5')).decisions?.at(-1)).toMatchObject({ verdict: 'approve', reason: '予算が付いたため' });
    house.at('2026-11-26T10:00:00+09:00');
    const late = await lead.ask('decide-filing', {
      ...{ filing: 'plea-5', version: 1, verdict: 'refuse', anew: 3 },
      condition: 'やはりやめます',
    });
    expect(late.words).toContain('施行されている');
    expect(filingState(await kept('plea-5'))).toBe('approve');
    house.at(NOW);
  });

  it('of a report is received, in one tap, and has nothing to refuse', async () => {
    await hand('read-1', '備品の点検', { kind: reads });
    await open(lead, 'read-1');
    expect(lead.buttons()).toEqual(expect.arrayContaining(['受領', '直しの依頼']));
    expect(lead.buttons()).not.toContain('不承認');
    expect((await lead.press('受領')).words).toContain('「受領」を記録しました');
    expect(lead.sees()).not.toContain('文書番号を');
    expect(filingState(await kept('read-1', reads))).toBe('approve');
  });

  it.each([
    ['備品の報告を受領します', '備品の報告を「受領」としますか'],
    ['受領', '備品の報告を「受領」としますか'],
    ['備品の報告 受領', '備品の報告を「受領」としますか'],
    ['備品の届を承認', '備品の届を「承認」としますか'],
    ['備品の届は条件つきで承認 置き場所を書いてください', '直すこと: 置き場所を書いてください'],
    ['備品の届は不承認 理由は予算がないため', '理由: 予算がないため'],
  ])('is about the kind that is named, with the reason: %s', async (said, shown) => {
    await hand('read-2', '棚の点検', { kind: reads });
    const { words } = await lead.say(said);
    expect(words.replace(/\n(?=置き場所|予算)/g, ': ').replaceAll(': : ', ': ')).toContain(shown);
    expect(words).not.toContain('読み取りました');
    expect(filingState(await kept('read-2', reads))).toBe('submitted');
    expect(filingState(await kept('plea-3'))).toBe('submitted');
  });

  it('has a 文書番号 that is one, typed as it is or asked for', async () => {
    const { words } = await lead.say('7D第12号');
    expect(words).toContain('文書番号「7D第12号」は、どれのものですか');
    await lead.ask('record-document', { filing: 'plea-4', document: '備品の届を条件つきにします。' });
    expect(actOf(await kept('plea-4'), 1)).toBeUndefined();
  });

  it.each(['8DX-123 11/24', '8DX-123（令和8年11月24日）'])(
    'takes the day said behind the 文書番号 for its day: %s',
    async (said) => {
      await lead.ask('record-document', { filing: 'plea-4', document: said });
      expect(lead.sees()).toContain('文書番号「8DX-123（11/24(火)）」を記録しました');
      expect(actOf(await kept('plea-4'), 1)).toMatchObject({ document: '8DX-123', day: '2026-11-24' });
    },
  );

  it('lists what waits, oldest first, with 協議; the secretariat sees it without the buttons', async () => {
    await hand('plea-6', '時計1台', { at: '2026-11-24T00:10:00.000Z' });
    const { words } = await lead.say('承認待ち');
    expect(words.indexOf('時計1台')).toBeLessThan(words.indexOf('椅子10脚'));
    expect(words).toContain('備品の置き場所');
    expect((await office.say('提出一覧')).words).toContain('時計1台');
    await open(office, 'plea-6');
    expect(office.buttons()).not.toContain('承認');
    const tried = await office.ask('decide-filing', { filing: 'plea-6', version: 1, verdict: 'approve' });
    expect(tried.words).toContain('提出一覧');
    expect((await lead.say('承認待ち 決定済み')).words).toContain('電話2台');
  });

  it('waits on, and is decided as it was handed in, while the next version is only being written', async () => {
    await hand('plea-8', '暖房1台');
    await hand('plea-8', '暖房2台', { isDraft: true });
    for (const person of [lead, office]) {
      const { words } = await person.say('承認待ち');
      expect(words).toContain('暖房1台');
      expect(words).not.toContain('暖房2台');
    }
    await tickAt(house, '2026-11-24T10:15:00+09:00');
    expect(gotWith(lead, '備品の届の提出', '暖房1台')).toHaveLength(1);
    expect((await open(lead, 'plea-8')).words).toContain('第1版');
    expect((await lead.press('承認')).words).toContain('「承認」を記録しました');
    expect((await kept('plea-8')).decisions).toMatchObject([{ version: 1, verdict: 'approve' }]);
    expect((await lead.say('承認待ち 決定済み')).words).toContain('暖房1台');
    await hand('plea-8', '暖房2台');
    expect((await open(lead, 'plea-8')).words).toContain('第2版');
    house.at(NOW);
  });

  it('is spoken of again when it has waited for three open days', async () => {
    await hand('plea-7', '看板1枚');
    await tickAt(house, '2026-11-24T10:20:00+09:00');
    await tickAt(house, '2026-11-26T09:30:00+09:00');
    expect(gotWith(lead, '備品の届が待っています', '看板1枚')).toEqual([]);
    await tickAt(house, '2026-11-27T09:30:00+09:00');
    expect(gotWith(lead, '備品の届が待っています', '看板1枚')).toHaveLength(1);
    house.at(NOW);
  });
});

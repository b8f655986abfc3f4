import { readConsents } from '../../bot/features/consent/read-consents.ts';
import { HOME, OFFICE, OFFICER } from '../../demo/programme.ts';
import { CONSENTS } from '../../programme/consent/consent.ts';
import { approvalId } from '../../programme/consent/material-approval.ts';
import { shownVersion } from '../../programme/consent/may-show.ts';
import { FILINGS, filingState } from '../../programme/filing.ts';
import { MEMBERS, municipal } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';
import { materialIn } from './planted.ts';

/** Sentences that doubt, ask, quote, negate, put conditions or only speak of it; and a plain one, which opens the card. */
const NO_ANSWERS = [
  '承諾してもいいですか',
  '承諾するつもりです',
  '承諾しないと伝えて',
  '町長が承諾すると言っていました',
  '承諾できるか確認中です',
  '来週承諾します',
  '承諾した場合どうなりますか',
  '「承諾」と書いてありました',
  'まだ承諾はできません',
  '承諾って何ですか',
  '承諾 してもいいですか',
  '不承諾かもしれません',
  '条件つきなら承諾します',
  '承諾します',
];

/** 承諾依頼 → 承諾, each conversation in a month and with a material of its own. */
onBothChats({ history: false, now: '2026-05-12T10:00:00+09:00', allInTeams: true }, (house) => {
  let hanako: Person;
  let office: Person;
  beforeAll(async () => {
    hanako = house.person(OFFICER);
    office = house.person(OFFICE);
    await hanako.install();
    await office.install();
    await house.prefecture().install();
  });
  const at = (day: string, time = '10:00') => house.at(`${day}T${time}:00+09:00`);
  async function tick(): Promise<void> {
    for (const _ of [1, 2]) {
      await house.service.outbox.tick();
      await house.service.outbox.idle();
    }
  }
  const consentsOf = async (material: string) =>
    (await house.service.store.consents.list(municipal(HOME), CONSENTS))
      .map(({ value }) => value)
      .filter((consent) => consent.material === material);
  const plant = (name: string, title: string, when: string) =>
    materialIn(house.service.store, {
      ...{ municipality: HOME, name, at: `${when}T09:00:00+09:00` },
      content: { title, sections: [{ label: '取組内容・工夫', text: `${title}の工夫` }] },
    });

  it('is asked for, comes as a card that shows all that would be seen, and is given in one tap', async () => {
    at('2026-05-12');
    const { id } = await plant('case-plain', '書かない窓口', '2026-05-11');
    const asked = await office.say('承諾依頼 書かない窓口 県のみ');
    expect(asked.words).toContain('小海町に、「書かない窓口」の承諾を依頼しました');
    await tick();
    const card = hanako.got().at(-1) ?? '';
    expect(card).toContain('承諾のお願い');
    expect(card).toContain('書かない窓口の工夫');
    expect(card).toContain('5/26(火)まで');
    expect(await consentsOf(id)).toMatchObject([{ scope: 'prefecture', askings: [{ due: '2026-05-26' }] }]);
    const shown = await hanako.say('承諾');
    expect(shown.words).toContain('書かない窓口の工夫');
    expect((await consentsOf(id))[0]?.answers).toBeUndefined();
    const given = await hanako.press('承諾');
    expect(given.words).toContain('「承諾」と記録しました');
    expect(await consentsOf(id)).toMatchObject([{ answers: [{ verdict: 'approve', asking: 1 }] }]);
  });

  it('takes words beside 条件つき and 不承諾 for what they say, and words beside 承諾 for no yes', async () => {
    at('2026-05-20');
    const { id } = await plant('case-said-beside', '届出の道しるべ', '2026-05-19');
    await office.say('承諾依頼 届出の道しるべ 県のみ');
    const conditional = await hanako.say('条件つき 写真を外してください');
    expect(conditional.words).toContain('写真を外してください');
    expect(conditional.words).toContain('「条件つき」と答えますか。まだ記録していません');
    expect((await hanako.say('承諾 お願いします')).words).not.toContain('添えられません');
    expect((await hanako.say('承諾一覧 道しるべ')).words).not.toContain('見つかりません');
    expect((await hanako.say('不承諾 届出の道しるべ まだ庁内で検討中')).words).toContain('まだ庁内で検討中');
    const limited = await hanako.say('承諾 12月末まで');
    expect(limited.words).toContain('「12月末まで」は、承諾には添えられません。まだ何も記録していません');
    expect(limited.words).toContain('届出の道しるべの工夫');
    expect((await consentsOf(id))[0]?.answers).toBeUndefined();
    await hanako.say('条件つき 写真を外してください');
    await hanako.press('はい、条件つき');
    expect(await consentsOf(id)).toMatchObject([
      { answers: [{ verdict: 'conditional', condition: '写真を外してください' }] },
    ]);
  });

  it('says that an earlier 承諾 goes on where a newer version is refused', async () => {
    at('2026-05-21');
    await plant('case-older', '待ち時間の見直し', '2026-05-20');
    await office.say('承諾依頼 待ち時間の見直し 県のみ');
    await hanako.say('承諾 待ち時間の見直し');
    await hanako.press('承諾');
    await office.say('承諾依頼 待ち時間の見直し 支援対象');
    await hanako.say('不承諾 待ち時間の見直し まだ早いため');
    const { words } = await hanako.press('はい、不承諾');
    expect(words).toContain('これまでの承諾は、そのまま続きます');
    expect(hanako.buttons()).toContain('撤回');
    expect((await hanako.say('撤回 もう古いため')).words).not.toContain('撤回できる承諾はありません');
  });

  it('条件つき asks what must change, and the secretariat hears of it', async () => {
    at('2026-06-01');
    const { id } = await plant('case-conditions', '相談の受付票', '2026-05-31');
    await office.say('承諾依頼 相談の受付票 県のみ');
    await tick();
    await hanako.say('承諾');
    const filled = {
      ...{
        直してほしいところ: '職員の名前は外してください',
        '職名（任意）': '総務課長',
        '決裁番号（任意）': '8総第12号',
      },
    };
    // LINE WORKS asks for the same one by one.
    if (house.chat === 'teams') {
      expect((await hanako.press('条件つき')).words).toContain('まだ記録していません');
      expect((await consentsOf(id))[0]?.answers).toBeUndefined();
      await hanako.press('条件つきにする', filled);
    } else await hanako.press('条件つき', filled);
    expect(await consentsOf(id)).toMatchObject([
      {
        answers: [
          { verdict: 'conditional', condition: '職員の名前は外してください', post: '総務課長', document: '8総第12号' },
        ],
      },
    ]);
    await tick();
    expect(office.got().at(-1)).toContain('職員の名前は外してください');
    // What is sent about a municipality is kept, and erased, with it.
    const sent = (await house.service.store.deliveries.list(municipal(HOME))).map(({ value }) => value.job);
    expect(sent).toContain('consent-notice');
    const list = await house.prefecture().say('承諾一覧');
    expect(list.words).toContain('条件つき');
    const opened = await house.prefecture().ask('show-consents', { municipality: HOME, material: id });
    expect(opened.words).not.toContain('職員の名前');
    expect(opened.words).not.toContain('相談の受付票');
    expect((await office.ask('show-consents', { municipality: HOME, material: id })).words).toContain('職員の名前');
  });

  it('is refused for another version, twice, after the last day, and for what was not asked', async () => {
    at('2026-07-01');
    const { id, versions } = await plant('case-bad', '庁内の共有フォルダ', '2026-06-30');
    const which = { municipality: HOME, material: id, version: versions[0]?.version, scope: 'supported' };
    await office.say('承諾依頼 庁内の共有フォルダ 支援対象の市町村');
    const answer = (more: object, verdict = 'approve') => hanako.ask('answer-consent', { ...which, verdict, ...more });
    expect((await answer({ scope: 'public' })).words).toContain('この範囲では、承諾をお願いしていません');
    expect((await answer({ until: '2027-03-31' })).words).toContain('お願いしていません');
    await materialIn(house.service.store, {
      ...{ municipality: HOME, name: 'case-bad', at: '2026-07-01T10:30:00+09:00' },
      content: { title: '庁内の共有フォルダ', sections: [{ label: '取組内容・工夫', text: '直した' }] },
    });
    expect((await answer({})).words).toContain('このカードのあとで直されています');
    at('2026-07-01', '11:00');
    await office.say('承諾依頼 庁内の共有フォルダ 支援対象の市町村');
    const [, second] = await consentsOf(id);
    const newer = { version: second?.version };
    at('2026-07-15', '23:00');
    expect((await answer(newer, 'refuse')).words).toContain('「不承諾」と記録しました');
    expect((await answer(newer)).words).toContain('すでに不承諾');
    at('2026-07-20');
    const { id: late, versions: lateOnes } = await plant('case-late', '予約の見直し', '2026-07-19');
    await office.say('承諾依頼 予約の見直し 県のみ');
    at('2026-08-05');
    const tooLate = {
      ...which,
      material: late,
      version: lateOnes[0]?.version,
      scope: 'prefecture',
      verdict: 'approve',
    };
    expect((await hanako.ask('answer-consent', tooLate)).words).toContain('回答の期限を過ぎ');
    expect((await consentsOf(late))[0]?.answers).toBeUndefined();
  });

  it('reminds once on the third open day, and tells the secretariat once of 未回答', async () => {
    at('2026-09-01');
    await plant('case-silent', '窓口の番号札', '2026-08-31');
    await office.say('承諾依頼 窓口の番号札 県のみ');
    await tick();
    const about = (words: string) => words.includes('窓口の番号札');
    const requests = () => hanako.got().filter((words) => about(words) && words.includes('承諾のお願い'));
    expect(requests()).toHaveLength(1);
    at('2026-09-03', '09:05');
    await tick();
    expect(requests()).toHaveLength(1);
    at('2026-09-04', '09:05');
    await tick();
    expect(requests()).toHaveLength(2);
    expect(requests()[1]).toContain('まだお答えがありません');
    at('2026-09-08', '09:05');
    await tick();
    const told = () => office.got().filter((words) => about(words) && words.includes('未回答'));
    at('2026-09-15', '09:05');
    await tick();
    expect(told()).toHaveLength(0);
    at('2026-09-16', '09:05');
    await tick();
    await tick();
    expect(told()).toHaveLength(1);
    expect(requests()).toHaveLength(2);
  });

  it('is passed on by whoever may not answer, to who may', async () => {
    at('2026-10-05');
    const { id } = await plant('case-superior', '電子申請の案内', '2026-10-04');
    const { members } = house.service.store;
    const all = (await members.list(MEMBERS)).map(({ value, etag }) => ({ value, etag }));
    const own = all.filter(({ value }) => value.role === 'municipal' && value.municipalities.includes(HOME));
    for (const { value, etag } of own)
      await members.put({ ...value, duties: value.email === OFFICER ? [] : ['consenter'] }, etag);
    const boss = own.find(({ value }) => value.email !== OFFICER)?.value;
    const chief = house.person(boss?.email ?? '');
    await chief.install();
    await office.say('承諾依頼 電子申請の案内 県のみ');
    const shown = await hanako.say('承諾');
    expect(shown.words).toContain(`お答えできるのは承諾者（${boss?.name}さん）`);
    const [consent] = await consentsOf(id);
    const which = { municipality: HOME, material: id, version: consent?.version, scope: 'prefecture' };
    const refused = await hanako.ask('answer-consent', { ...which, verdict: 'approve' });
    expect(refused.words).toContain(`承諾者（${boss?.name}さん）`);
    await hanako.say('承諾');
    expect((await hanako.press('上司に回す')).words).toContain(`${boss?.name}さんに回しました`);
    await tick();
    expect(chief.got().filter((words) => words.includes('電子申請の案内'))).toHaveLength(1);
    await chief.say('承諾');
    expect((await chief.press('承諾')).words).toContain('記録しました');
    expect(await consentsOf(id)).toMatchObject([{ passedOn: [{ to: boss?.id }], answers: [{ by: boss?.id }] }]);
    expect((await hanako.say('撤回')).words).toContain('撤回できるのは承諾者');
    for (const { value } of own) {
      const known = await members.get(MEMBERS, value.id);
      const { duties: _, ...before } = known?.value ?? value;
      if (known) await members.put(before, known.etag);
    }
  });

  it('is taken back at once, by the municipality and by the prefecture, and asked for anew', async () => {
    at('2026-11-02');
    const { id } = await plant('case-back', '書類の電子化', '2026-11-01');
    await office.say('承諾依頼 書類の電子化 支援対象の市町村');
    await hanako.say('承諾');
    await hanako.press('承諾');
    const filing = async () => (await house.service.store.materialApprovals.get(FILINGS, approvalId(id)))?.value;
    expect(filingState((await filing()) ?? fail())).toBe('submitted');
    expect((await hanako.say('撤回 書類の電子化')).words).toContain('まだ撤回していません');
    expect((await consentsOf(id))[0]?.withdrawals).toBeUndefined();
    expect((await hanako.press('はい、撤回する')).words).toContain('もう見えません');
    expect(await consentsOf(id)).toMatchObject([{ withdrawals: [{ asking: 1 }] }]);
    await tick();
    expect(office.got().at(-1)).toContain('撤回されました');
    expect((await office.say('承諾依頼 書類の電子化 支援対象の市町村')).words).toContain('承諾を依頼しました');
    expect(await consentsOf(id)).toMatchObject([{ askings: [{}, {}] }]);
    expect((await house.prefecture().say('撤回')).words).toContain('撤回できる承諾はありません');
  });

  it('is never read from a sentence, whatever was asked before it', async () => {
    at('2026-12-01');
    const { id, versions } = await plant('case-words', '押印の見直し', '2026-11-30');
    await office.ask('ask-consent', {
      ...{ municipality: HOME, material: id, version: versions[0]?.version, scope: 'prefecture' },
    });
    for (const said of NO_ANSWERS) {
      // The card with the buttons is in front of whoever says it; the button’s own name, said then, would press it.
      await hanako.say('承諾一覧');
      await hanako.say('承諾');
      await hanako.say(said);
      expect([said, (await consentsOf(id))[0]?.answers]).toEqual([said, undefined]);
    }
    await hanako.say('承諾一覧');
    await hanako.say('承諾');
    await hanako.press('承諾');
    expect((await consentsOf(id))[0]?.answers).toHaveLength(1);
  });

  it('to third parties needs the prefecture’s beside it, which hears of each new version and takes its own back', async () => {
    at('2027-01-12');
    const prefecture = house.prefecture();
    const { id, municipality } = await plant('case-third', '名札の二次元コード', '2027-01-11');
    await office.say('承諾依頼 名札の二次元コード 支援対象の市町村');
    await hanako.say('承諾');
    expect((await hanako.press('承諾')).words).toContain('県の承諾もそろうと');
    const shown = async () => {
      const { standing, materials } = await readConsents(house.service.store, [HOME]);
      const material = materials.find((each) => each.id === id) ?? fail();
      return shownVersion(material, 'supported', '2027-01-12', standing)?.content.sections[0]?.text;
    };
    expect(await shown()).toBeUndefined();
    await prefecture.ask('decide-filing', { filing: approvalId(id), version: 1, verdict: 'approve' });
    expect(await shown()).toBe('名札の二次元コードの工夫');
    at('2027-01-13');
    await materialIn(house.service.store, {
      ...{ municipality, name: 'case-third', at: '2027-01-13T09:30:00+09:00' },
      content: { title: '名札の二次元コード', sections: [{ label: '取組内容・工夫', text: '直した' }] },
    });
    await office.say('承諾依頼 名札の二次元コード 支援対象の市町村');
    await tick();
    expect(prefecture.got().at(-1)).toContain('新しい版ができました');
    expect(await shown()).toBe('名札の二次元コードの工夫');
    expect((await prefecture.say('撤回')).words).toContain('県の承諾を撤回しますか');
    expect((await prefecture.press('はい、撤回する')).words).toContain('県の承諾を撤回しました');
    expect(await shown()).toBeUndefined();
  });

  it('waits for nobody who has left: whoever is the 承諾者 when it is sent gets it', async () => {
    at('2027-02-01', '18:30');
    const { members } = house.service.store;
    const own = (await members.list(MEMBERS)).map(({ value }) => value);
    const [lead, second] = [OFFICER, `second-${HOME}@town.example.jp`].map((mail) =>
      own.find(({ email, municipalities }) => email === mail && municipalities.includes(HOME)),
    );
    await plant('case-roster', '会議室の予約', '2027-01-31');
    await office.say('承諾依頼 会議室の予約 県のみ');
    await tick();
    const change = async (id: string, duties: 'consenter'[]) => {
      const known = await members.get(MEMBERS, id);
      if (known) await members.put({ ...known.value, duties }, known.etag);
    };
    await change(lead?.id ?? '', []);
    await change(second?.id ?? '', ['consenter']);
    at('2027-02-02', '09:05');
    await tick();
    const about = (person: Person) => person.got().filter((words) => words.includes('会議室の予約'));
    expect(about(hanako)).toEqual([]);
    expect(about(house.person(second?.email ?? ''))).toHaveLength(1);
    await change(lead?.id ?? '', ['consenter']);
  });
});

const fail = (): never => {
  throw new Error('no filing');
};

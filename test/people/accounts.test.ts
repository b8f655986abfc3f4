import { accountsVerb } from '../../bot/operator/accounts.ts';
import { invite } from '../../bot/operator/give-codes.ts';
import { inviteVerb } from '../../bot/operator/invite.ts';
import { OFFICER } from '../../demo/programme.ts';
import { ACQUAINTANCES, MEMBERS } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { type House, openHouse } from '../house.ts';
import { terminal } from '../operations/verbs.ts';

/** Whose chat a chat is: a code in the wrong hands opens nothing, and what was opened can be cut. */
describe.each(['teams', 'line-works'] as const)('in %s', (chat) => {
  let house: House;
  let hanako: Person;
  let office: Person;
  let other: Person;
  beforeAll(async () => {
    house = await openHouse({ history: false, allInTeams: true, lineWorks: true });
    const { officer, secretariat, person } = house.on(chat);
    [hanako, office, other] = [officer(), secretariat(), person('unknown@else.example.jp')];
    await office.say('自分');
  });
  afterAll(() => house.close());

  const now = () => new Date('2026-11-24T10:00:00+09:00');
  async function codeFor(email: string): Promise<string> {
    const { store } = house.service;
    const members = (await store.members.list(MEMBERS)).map(({ value }) => value);
    const [invited] = await invite(
      store,
      members.filter((one) => one.email === email),
      now(),
    );
    return invited?.code ?? '';
  }

  const claimed = async (): Promise<string> =>
    (await house.service.store.acquaintances.list(ACQUAINTANCES)).find(({ value }) => value.claim)?.value.id ?? '';

  /** The words of every new message of these people, after one moment's ticks. */
  async function tick(moment: string): Promise<(person: Person) => readonly string[]> {
    house.at(moment);
    const before = new Map([hanako, office, other].map((each) => [each, each.got().length]));
    for (const _ of [1, 2, 3, 4]) {
      await house.service.outbox.tick();
      await house.service.outbox.idle();
    }
    return (person) => person.got().slice(before.get(person));
  }

  it('a code is dead once its person came in by e-mail', async () => {
    const code = await codeFor(OFFICER);
    expect((await hanako.say('自分')).words).toContain('小海町');
    const answer = await other.say(`登録 ${code}`);
    expect(answer.words).toContain('招待コードが違うか、期限が切れています');
    expect((await other.say('自分')).words).toContain('登録がまだです');
    await other.say('やめる');
  });

  it('登録 of somebody who is known says who that is, with and without a code, and uses up nothing', async () => {
    for (const said of ['登録', '登録 ACDE-FGHJ', '登録したいです']) {
      const { words } = await hanako.say(said);
      expect(words).toContain('登録の内容');
      expect(words).toContain('山田 花子');
      expect(words).not.toContain('招待コード');
    }
  });

  it('a code used beside a chat of the same product binds nothing, and tells both', async () => {
    await tick('2026-11-24T10:01:00+09:00');
    house.at('2026-11-24T10:02:00+09:00');
    const code = await codeFor(OFFICER);
    expect((await other.say(`登録 ${code}`)).words).toContain('確認が済むまでお待ちください');
    expect((await other.say('状況')).words).toContain('名簿で確認できませんでした');
    expect((await other.say('登録')).words).toContain('確認が済むまでお待ちください');
    const got = await tick('2026-11-24T10:03:00+09:00');
    expect(got(office).join()).toMatch(/小海町 総務課）として、[\s\S]*新しいチャットから登録の申し出/);
    expect(got(hanako).join()).toMatch(/あなたとして、[\s\S]*新しいチャットから登録の申し出/);
    expect(got(other)).toEqual([]);
  });

  it('the secretariat says no: the chat is nobody’s, and the code is gone', async () => {
    expect((await office.say('チャット')).words).toContain('確認を待っています');
    const account = await claimed();
    const { words } = await office.press('本人ではない');
    expect(words).toContain('チャットを切りました');
    expect((await other.say('自分')).words).toContain('登録がまだです');
    expect((await other.say('状況')).words).toContain('名簿で確認できませんでした');
    expect((await hanako.ask('accept-account', { account })).words).toContain('もうだれのものでもありません');
    expect((await hanako.say('状況')).words).toContain('小海町の状況');
  });

  it('the first chat says yes: what is sent goes to the new one from then on', async () => {
    house.at('2026-11-25T10:00:00+09:00');
    const code = await codeFor(OFFICER);
    expect((await other.say(`登録 ${code}`)).words).toContain('確認が済むまで');
    const asked = await tick('2026-11-25T10:01:00+09:00');
    expect(asked(hanako).join()).toContain('登録の申し出');
    expect((await hanako.ask('accept-account', { account: await claimed() })).words).toContain(
      'チャットとして認めました',
    );
    expect((await other.say('状況')).words).toContain('小海町の状況');
    const got = await tick('2026-11-30T09:00:00+09:00');
    expect(got(other).join()).toContain('の週の報告');
    expect(got(hanako)).toEqual([]);
  });

  it('the secretariat sees the chats of a person by any shape of the name, and cuts one with one tap', async () => {
    house.at('2026-11-30T10:00:00+09:00');
    const name = house.content.members.find(({ email }) => email === OFFICER)?.name ?? '';
    const { words } = await office.say(`チャット ${name.split(' ')[0]}`);
    expect(words).toContain('この人として使われているチャット');
    expect(words).toContain('メールで確認');
    expect(words).toContain('招待コードで登録し、確認済み');
    const cut = await office.press('このチャットを切る');
    expect(cut.words).toContain('チャットを切りました');
    expect((await other.say('状況')).words).toContain('名簿で確認できませんでした');
    expect((await hanako.say('状況')).words).toContain('小海町の状況');
    expect((await tick('2026-12-07T09:00:00+09:00'))(hanako).join()).toContain('の週の報告');
  });

  it('nobody looks at or decides about the chats of others', async () => {
    const account = (await house.service.store.acquaintances.list(ACQUAINTANCES)).find(({ value }) => value.member)
      ?.value.id;
    expect((await hanako.say('チャット 佐藤')).words).not.toContain('この人として使われている');
    const { words } = await hanako.say('チャット');
    expect(words).toContain('あなたのチャット');
    expect(words).toContain('今お使いのチャット');
    const member = house.content.members.find(({ email }) => email === 'lead-203041@town.example.jp');
    const kawakami = house.on(chat).person(member?.email ?? '');
    await kawakami.say('自分');
    for (const command of ['cut-account', 'accept-account'])
      expect((await kawakami.ask(command, { account })).words).toMatch(/担当の方だけ|だけが行えます|だけです/);
    expect((await office.say('チャット ほげほげ')).words).toContain('名簿にいません');
  });

  it('nobody cuts the chat they are in', async () => {
    const found = (await house.service.store.acquaintances.list(ACQUAINTANCES)).map(({ value }) => value);
    const members = (await house.service.store.members.list(MEMBERS)).map(({ value }) => value);
    const id = members.find(({ email }) => email === OFFICER)?.id;
    const own = found.find(({ member }) => member === id)?.id;
    expect((await hanako.ask('cut-account', { account: own })).words).toContain('今お使いのチャットは切れません');
  });
});

describe('at the operator’s door', () => {
  test('accounts are listed and cut; a cut one is recognised by no e-mail, only by a new code', async () => {
    const house = await openHouse({ history: false });
    const run = terminal(house.file, new Date('2026-11-24T10:00:00+09:00'));
    const hanako = house.officer();
    await hanako.say('自分');
    const { data, text } = await run(accountsVerb);
    const [account] = data['accounts'] as readonly { id: string; name: string }[];
    expect(text).toContain(account?.name);
    expect((await run(accountsVerb, { cut: 'ffff' })).ok).toBe(false);
    expect(await run(accountsVerb, { cut: account?.id })).toMatchObject({ ok: true, data: { cut: true } });
    expect((await hanako.say('状況')).words).toContain('名簿で確認できませんでした');
    const invited = await run(inviteVerb, { rest: [account?.name ?? ''] });
    expect(invited.text).toMatch(/様\nTeams で.*\n\n登録 [A-Z0-9]{4}-[A-Z0-9]{4}\n/);
    const spelled = /登録 \S+/.exec(invited.text)?.[0] ?? '';
    expect((await hanako.say(spelled)).words).toContain('として登録しました');
    expect((await hanako.say('状況')).words).toContain('小海町の状況');
    await house.close();
  });

  test('a message to paste is for one person, whose name is taken in any width and never only by its shape', async () => {
    const house = await openHouse({ history: false });
    const run = terminal(house.file, new Date('2026-11-24T10:00:00+09:00'));
    const { members } = house.service.store;
    const [one] = await members.list(MEMBERS);
    if (one) await members.put({ ...one.value, name: '髙橋 一郎' }, one.etag);
    expect(await run(inviteVerb, { rest: ['高橋一郎'] })).toMatchObject({
      ok: false,
      text: expect.stringContaining('「髙橋 一郎」のことですか'),
    });
    const { ok, text } = await run(inviteVerb, { rest: ['髙橋一郎'] });
    expect(ok).toBe(true);
    expect(text).toContain('髙橋 一郎 様');
    expect(text.match(/登録 \S+/g)).toHaveLength(1);
    await house.close();
  });
});

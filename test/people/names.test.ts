import { HOME } from '../../demo/programme.ts';
import { shapelessName } from '../../programme/person-name.ts';
import { MEMBERS, municipal, PROGRAMME } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';

const SECOND = 'second-203033@town.example.jp';

test.each([
  ['高橋', '髙橋'],
  ['山崎', '山﨑'],
  ['渡辺', '渡邉'],
  ['渡邊', '渡辺'],
  ['浜田', '濵田'],
  ['斉藤', '齋藤'],
  ['吉田', '𠮷田'],
  ['柳沢', '栁澤'],
  ['徳永', '德永'],
  ['葛城', '葛\u{E0100}城'],
])('%s is a way of typing %s', (typed, written) => {
  expect(shapelessName(typed)).toBe(shapelessName(written));
});

test.each([
  ['高橋', '高梨'],
  ['山崎', '山岡'],
  ['渡辺', '渡部'],
  ['太田', '大田'],
])('%s is not %s', (one, other) => {
  expect(shapelessName(one)).not.toBe(shapelessName(other));
});

/** A keyboard offers one shape of a name: nothing is written under it before somebody has said that it is them. */
onBothChats({ history: false }, (house) => {
  let hanako: Person;
  beforeAll(() => {
    hanako = house.officer();
  });

  const leaves = async () => {
    const members = (await house.service.store.members.list(MEMBERS)).map(({ value }) => value);
    return members.find(({ name }) => name === hanako.account.name)?.leave ?? [];
  };
  async function rename(name: string): Promise<string> {
    const { members } = house.service.store;
    const found = (await members.list(MEMBERS)).find(({ value }) => value.email === SECOND);
    if (!found) throw new Error('nobody there');
    await members.put({ ...found.value, name }, found.etag);
    return found.value.id;
  }

  const cases: readonly (readonly [string, string, string])[] = [
    ['髙橋 一郎', '休み 12/7-12/11 代理 高橋', '12/7'],
    ['髙橋 一郎', '12/14から12/18まで休みます。代理は高橋さんです', '12/14'],
    ['渡邉 一郎', '休み 12/21 代理 渡辺さん', '12/21'],
    ['山﨑 一郎', '休み 12/22 代理 山崎一郎', '12/22'],
    ['𠮷田 一郎', '休み 12/23 代理 吉田', '12/23'],
  ];
  it.each(cases)('%s: 「%s」 is asked about, and only a yes writes it', async (name, said) => {
    const id = await rename(name);
    const before = (await leaves()).length;
    const asked = await hanako.say(said);
    expect(asked.words).toContain(`${name}さんのことですか`);
    expect(await leaves()).toHaveLength(before);
    const taken = await hanako.press(`はい、${name}さんです`);
    expect(taken.words).toContain('休みとして登録しました');
    expect((await leaves()).at(-1)?.substitute).toBe(id);
  });

  it('an owner of homework is asked about too', async () => {
    const id = await rename('髙橋 一郎');
    const office = house.secretariat();
    const meeting = (await house.service.store.meetings.list(PROGRAMME))
      .map(({ value }) => value)
      .find(({ day, audience }) => audience.includes('all') && day < '2026-11-24');
    const actions = { '0': { who: '高橋一郎', what: '例規の洗い出し', by: '2026-12-11' } };
    const asked = await office.ask('record-minutes', { meeting: meeting?.id, actions });
    expect(asked.words).toContain('「髙橋 一郎」さんですか');
    const homework = async () =>
      (await house.service.store.actionItems.list(municipal(HOME))).map(({ value }) => value);
    expect(await homework()).toEqual([]);
    await office.ask('record-minutes', {
      meeting: meeting?.id,
      actions: { '0': { ...actions['0'], who: '髙橋一郎' } },
    });
    expect(await homework()).toMatchObject([{ owner: id }]);
  });

  it('the name as the roster has it is not asked about', async () => {
    await rename('濵田 一郎');
    expect((await hanako.say('休み 2027-1-12 代理 濵田')).words).toContain('休みとして登録しました');
  });
});

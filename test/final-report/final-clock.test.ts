import { HOME } from '../../demo/programme.ts';
import { FILINGS } from '../../programme/filing.ts';
import type { Member } from '../../programme/member.ts';
import { MEMBERS } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { gotWith } from '../got-with.ts';
import { onBothChats } from '../on-both-chats.ts';
import { tickAt } from '../tick-at.ts';
import { twoTowns } from '../two-towns.ts';

/**
 * A programme that ends on Friday, 12 March 2027, and everybody is closed on 10 February: counted back, the days are
 * 9 February, 26 February, 9 March and the last day itself. The first of the secretariat is PM.
 */
const END = '2027-03-12';
const OFFICE = 'office-1@office.example.jp';
const COLLEAGUE = 'office-2@office.example.jp';
const SECOND = 'second-203033@town.example.jp';

onBothChats({ history: false, rows: twoTowns(END), now: '2027-02-08T10:00:00+09:00' }, (house) => {
  let pm: Person;
  let colleague: Person;
  let prefecture: Person;
  let deputy: Person;
  let hanako: Person;
  let second: Person;
  let far: Person;
  const store = () => house.service.store;
  const stage = (person: Person, called: string) => gotWith(person, '業務報告書の日程', `「${called}」の日です`);
  const inspecting = (person: Person) => gotWith(person, '業務報告書のお知らせ', '検査の期限は');
  const askedOf = (person: Person) => gotWith(person, '件を教えてください');
  const report = async () => (await store().finalReports.get(FILINGS, 'final-2026'))?.value;
  const said = async (person: Person, words: string) => (await person.say(words)).words.replace(/\s+/g, ' ');

  async function withMember(email: string, next: (member: Member) => Member): Promise<void> {
    const found = (await store().members.list(MEMBERS)).find(({ value }) => value.email === email);
    if (!found) throw new Error(`no ${email}`);
    await store().members.put(next(found.value), found.etag);
  }
  const away = (email: string, from: string, until = from) =>
    withMember(email, (member) => ({ ...member, leave: [...(member.leave ?? []), { from, until }] }));

  beforeAll(async () => {
    for (const [email, duties] of [
      [OFFICE, ['pm']],
      [COLLEAGUE, []],
    ] as const)
      await withMember(email, (member) => ({ ...member, duties: [...duties] }));
    pm = house.secretariat();
    colleague = house.person(COLLEAGUE);
    prefecture = house.prefecture();
    deputy = house.person('pref-2@pref.example.jp');
    hanako = house.officer();
    second = house.person(SECOND);
    far = house.person('lead-203041@town.example.jp');
    for (const each of [pm, colleague, prefecture, deputy, hanako, second, far]) await each.install();
  });

  it('of 初稿 tells who leads while the PM is on leave, twenty open days before the end, once', async () => {
    await away(OFFICE, '2027-02-09');
    await tickAt(house, '2027-02-08T16:00:00+09:00');
    expect(stage(colleague, '初稿')).toEqual([]);
    await tickAt(house, '2027-02-09T09:05:00+09:00');
    await tickAt(house, '2027-02-09T11:05:00+09:00');
    expect(stage(colleague, '初稿').join('')).toContain('2/9(火)は、令和8年度 業務報告書の「初稿」の日です');
    await tickAt(house, '2027-02-12T09:05:00+09:00');
    expect(stage(colleague, '初稿')).toHaveLength(1);
    expect(stage(pm, '初稿')).toEqual([]);
    expect((await colleague.say('なぜ')).words).toContain('業務報告書の日程');
  });

  it('asks what is missing once, on an open day, and the substitute of who is on leave by then', async () => {
    house.at('2027-02-15T18:30:00+09:00');
    await pm.say('不足をたずねる');
    await pm.press('はい、たずねる');
    const substitute = (await store().members.list(MEMBERS)).find(({ value }) => value.email === SECOND)?.value.id;
    await withMember('yamada@town.example.jp', (member) => ({
      ...member,
      leave: [{ from: '2027-02-16', until: '2027-02-16', ...(substitute ? { substitute } : {}) }],
    }));
    await tickAt(house, '2027-02-15T18:40:00+09:00');
    expect(askedOf(far)).toEqual([]);
    for (const moment of ['2027-02-16T09:05', '2027-02-16T13:05', '2027-02-17T09:05'])
      await tickAt(house, `${moment}:00+09:00`);
    expect(askedOf(far)).toHaveLength(1);
    expect(askedOf(far).join('')).toContain('川上村');
    expect(askedOf(second)).toHaveLength(1);
    expect(askedOf(second).join('')).toContain('小海町 K0-03');
    expect(askedOf(hanako)).toEqual([]);
  });

  it('a gap is answered from what was asked in one tap, and is gone', async () => {
    const gapsOfTowns = async () =>
      Number((await said(pm, '業務報告書 不足 市町村')).match(/（市町村） (\d+)件/)?.[1] ?? 'none');
    const before = await gapsOfTowns();
    expect((await second.ask('report-kpi', { municipality: HOME, kpi: 'K0-03' })).words).toContain('修了者数');
    expect(await gapsOfTowns()).toBe(before);
    await second.press('報告する', { 修了者数: 62, 対象職員数: 100 });
    expect(second.sees()).toContain('62');
    expect(await gapsOfTowns()).toBe(before - 1);
    expect((await second.say('なぜ')).words).toContain('業務報告書のための確認');
  });

  it('asks nobody again for what was asked', async () => {
    expect(await said(pm, '不足をたずねる')).toContain('もう残っていません');
    await tickAt(house, '2027-02-18T09:05:00+09:00');
    expect([askedOf(far), askedOf(second), askedOf(hanako)].map(({ length }) => length)).toEqual([1, 1, 0]);
  });

  it('of 県確認 tells the prefecture too where something waits for it: whoever is there', async () => {
    await pm.say('業務報告書提出');
    await pm.press('はい、提出する');
    await away('dx-shinrin@pref.example.jp', '2027-02-26');
    await tickAt(house, '2027-02-26T09:05:00+09:00');
    await tickAt(house, '2027-03-01T09:05:00+09:00');
    expect(stage(deputy, '県確認')).toHaveLength(1);
    expect(stage(prefecture, '県確認')).toEqual([]);
    expect(stage(pm, '県確認')).toHaveLength(1);
    expect((await deputy.say('なぜ')).words).toContain('業務報告書の日程');
  });

  it('of 最終 tells the PM while it is not approved, and nobody who was told of it otherwise', async () => {
    await tickAt(house, '2027-03-09T09:05:00+09:00');
    await tickAt(house, '2027-03-10T09:05:00+09:00');
    expect(stage(pm, '最終')).toHaveLength(1);
    expect([...stage(colleague, '最終'), ...stage(prefecture, '最終')]).toEqual([]);
    await prefecture.say('承認');
    await prefecture.press('はい、承認とする');
  });

  it('of 納品 tells the PM on the last day, and is recorded from there', async () => {
    await tickAt(house, '2027-03-12T09:05:00+09:00');
    expect(stage(pm, '納品')).toHaveLength(1);
    await pm.ask('deliver-final-report', { year: 2026 });
    await pm.press('はい、記録する');
    expect((await report())?.deliveries).toMatchObject([{ day: END, due: '2027-03-22' }]);
    await tickAt(house, '2027-03-12T13:05:00+09:00');
    expect(gotWith(prefecture, '3/12(金)に納品されました')).toHaveLength(1);
    expect(stage(pm, '納品')).toHaveLength(1);
  });

  it('of the 検査 reminds the lead of the prefecture once, three open days before its end', async () => {
    await tickAt(house, '2027-03-16T09:05:00+09:00');
    expect(inspecting(prefecture)).toEqual([]);
    await tickAt(house, '2027-03-17T09:05:00+09:00');
    await tickAt(house, '2027-03-18T09:05:00+09:00');
    expect(inspecting(prefecture).join('')).toContain('検査の期限は令和9年3月22日（月）です');
    expect(inspecting(prefecture)).toHaveLength(1);
    expect(inspecting(deputy)).toEqual([]);
    expect((await prefecture.say('なぜ')).words).toContain('検査の期限');
  });

  it('a correction begins ten days anew with what is delivered next, and the reminder too', async () => {
    await prefecture.say('検査 修正 4章の数字の単位');
    await tickAt(house, '2027-03-18T13:05:00+09:00');
    expect(gotWith(pm, '検査の結果は「修正」です')).toHaveLength(1);
    await pm.say('業務報告書作り直し');
    await pm.say('業務報告書提出');
    await pm.press('はい、提出する');
    house.at('2027-03-19T10:00:00+09:00');
    await pm.say('納品');
    await pm.press('はい、記録する');
    expect((await report())?.deliveries?.at(-1)).toMatchObject({ day: '2027-03-19', due: '2027-03-29' });
    await tickAt(house, '2027-03-23T09:05:00+09:00');
    expect(inspecting(prefecture)).toHaveLength(1);
    await tickAt(house, '2027-03-24T09:05:00+09:00');
    expect(inspecting(prefecture).at(-1)).toContain('検査の期限は令和9年3月29日（月）です');
    await prefecture.say('検査 合格');
    await prefecture.press('はい、合格とする');
    await tickAt(house, '2027-03-25T09:05:00+09:00');
    expect(inspecting(prefecture)).toHaveLength(2);
    expect(gotWith(pm, '検査の結果は「合格」です')).toHaveLength(1);
  });
});

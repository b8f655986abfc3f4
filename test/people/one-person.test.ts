import fc from 'fast-check';
import { importWorkbook } from '../../bot/hand-over/import/import-workbook.ts';
import { HOME, OFFICER } from '../../demo/programme.ts';
import type { RosterEntry } from '../../documents/workbook/content.ts';
import { INTERVIEWS, kinds, MEMBERS, municipal, PROGRAMME } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { type House, openHouse } from '../house.ts';
import { livedInHouse } from '../operations/lived-in.ts';
import { dump } from '../storage/dump.ts';

/** The roster with this line rewritten: none where the person leaves, more where others come. */
async function rostered(
  house: House,
  email: string,
  rewrite: (entry: RosterEntry) => readonly RosterEntry[],
): Promise<void> {
  const members = house.content.members.flatMap((one) => (one.email === email ? rewrite(one) : [one]));
  await importWorkbook(house.service.store, { ...house.content, members }, new Date('2026-11-28T09:00:00+09:00'));
}

describe('a corrected e-mail', () => {
  test('changes the e-mail and nothing else, in whatever names a member', async () => {
    const house = await livedInHouse();
    const { store } = house.service;
    const records = async () =>
      Object.entries(await dump(store)).filter(([key]) => !/^(audit|members|changes)\//.test(key));
    const people = async () => (await store.members.list(MEMBERS)).map(({ value: { email: _, ...others } }) => others);
    const [before, who] = [await records(), await people()];
    const { closures } = (await store.programmes.get(PROGRAMME, 'programme'))?.value ?? house.content.programme;
    const asDecided = { ...house.content, programme: { ...house.content.programme, closures } };
    const names = new Set(before.flatMap(([, value]) => JSON.stringify(value).match(/member-[0-9a-f]{16}/g) ?? []));
    expect(names.size).toBeGreaterThan(5);
    const law = fc.asyncProperty(
      fc.uniqueArray(fc.integer({ min: 0, max: 999 }), { minLength: 200, maxLength: 200 }),
      async (drawn) => {
        const members = house.content.members.map((one, at) => ({ ...one, email: `m${drawn[at]}@example.jp` }));
        await importWorkbook(store, { ...asDecided, members }, new Date('2026-11-28T09:00:00+09:00'));
        expect(await records()).toEqual(before);
        expect(await people()).toEqual(who);
      },
    );
    await fc.assert(law, { numRuns: 3 });
    const kept = new Set((await store.members.list(MEMBERS)).map(({ value }) => value.id));
    expect([...names].filter((id) => !kept.has(id))).toEqual([]);
    const seen = new Set(before.map(([key]) => key.split('/')[0]));
    const own = Object.keys(kinds).filter(
      (name) => !['audit', 'members', 'changes', 'interviews', 'received', 'yearsUnderWay'].includes(name),
    );
    expect(own.filter((name) => !seen.has(name))).toEqual([]);
    await house.close();
  });
});

describe('those who come and go', () => {
  let house: House;
  let hanako: Person;
  beforeAll(async () => {
    house = await openHouse({ history: false, lineWorks: true });
    hanako = house.officer();
  });
  afterAll(() => house.close());

  const twoOfficers = () =>
    house.content.members
      .filter(({ email }) => email?.startsWith('second-'))
      .map(({ municipalities: [code = ''] }) => code);
  const homework = async (code: string) => {
    const found = await house.service.store.actionItems.list(municipal(code));
    return found.map(({ value }) => value).at(-1);
  };
  const idOf = async (email: string) =>
    (await house.service.store.members.list(MEMBERS)).find(({ value }) => value.email === email)?.value.id ?? '';
  async function homeworkOf(email: string, municipality: string): Promise<string> {
    const owner = await idOf(email);
    const recorded = { by: owner, at: '2026-11-24T01:00:00.000Z', via: 'teams', ask: 'x' };
    const action = {
      id: `action-m:${municipality}`,
      meeting: 'm',
      owner,
      municipality,
      what: 'ひな形を配る',
      due: '2026-12-11',
      recorded,
    };
    await house.service.store.actionItems.put(action, 'absent');
    return owner;
  }

  test('a corrected e-mail: homework, answer, leave, history and undo stay hers', async () => {
    const office = house.secretariat();
    await office.say('議事録');
    await office.press('議事録を記録する', {
      ...{ 'actions.0.what': '例規の洗い出し', 'actions.0.who': '小海町', 'actions.0.by': '2026-12-11' },
    });
    await hanako.say('欠席');
    await hanako.say('休み 12/21');
    await hanako.say('KPI報告 K0-03 20/40');
    await hanako.say('KPI報告 K0-03 30/40');
    await hanako.say('設定 火 10:00');
    await rostered(house, OFFICER, (entry) => [{ ...entry, email: 'hanako.yamada@town.example.jp' }]);
    expect((await hanako.say('宿題')).words).toContain('例規の洗い出し');
    expect((await hanako.say('会議')).words).toContain('欠席');
    expect((await hanako.say('休み 12/21-12/22')).words).toContain('登録済みの休み（12/21(月)）と重なります');
    expect((await hanako.say('履歴 K0-03')).words).toContain('山田 花子');
    expect((await hanako.say('取消')).words).toContain('「設定」の記録');
    const report = hanako.buttons().find((label) => label.includes('の報告を取り消す')) ?? '';
    expect((await hanako.press(report)).words).toContain('取り消しました');
    const anew = house.teams.person({ name: '山田 花子', email: 'hanako.yamada@town.example.jp' });
    expect((await anew.say('宿題')).words).toContain('例規の洗い出し');
    expect((await anew.say('設定')).words).toMatch(/火曜日?.*10:00/s);
    const stranger = house.teams.person({ name: 'だれか', email: OFFICER });
    expect((await stranger.say('宿題')).words).toContain('名簿で確認できませんでした');
  });

  test('a contact leaves: the homework goes to the successor, once, and list and weekly card say so', async () => {
    const successor = (entry: RosterEntry) => [{ ...entry, name: '後任 次郎', email: 'jiro@town.example.jp' }];
    await rostered(house, OFFICER, successor);
    const jiro = house.teams.person({ name: '後任 次郎', email: 'jiro@town.example.jp' });
    const said = await jiro.say('宿題');
    expect(said.words).toContain('例規の洗い出し');
    expect(said.words).toContain('前任の山田 花子さんから引き継ぎ');
    expect((await jiro.say('週次報告')).words).toContain('前任の山田 花子さんから引き継ぎ');
    const handed = await homework(HOME);
    await rostered(house, OFFICER, successor);
    expect(await homework(HOME)).toEqual(handed);
    await jiro.say('宿題');
    await jiro.press('例規の洗い出し');
    expect((await homework(HOME))?.done).toBeDefined();
  });

  test('a duty mailbox handed on: the past stays with who it was, under the name it had', async () => {
    await rostered(house, OFFICER, (entry) => [entry]);
    await hanako.say('KPI報告 K0-03 31/40');
    await rostered(house, OFFICER, (entry) => [{ ...entry, name: '後任 三郎' }]);
    const history = await hanako.say('履歴 K0-03');
    expect(history.words).toContain('山田 花子');
    expect(history.words).not.toContain('後任 三郎');
    expect((await hanako.say('自分')).words).toContain('後任 三郎');
    expect((await hanako.say('取消')).words).toContain('取り消せる報告がありません');
    expect((await hanako.say('宿題')).words).toContain('終わっていない宿題はありません');
    expect((await hanako.say('会議')).words).not.toContain('欠席と回答');
  });

  test('without a successor it waits for the import that names one', async () => {
    const code = twoOfficers()[1] ?? '';
    const owner = await homeworkOf(`lead-${code}@town.example.jp`, code);
    const isThere = ({ municipalities }: RosterEntry) => municipalities.includes(code);
    const members = house.content.members.filter((one) => one.role !== 'municipal' || !isThere(one));
    await importWorkbook(house.service.store, { ...house.content, members }, new Date('2026-11-28T09:00:00+09:00'));
    expect(await homework(code)).toMatchObject({ owner });
    await rostered(house, `lead-${code}@town.example.jp`, () => []);
    const next = await idOf(`second-${code}@town.example.jp`);
    expect(await homework(code)).toMatchObject({ owner: next, formerOwner: owner });
  });

  test('who moves to another municipality leaves the homework where it belongs; a lead’s stays with a lead', async () => {
    const code = twoOfficers()[2] ?? '';
    const owner = await homeworkOf(`second-${code}@town.example.jp`, code);
    await rostered(house, OFFICER, (entry) => [entry]);
    expect(await homework(code)).toMatchObject({ owner });
    await rostered(house, `second-${code}@town.example.jp`, (entry) => [{ ...entry, municipalities: [HOME] }]);
    const lead = await idOf(`lead-${code}@town.example.jp`);
    expect(await homework(code)).toMatchObject({ owner: lead, formerOwner: owner });
  });

  describe('an open interview', () => {
    let phone: Person;
    beforeEach(async () => {
      await rostered(house, OFFICER, (entry) => [entry]);
      phone = house.on('line-works').officer();
      expect((await phone.say('KPI報告 K0-03')).words).toContain('修了者数');
    });

    /** Of whoever was shown a card its buttons are kept: they ask nothing. */
    const open = async () =>
      (await house.service.store.interviews.list(INTERVIEWS)).filter(({ value }) => value.state !== 'offered').length;
    const FIGURES = /修了者数|対象職員数|前回と同じ|K0-03/;

    test.each(['70', '戻る', '前回と同じ', 'つづける', '状況'])('of somebody who left ends at 「%s」', async (said) => {
      await rostered(house, OFFICER, () => []);
      const { words } = await phone.say(said);
      expect(words).toContain('名簿で確認できませんでした');
      expect(words).not.toMatch(FIGURES);
      expect(await open()).toBe(0);
    });

    test.each(['70', '戻る'])('about a municipality that is not theirs any more ends at 「%s」', async (said) => {
      await rostered(house, OFFICER, (entry) => [{ ...entry, municipalities: ['203041'], lead: false }]);
      const { words } = await phone.say(said);
      expect(words).toContain('担当していない団体の情報は扱えません');
      expect(words).not.toMatch(FIGURES);
      expect(await open()).toBe(0);
    });

    test('is not the successor’s at the same account', async () => {
      await rostered(house, OFFICER, (entry) => [{ ...entry, name: '後任 四郎' }]);
      const { words } = await phone.say('戻る');
      expect(words).not.toMatch(FIGURES);
      expect(await open()).toBe(0);
    });
  });
});

import fc from 'fast-check';
import { UnclearPeople } from '../../bot/hand-over/import/identify.ts';
import { importWorkbook } from '../../bot/hand-over/import/import-workbook.ts';
import { summaryText } from '../../bot/hand-over/import/summary.ts';
import { fictionalProgramme } from '../../demo/programme.ts';
import type { ProgrammeContent, RosterEntry } from '../../documents/workbook/content.ts';
import type { Member } from '../../programme/member.ts';
import { withoutFormer } from '../../programme/person-name.ts';
import { MEMBERS, type OpenStore, type Store } from '../../storage/collections.ts';
import { openEmbedded } from '../../storage/embedded.ts';

const NOW = new Date('2026-11-24T01:00:00Z');
const LATER = new Date('2026-11-25T01:00:00Z');
const opened: OpenStore[] = [];
afterAll(async () => {
  for (const { close } of opened) await close();
});

const programme = fictionalProgramme(NOW);

async function imported(): Promise<Store> {
  const open = openEmbedded(':memory:');
  opened.push(open);
  await importWorkbook(open.store, programme, NOW);
  return open.store;
}

const membersOf = async (store: Store): Promise<readonly Member[]> =>
  (await store.members.list(MEMBERS)).map(({ value }) => value);

/** The programme with some lines of its roster rewritten; undefined takes a line away. */
function withRoster(
  rewrite: (entry: RosterEntry, at: number) => readonly RosterEntry[],
  content: ProgrammeContent = programme,
): ProgrammeContent {
  return JSON.parse(JSON.stringify({ ...content, members: content.members.flatMap(rewrite) })) as ProgrammeContent;
}

const officer = programme.members.find(({ role, lead }) => role === 'municipal' && lead) as RosterEntry;
const only = (change: Partial<RosterEntry>, ...more: readonly RosterEntry[]) =>
  withRoster((entry) => (entry === officer ? [{ ...entry, ...change }, ...more] : [entry]));
const idOf = async (store: Store, name: string): Promise<string | undefined> =>
  (await membersOf(store)).find((member) => member.active && member.name === name)?.id;

describe('who a line of the roster is', () => {
  const email = 'corrected@example.jp';
  test.each<[string, Partial<RosterEntry>]>([
    ['another e-mail', { email }],
    ['an e-mail in capitals', { email: officer.email?.toUpperCase() }],
    ['no e-mail any more', { email: undefined }],
    ['another office', { office: '小海町 総務課' }],
    ['another role', { role: 'observer' }],
    ['a name without its blank', { name: officer.name.replace(/\s/g, '') }],
    ['another e-mail and a name in another width', { email, name: officer.name.replace(/\s/g, '　') }],
    ['another name that says so', { name: `佐藤 花子（旧 ${officer.name}）` }],
    [
      'another family name that says so',
      { name: `佐藤 ${officer.name.split(/\s/)[1]}（旧姓 ${officer.name.split(/\s/)[0]}）` },
    ],
    ['another name and e-mail, and says so', { name: `佐藤 花子（旧 ${officer.name}）`, email }],
  ])('%s: the same person, with the same id', async (_, change) => {
    const store = await imported();
    const before = await idOf(store, officer.name);
    const summary = await importWorkbook(store, only(change), LATER);
    expect(summary.counts.members).toMatchObject({ created: 0, ended: 0 });
    const now = (await membersOf(store)).find(({ id }) => id === before);
    expect(now?.active).toBe(true);
    expect(now?.name).not.toMatch(/旧/);
    const again = await importWorkbook(store, only(change), LATER);
    expect(again.counts.members).toMatchObject({ created: 0, changed: 0, ended: 0 });
  });

  test('another e-mail under the same name is said', async () => {
    const store = await imported();
    const summary = await importWorkbook(store, only({ email }), LATER);
    expect(summaryText(summary)).toContain(`「${officer.name}」さん`);
    expect(summaryText(summary)).toContain('メールが変わった同じ方として記録を引き継ぎました');
    expect((await importWorkbook(store, only({ email }), LATER)).said).toEqual([]);
  });

  test('another e-mail at another office is somebody new, and it is said how it would be the same person', async () => {
    const store = await imported();
    const before = await idOf(store, officer.name);
    const moved = { email, office: '小海町 会計課' };
    const summary = await importWorkbook(store, only(moved), LATER);
    expect(summary.counts.members).toMatchObject({ created: 1, ended: 1 });
    expect(await idOf(store, officer.name)).not.toBe(before);
    expect(summaryText(summary)).toContain(`「${officer.name}（旧 ${officer.email}）」と書いて`);
    await importWorkbook(store, programme, LATER);
    await importWorkbook(store, only({ ...moved, name: `${officer.name}（旧 ${officer.email}）` }), LATER);
    expect(await idOf(store, officer.name)).toBe(before);
  });

  test('somebody who only shares the name of a colleague is nobody’s successor, and nothing is said', async () => {
    const store = await imported();
    const namesake = { ...officer, office: '小海町 会計課', email: 'namesake@example.jp', lead: false };
    const summary = await importWorkbook(store, only({}, namesake), LATER);
    expect(summary.counts.members).toMatchObject({ created: 1, ended: 0 });
    expect(summary.said).toEqual([]);
  });

  test('the same e-mail with another name is somebody new, who says how it would be the same person', async () => {
    const store = await imported();
    const before = await idOf(store, officer.name);
    const summary = await importWorkbook(store, only({ name: '後任 次郎' }), LATER);
    expect(summary.counts.members).toMatchObject({ created: 1, ended: 1 });
    expect(await idOf(store, '後任 次郎')).not.toBe(before);
    expect((await membersOf(store)).find(({ id }) => id === before)).toMatchObject({
      name: officer.name,
      active: false,
    });
    expect(summaryText(summary)).toContain(`「後任 次郎（旧 ${officer.name}）」と書いて`);
    expect((await importWorkbook(store, only({ name: '後任 次郎' }), LATER)).counts.members).toMatchObject({
      created: 0,
    });
    await importWorkbook(store, only({ name: `後任 次郎（旧 ${officer.name}）` }), LATER);
    expect(await idOf(store, '後任 次郎')).toBe(before);
  });

  test('a duty mailbox is handed on while its former holder stays under another e-mail', async () => {
    const store = await imported();
    const before = await idOf(store, officer.name);
    const successor = { ...officer, name: '後任 次郎', lead: false };
    await importWorkbook(store, only({ email }, successor), LATER);
    expect(await idOf(store, officer.name)).toBe(before);
    expect(await idOf(store, '後任 次郎')).not.toBe(before);
    const again = await importWorkbook(store, only({ email }, successor), LATER);
    expect(again.counts.members).toMatchObject({ created: 0, changed: 0, ended: 0 });
  });

  test('two swap their e-mails: each stays who they are', async () => {
    const store = await imported();
    const other = programme.members.find((one) => one.role === 'secretariat') as RosterEntry;
    const ids = await Promise.all([idOf(store, officer.name), idOf(store, other.name)]);
    const swapped = withRoster((entry) => {
      if (entry === officer) return [{ ...entry, email: other.email }];
      return [entry === other ? { ...entry, email: officer.email } : entry];
    });
    await importWorkbook(store, swapped, LATER);
    expect(await Promise.all([idOf(store, officer.name), idOf(store, other.name)])).toEqual(ids);
  });

  test('of namesakes who have left, the roster has to say who is back', async () => {
    const store = await imported();
    const twins = ['a@example.jp', 'b@example.jp'].map((one, at) => ({
      ...officer,
      name: '双葉 葵',
      email: one,
      office: `課${at}`,
    }));
    await importWorkbook(store, only({}, ...twins), LATER);
    for (const member of await store.members.list(MEMBERS))
      if (member.value.name === '双葉 葵')
        await store.members.put({ ...member.value, office: '総務課', active: false }, member.etag);
    const back = (name: string) => only({}, { ...officer, name, email: 'c@example.jp', office: '総務課' });
    const refused = await importWorkbook(store, back('双葉 葵'), LATER).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(UnclearPeople);
    expect((refused as UnclearPeople).sentences).toEqual([
      expect.stringMatching(/2人います（[ab]@example.jp、[ab]@example.jp）.*（旧 前のメール）/),
    ]);
    const b = (await membersOf(store)).find((one) => one.email === 'b@example.jp')?.id;
    await importWorkbook(store, back('双葉 葵（旧 b@example.jp）'), LATER);
    expect(await idOf(store, '双葉 葵')).toBe(b);
  });

  test('whatever becomes of e-mails, names keep their ids', async () => {
    const mails = fc.uniqueArray(fc.option(fc.integer({ min: 0, max: 40 })), {
      ...{ minLength: 4, maxLength: 12 },
      comparator: (a, b) => a !== null && a === b,
    });
    const mailOf = (mail: number | null) => (mail === null ? undefined : `m${mail}@example.jp`);
    const idsIn = async (store: Store) =>
      new Map((await membersOf(store)).map(({ name, office, id }) => [`${name}${office}`, id]));
    const law = fc.asyncProperty(mails, async (drawn) => {
      const store = await imported();
      const before = await idsIn(store);
      const next = withRoster((entry, at) => [
        at < drawn.length ? { ...entry, email: mailOf(drawn[at] ?? null) } : entry,
      ]);
      await importWorkbook(store, next, LATER);
      expect(await idsIn(store)).toEqual(before);
    });
    await fc.assert(law, { numRuns: 10 });
  });
});

test.each([
  ['佐藤 花子（旧 山田 花子）', '佐藤 花子', '山田 花子'],
  ['佐藤 花子(旧姓: 山田)', '佐藤 花子', '山田'],
  ['佐藤 花子 （旧 yamada@town.example.jp）', '佐藤 花子', 'yamada@town.example.jp'],
  ['旧井 花子', '旧井 花子', undefined],
])('%s is %s, before %s', (said, name, formerly) => {
  expect(withoutFormer(said)).toEqual({ name, formerly });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Everything, readEverything } from '../../bot/hand-over/everything.ts';
import { importWorkbook } from '../../bot/hand-over/import/import-workbook.ts';
import { limitsOf } from '../../bot/hand-over/outdated.ts';
import { retentionVerb } from '../../bot/operator/retention.ts';
import { fictionalProgramme, HOME } from '../../demo/programme.ts';
import type { Member } from '../../programme/member.ts';
import type { OpenStore } from '../../storage/collections.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { terminal } from './verbs.ts';

/** 令和8年度. With 5 years, what is of 令和2年度 (until 2021-03-31) and before goes; with 1 for audit, 令和6年度. */
const NOW = new Date('2026-11-24T10:00:00+09:00');
const [OLD, KEPT] = ['2021-03-31T14:59:00.000Z', '2021-03-31T15:00:00.000Z'];

let folder: string;
let opened: OpenStore;
let run: ReturnType<typeof terminal>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bansou-retention-'));
  const file = join(folder, 'store.sqlite');
  opened = openEmbedded(file);
  run = terminal(file, NOW);
  await importWorkbook(opened.store, fictionalProgramme(NOW), NOW);
  for (const [word, at] of [
    ['old', OLD],
    ['kept', KEPT],
  ] as const)
    await live(word, at);
});
afterAll(async () => {
  await opened.close();
  rmSync(folder, { recursive: true });
});

/** One of everything that passes, at this moment. */
async function live(word: string, at: string): Promise<void> {
  const { store } = opened;
  const from = { by: 'member-x', at, via: 'teams', ask: `ask-${word}` };
  const gone: Member = {
    id: `member-${word}`,
    name: '元 職員',
    role: 'municipal',
    office: '総務課',
    municipalities: [HOME],
    chat: 'teams',
    lead: false,
    active: false,
  };
  await store.members.put(gone, 'absent');
  for (const state of ['sent', 'unknown'] as const) {
    const slot = { job: `check-in-${state}`, slot: at, recipient: { kind: 'member' as const, id: gone.id }, round: 1 };
    await store.deliveries.put(
      { ...slot, municipality: HOME, dueAt: at, until: at, hours: 'office', item: {}, state, attempts: 1 },
      'absent',
    );
  }
  for (const member of [gone.id, undefined])
    await store.acquaintances.put(
      {
        id: `met-${word}-${member ?? 'stranger'}`,
        channel: 'teams',
        person: 'p',
        metAt: OLD,
        ...(member ? { member } : {}),
      },
      'absent',
    );
  await store.invitations.put(
    { code: word === 'old' ? 'AAAAAAAA' : 'CCCCCCCC', member: gone.id, expires: at },
    'absent',
  );
  await store.helpRequests.put({ ...from, id: `help-${word}`, municipality: HOME, text: '相談' }, 'absent');
  await meet(word, from, gone.id);
  await report(word, from);
}

type From = { readonly by: string; readonly at: string; readonly via: string; readonly ask: string };

async function meet(word: string, from: From, member: string): Promise<void> {
  const { store } = opened;
  const { at } = from;
  const [day, start] = word === 'old' ? ['2021-03-31', '14:00'] : ['2021-04-01', '00:00'];
  const meeting = `meeting-${word}`;
  await store.meetings.put(
    { id: meeting, title: '会議', kind: 'other', day, start, end: '23:00', place: '', audience: ['all'] },
    'absent',
  );
  await store.meetingAnswers.put(
    { meeting, member: member, versions: [{ ...from, answer: 'attend', day, start }] },
    'absent',
  );
  await store.agendaTopics.put({ ...from, id: `topic-${word}`, meeting, text: '議題' }, 'absent');
  await store.minutes.put({ meeting, versions: [{ ...from, number: 1, decisions: '決定' }] }, 'absent');
  for (const done of [from, undefined])
    await store.actionItems.put(
      {
        id: `action-${word}-${done ? 'done' : 'open'}`,
        meeting,
        owner: member,
        what: '宿題',
        due: day,
        recorded: from,
        ...(done ? { done } : {}),
      },
      'absent',
    );
  await store.digests.put(
    { week: word === 'old' ? '2021-03-22' : '2021-03-29', since: at, until: at, municipalities: [] },
    'absent',
  );
}

async function report(word: string, from: From): Promise<void> {
  const { store } = opened;
  const audit = { by: 'member-x', via: 'teams', command: 'report-item', record: 'items', municipality: HOME };
  await store.audit.put(
    { ...audit, id: `a-${word}`, at: word === 'old' ? '2025-03-31T14:59:59.000Z' : '2025-03-31T15:00:00.000Z' },
    'absent',
  );
  const known = await store.items.get(`m-${HOME}`, 'item-2026-S1-1');
  if (known)
    await store.items.put(
      { ...known.value, versions: [...known.value.versions, { ...from, number: 1, stage: 'confirmedNone' }] },
      known.etag,
    );
}

const idsOf = (all: Everything) =>
  Object.entries(all).flatMap(([name, held]) => (held as readonly { id: string }[]).map(({ id }) => `${name} ${id}`));
/** But for the notes of what is about to change. */
async function everything(): Promise<Everything> {
  const { changes: _changes, ...all } = await readEverything(opened.store, NOW);
  return all as Everything;
}

it('shows first, and changes nothing', async () => {
  const before = idsOf(await everything());
  const { ok, text, data } = await run(retentionVerb);
  expect([ok, data['applied']]).toEqual([true, false]);
  expect(text).toContain('記録は令和3年4月1日（木）、監査の記録は令和7年4月1日（火）より前');
  expect(text).toMatch(/相談\t1件[\s\S]*まだ何も消していません。消すときは --apply/);
  expect(idsOf(await everything())).toEqual(before);
});

it('cuts what is older than the limit, to the minute, and nothing else', async () => {
  const before = idsOf(await everything());
  const { text } = await run(retentionVerb, { apply: true });
  expect(text).toContain('件を消しました。');
  const after = idsOf(await everything());
  expect(before.filter((id) => !after.includes(id)).toSorted()).toEqual(
    [
      'acquaintances met-kept-stranger',
      'acquaintances met-old-stranger',
      'actionItems action-old-done',
      'agendaTopics topic-old',
      'audit a-old',
      'deliveries 20210331T1459Z@check-in-sent:member-old',
      'digests digest-2021-03-22',
      'helpRequests help-old',
      'invitations invitation-AAAAAAAA',
      'meetingAnswers answer-meeting-old:member-old',
      'meetings meeting-old',
      'minutes minutes-meeting-old',
      'acquaintances met-old-member-old',
    ].toSorted(),
  );
  expect((await run(retentionVerb, { apply: true })).text).toContain('対象の記録はありません。');
  const noted = (await everything()).audit.filter(({ value }) => value.command === 'retention');
  expect(noted.map(({ value }) => value)).toMatchObject([{ by: 'operator', via: 'cli', at: NOW.toISOString() }]);
});

it('never reaches into the running programme', () => {
  const held = (start: string) => ({ programmes: [{ value: { start } }] }) as unknown as Everything;
  const years = { records: 1, audit: 1 };
  expect(limitsOf(held('2026-08-01'), years, NOW).records.toISOString()).toBe('2025-03-31T15:00:00.000Z');
  expect(limitsOf(held('2023-08-01'), years, NOW).records.toISOString()).toBe('2023-03-31T15:00:00.000Z');
});

it('takes the years from the settings', async () => {
  const other = terminal(join(folder, 'store.sqlite'), NOW, { RETENTION_YEARS: '3', AUDIT_YEARS: '2' });
  expect((await other(retentionVerb)).text).toContain(
    '記録は令和5年4月1日（土）、監査の記録は令和6年4月1日（月）より前',
  );
});

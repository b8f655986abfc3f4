import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEverything } from '../../bot/hand-over/everything.ts';
import { exportFiles } from '../../bot/hand-over/export.ts';
import { PREFECTURE_OFFICER } from '../../demo/programme.ts';
import { withHandedIn } from '../../programme/consent/material-approval.ts';
import { FILINGS, withDecision } from '../../programme/filing.ts';
import { MEMBERS, PROGRAMME } from '../../storage/collections.ts';
import { by } from '../consent/planted.ts';
import { type Engine, engineOn, NOW, openEngine } from '../engine.ts';

const PREFECTURE = PREFECTURE_OFFICER;
const SECRET = '仕様書に定めのない費用';
const AT = '2026-11-23T01:00:00.000Z';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

const numbersIn = (words: string) => {
  const count = (like: RegExp) => Number(like.exec(words)?.[1] ?? 0);
  return {
    filings: count(/承認待ち（(\d+)件）/),
    consultations: count(/協議の回答待ち（(\d+)件）/),
    special: count(/臨時報告（(\d+)件）/),
    late: count(/期限を過ぎた項目（(\d+)件）/),
  };
};
const digest = async (chat: 'teams' | 'line-works' = 'teams', now = NOW) =>
  (await engineOn(engine.store, () => now)(chat, PREFECTURE).say('ダイジェスト')).words;

async function handIn(number: number) {
  const of = {
    municipality: '203033',
    material: `material-case-203033-${number}`,
    version: 'v-0123456789abcdef',
  } as const;
  await engine.store.materialApprovals.put(
    withHandedIn(undefined, { ...of, scope: 'supported' }, by('office', AT, String(number))),
    'absent',
  );
}
const consult = (id: string) =>
  engine.store.inquiries.put(
    { ...by('office', AT, id), id: `inquiry-${id}`, direction: 'consultation', text: SECRET },
    'absent',
  );
const demand = (id: string, steps: readonly { did: 'taken' | 'answered'; at: string }[]) =>
  engine.store.inquiries.put(
    {
      ...{ ...by('prefecture', AT, id), id: `inquiry-${id}`, direction: 'special', text: SECRET, due: '2026-12-01' },
      steps: steps.map(({ did, at }) => ({ ...by('office', at, `${id}-${did}`), did })),
    },
    'absent',
  );

describe('what the digest opens with', () => {
  const folder = mkdtempSync(join(tmpdir(), 'opening-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('comes before everything else, with since when, and each is opened by a button', async () => {
    for (const number of [1, 2, 3]) await handIn(number);
    for (const id of ['a', 'b']) await consult(id);
    await demand('c', [
      { did: 'taken', at: AT },
      { did: 'answered', at: '2026-11-23T03:00:00.000Z' },
    ]);
    const { card, words } = await engine.on('teams', PREFECTURE).say('ダイジェスト');
    expect(words.indexOf('県の対応が要ること')).toBeGreaterThan(0);
    expect(words.indexOf('県の対応が要ること')).toBeLessThan(words.indexOf('からの動き'));
    expect(words.indexOf('からの動き')).toBeLessThan(words.indexOf('の週の報告'));
    const rows = card.body.flatMap((node) => (node.kind === 'list' ? node.rows : [])).slice(0, 4);
    expect(rows.map(({ ask }) => ask?.command)).toEqual([
      ...['show-waiting', 'show-inquiries', 'show-inquiries', 'show-overview'],
    ]);
    for (const { detail } of rows) expect(detail).toMatch(/^\d+\/\d+\(.\)から/);
    for (const { ask } of rows)
      expect((await engine.on('teams', PREFECTURE).press(ask ?? { command: '', input: {} })).words).not.toContain(
        '受付番号',
      );
  });

  it.each(['teams', 'line-works'] as const)('counts what 承認待ち counts in %s', async (chat) => {
    const { filings, consultations, special } = numbersIn(await digest(chat));
    const waiting = (await engine.on(chat, PREFECTURE).say('承認待ち')).words;
    expect(filings).toBeGreaterThanOrEqual(3);
    expect(waiting).toContain(`県の決定を待つものが${filings}件`);
    expect(waiting).toContain(`協議の回答待ちが${consultations}件`);
    expect([consultations, special]).toEqual([2, 1]);
  });

  it('counts what a program counts that reads nothing but the export', async () => {
    const all = await readEverything(engine.store, NOW);
    const { files } = await exportFiles(all, { programme: '試験' }, { ...all, jobs: [] });
    for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);
    const { recountedOpening } = await import('./recount.ts');
    const { filings, consultations, late } = numbersIn(await digest());
    const counted = recountedOpening(folder, { today: '2026-11-24', fiscalYear: 2026 });
    expect({ filings, consultations, late }).toEqual(counted);
    expect(late).toBeGreaterThan(0);
  });

  it('says late items by municipality in 団体コード order', async () => {
    const { card } = await engine.on('teams', PREFECTURE).say('ダイジェスト');
    const rows = card.body.flatMap((node) => (node.kind === 'list' ? node.rows : []));
    const detail = rows.find(({ title }) => title.startsWith('期限を過ぎた項目'))?.detail ?? '';
    const towns = (await engine.store.municipalities.list('_municipalities')).map(({ value }) => value);
    const codes = [...detail.matchAll(/([^\s、・]+)\u00a0\d+/g)].map(
      ([, name]) => towns.find((town) => town.name === name)?.code ?? '',
    );
    expect(codes.length).toBeGreaterThan(0);
    expect(codes).toEqual(codes.toSorted());
  });

  it('is without names of people, and without what anything says', async () => {
    const members = (await engine.store.members.list(MEMBERS)).map(({ value }) => value.name);
    const words = await digest('line-works');
    expect(words).not.toContain(SECRET);
    expect(members.filter((name) => words.includes(name))).toEqual([]);
  });

  it('no longer holds what was decided, from the next digest on, and an earlier one as it stood', async () => {
    const before = numbersIn(await digest()).filings;
    const id = 'approval-case-203033-1';
    const kept = (await engine.store.materialApprovals.list(FILINGS)).find(({ value }) =>
      value.id.endsWith('203033-1'),
    );
    if (!kept) throw new Error(`no ${id}`);
    const yes = { version: 1, verdict: 'approve' } as const;
    await engine.store.materialApprovals.put(
      withDecision(kept.value, yes, by('prefecture', '2026-11-24T01:30:00.000Z')),
      kept.etag,
    );
    expect(numbersIn(await digest()).filings).toBe(before);
    expect(numbersIn(await digest('teams', new Date('2026-11-24T11:00:00+09:00'))).filings).toBe(before - 1);
  });
});

it('says in one line that there is nothing', async () => {
  const empty = await openEngine((content) => ({ ...content, items: [] }));
  try {
    for (const { value, etag } of await empty.store.inquiries.list(PROGRAMME))
      await empty.store.inquiries.remove(PROGRAMME, value.id, etag);
    const start = new Date('2026-08-18T10:00:00+09:00');
    const { words } = await engineOn(empty.store, () => start)('line-works', PREFECTURE).say('ダイジェスト');
    expect(words).toContain('県の対応が要ることはありません。');
    expect(words).not.toContain('＜県の対応が要ること＞');
  } finally {
    await empty.close();
  }
});

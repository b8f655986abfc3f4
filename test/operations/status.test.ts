import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deliveriesIn } from '../../bot/deliveries.ts';
import { importWorkbook } from '../../bot/hand-over/import/import-workbook.ts';
import { backupVerb } from '../../bot/operator/backup.ts';
import { statusVerb } from '../../bot/operator/status.ts';
import { tickVerb } from '../../bot/operator/tick.ts';
import { fictionalProgramme, HOME } from '../../demo/programme.ts';
import { instantOf } from '../../programme/day.ts';
import type { Concern } from '../../programme/operations/standing.ts';
import { LEASES, UPKEEP } from '../../storage/collections.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { terminal } from './verbs.ts';

/** A Friday: the next check-in is three days ahead, further than anything is planned. */
const FRIDAY = instantOf('2024-10-04', '17:30');
const minutes = (count: number): Date => new Date(FRIDAY.getTime() + count * 60_000);
const folder = mkdtempSync(join(tmpdir(), 'bansou-status-'));
const file = join(folder, 'store.sqlite');
afterAll(() => rmSync(folder, { recursive: true }));

const at = (now: Date) => terminal(file, now, { CLOCK: 'off', COSMOS_KEY: 'c2VjcmV0LWtleQ==' });
const status = (now: Date) => at(now)(statusVerb);
const concerns = (data: Readonly<Record<string, unknown>>) => (data['concerns'] as Concern[]).map(({ what }) => what);

beforeAll(async () => {
  const { store, close } = openEmbedded(file);
  await importWorkbook(store, fictionalProgramme(FRIDAY), FRIDAY);
  await close();
});

it('says what has to be seen to before the service was ever started, and ends with 1', async () => {
  const { ok, text, data } = await status(FRIDAY);
  expect(ok).toBe(false);
  expect(concerns(data)).toEqual([
    '時計がまだ一度も動いていません',
    'つながっているチャットがありません',
    '保存先の写しがまだありません',
  ]);
  expect(text).toMatch(/^△ 時計がまだ一度も動いていません: 外の時計が bansou tick を呼んでいるか確かめます。/);
});

it('counts whom the next week asks, tells where all of it is kept, and no secret', async () => {
  const { text, data } = await status(FRIDAY);
  const next = data['next'] as { at: Date; called: string; people: number }[];
  expect(next[0]).toMatchObject({ at: instantOf('2024-10-07', '09:00'), people: 25 });
  expect(text).toContain('10/7(月) 09:00\t週次報告\t宛先 25件');
  expect(text).toMatch(/保存先\tSQLite（[\d.]+ MB） .*store\.sqlite、[\d,]+件の文書/);
  expect(text).not.toMatch(/c2VjcmV0|@/);
  expect(JSON.stringify(data)).not.toMatch(/c2VjcmV0|@/);
});

it('knows the last copy from the store, and the last call of an outer clock', async () => {
  expect((await at(minutes(1))(backupVerb, { rest: [join(folder, 'copy.sqlite')] })).ok).toBe(true);
  expect((await at(minutes(2))(tickVerb)).ok).toBe(true);
  const soon = await status(minutes(5));
  expect(concerns(soon.data).filter((what) => /時計|写し/.test(what))).toEqual([]);
  expect(soon.text).toContain('最後の写し\t10/4(金) 17:31');
  expect(soon.text).toContain('CLOCK=off（外から tick）、最後に動いた時刻 10/4(金) 17:32');
  expect(concerns((await status(minutes(20))).data)[0]).toBe('時計が止まっています');
  const copy = openEmbedded(file);
  expect((await copy.store.upkeep.list(UPKEEP)).map(({ value }) => value.id)).toEqual(['backup', 'tick']);
  await copy.close();
});

it('counts what did not arrive, and writes nothing by being asked', async () => {
  const monday = instantOf('2024-10-07', '10:00');
  await at(instantOf('2024-10-07', '09:00'))(tickVerb);
  const before = openEmbedded(file);
  const leases = await before.store.leases.list(LEASES);
  const counts = await before.counts();
  const { data } = await status(monday);
  // There is no chat: nobody could be reached.
  expect(data['counts']).toMatchObject({ failed: expect.any(Number), unknown: 0 });
  expect(concerns(data)).toEqual(expect.arrayContaining([expect.stringMatching(/^送れなかった配信 \d+件$/)]));
  expect([await before.store.leases.list(LEASES), await before.counts()]).toEqual([leases, counts]);
  await before.close();
});

it('does not call late what waits for the office to open, and does once it has been open for a while', async () => {
  const opened = openEmbedded(file);
  const [known] = await deliveriesIn(opened.store, [HOME], FRIDAY);
  if (!known) throw new Error('nothing was planned');
  const { reason: _why, sentAt: _sent, ...plain } = known;
  const dueAt = instantOf('2024-10-11', '19:00').toISOString();
  const waits = { ...plain, job: 'probe', slot: dueAt, dueAt, hours: 'office', state: 'waiting' } as const;
  await opened.store.deliveries.put({ ...waits, until: instantOf('2024-10-18', '17:00').toISOString() }, 'absent');
  await opened.close();
  const late = async (now: Date) =>
    concerns((await status(now)).data).filter((what) => what.startsWith('時刻を過ぎて'));
  // The 14th is a holiday.
  for (const day of ['2024-10-12', '2024-10-14']) expect(await late(instantOf(day, '10:00'))).toEqual([]);
  expect(await late(instantOf('2024-10-15', '08:40'))).toEqual([]);
  expect(await late(instantOf('2024-10-15', '09:20'))).toEqual(['時刻を過ぎて待っている配信 1件']);
});

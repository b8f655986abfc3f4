import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { readConfig } from '../../bot/config.ts';
import { importWorkbook } from '../../bot/hand-over/import/import-workbook.ts';
import { understandVerb } from '../../bot/operator/understand.ts';
import { fictionalProgramme, OFFICER } from '../../demo/programme.ts';
import { instantOf } from '../../programme/day.ts';
import { openEmbedded } from '../../storage/embedded.ts';

const MONDAY = instantOf('2024-10-07', '09:00');
const folder = mkdtempSync(join(tmpdir(), 'bansou-understand-'));
const config = readConfig({ EMBEDDED_FILE: join(folder, 'store.sqlite') });
const log = pino({ level: 'silent' });
const run = (text: string, as?: string) =>
  understandVerb.run({ rest: [text], as, out: undefined, from: undefined, to: undefined, config, now: MONDAY, log });

afterAll(() => rmSync(folder, { recursive: true }));

it('says so before a programme was imported', async () => {
  expect(await run('状況')).toMatchObject({
    ok: false,
    data: { error: expect.stringMatching(/^事業がまだ取り込まれていません。/) },
  });
});

describe('with a programme', () => {
  beforeAll(async () => {
    const { store, close } = openEmbedded(config.EMBEDDED_FILE);
    await importWorkbook(store, fictionalProgramme(MONDAY), MONDAY);
    await close();
  });

  it.each([
    ['K0-03は62です', { command: 'report-kpi', input: { kpi: 'K0-03', value: 62 }, sure: true, ask: [] }],
    ['S1-3 10/3に完了', { command: 'report-item', input: { item: 'S1-3', stage: 'done' }, sure: true, ask: [] }],
    ['報告 S1-3', { command: 'report-item', input: { item: 'S1-3' }, sure: false, ask: ['stage'] }],
    [
      'KPI報告 K0-03',
      { command: 'report-kpi', input: { kpi: 'K0-03' }, sure: false, ask: ['numerator', 'denominator'] },
    ],
    ['S1-3は来月完了予定', { command: 'report-item', input: { item: 'S1-3', stage: 'done' }, sure: false, ask: [] }],
    ['K2-04は30回', { command: 'report-kpi', input: { kpi: 'K2-04', value: 30 }, sure: false, ask: [] }],
    ['研修は62%', { command: 'report-kpi', input: { value: 62 }, sure: false, ask: ['kpi'] }],
  ])('reads %s in one line of JSON', async (said, verdict) => {
    const { ok, lines, data } = await run(said, OFFICER);
    expect(ok).toBe(true);
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toEqual(verdict);
    expect(data).toEqual(verdict);
  });

  it('reads as the secretariat when nobody is named, and as nobody who is not on the roster', async () => {
    expect((await run('K0-03は62です')).data).toMatchObject({ sure: false, ask: ['municipality'] });
    expect(await run('状況', 'nobody@example.jp')).toMatchObject({ ok: false });
  });

  it('changes nothing', async () => {
    const { store, close } = openEmbedded(config.EMBEDDED_FILE);
    const before = JSON.stringify(await store.kpis.list('m-203033'));
    await run('K0-03は62です', OFFICER);
    expect(JSON.stringify(await store.kpis.list('m-203033'))).toBe(before);
    await close();
  });
});

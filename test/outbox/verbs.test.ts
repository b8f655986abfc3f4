import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { readConfig } from '../../bot/config.ts';
import { importWorkbook } from '../../bot/hand-over/import/import-workbook.ts';
import { deliveriesVerb } from '../../bot/operator/deliveries.ts';
import { invitationsVerb } from '../../bot/operator/invitations.ts';
import { inviteVerb } from '../../bot/operator/invite.ts';
import { jobsVerb } from '../../bot/operator/jobs.ts';
import { statusVerb } from '../../bot/operator/status.ts';
import { tickVerb } from '../../bot/operator/tick.ts';
import type { Verb } from '../../bot/operator/verb.ts';
import { fictionalProgramme } from '../../demo/programme.ts';
import { instantOf } from '../../programme/day.ts';
import { openEmbedded } from '../../storage/embedded.ts';

const MONDAY = instantOf('2024-10-07', '09:00');
const folder = mkdtempSync(join(tmpdir(), 'bansou-verbs-'));
const config = readConfig({ EMBEDDED_FILE: join(folder, 'store.sqlite') });
const log = pino({ level: 'silent' });

const run = (verb: Verb, over: Partial<Parameters<Verb['run']>[0]> = {}) =>
  verb.run({ rest: [], out: undefined, from: undefined, to: undefined, config, now: MONDAY, log, ...over });

afterAll(() => rmSync(folder, { recursive: true }));

it('says so before a programme was imported', async () => {
  for (const verb of [jobsVerb, tickVerb, deliveriesVerb, inviteVerb, invitationsVerb]) {
    expect(await run(verb)).toMatchObject({
      ok: false,
      lines: [expect.stringMatching(/^事業がまだ取り込まれていません。.*import/)],
    });
  }
});

describe('with a programme', () => {
  beforeAll(async () => {
    const { store, close } = openEmbedded(config.EMBEDDED_FILE);
    await importWorkbook(store, fictionalProgramme(MONDAY), MONDAY);
    await close();
  });

  it('shows who is asked what and when over any period, and writes nothing', async () => {
    const { ok, lines, data } = await run(jobsVerb, { from: '2024-10-07', to: '2024-10-13' });
    const { planned } = data as { planned: { id: string; dueAt: string }[] };
    expect(ok).toBe(true);
    expect(planned.length).toBeGreaterThan(25);
    expect(lines[0]).toMatch(/^10\/7\(月\) 09:00\t/);
    expect(new Set(planned.map(({ id }) => id)).size).toBe(planned.length);
    expect(planned.map(({ dueAt }) => dueAt)).toEqual(planned.map(({ dueAt }) => dueAt).toSorted());
    expect((await run(deliveriesVerb)).lines).toEqual(['この期間の配信はありません。']);
  });

  it('shows what goes out as soon as the clock runs, although it was due before', async () => {
    const wednesday = { now: instantOf('2024-10-09', '13:00') };
    const { lines, data } = await run(jobsVerb, wednesday);
    const { atOnce } = data as { atOnce: { dueAt: string }[] };
    expect(lines[0]).toContain('時計が動くとすぐに届くもの');
    expect(lines[1]).toMatch(/^ {2}10\/7\(月\) 09:00\t/);
    expect(atOnce.length).toBeGreaterThan(20);
    expect(lines).toContain('これから届くもの:');
    // Who asks for a period asks for no more than that.
    expect((await run(jobsVerb, { ...wednesday, from: '2024-10-10' })).data).toMatchObject({ atOnce: [] });
    expect((await run(statusVerb, wednesday)).lines.join('\n')).toContain(`すぐに届くもの: ${atOnce.length}件`);
  });

  it('plans and sends what is due at a moment, once, and reports what became of it', async () => {
    const first = (await run(tickVerb)).data as { planned: { created: number }; failed: number };
    expect(first.planned.created).toBeGreaterThan(25);
    expect(first.failed).toBeGreaterThan(0);
    const again = await run(tickVerb, { now: new Date(MONDAY.getTime() + 60_000) });
    expect(again.data).toMatchObject({ planned: { created: 0 }, failed: 0 });
    const { lines } = await run(deliveriesVerb);
    expect(
      lines.filter((line) => line.includes('送れませんでした: ボットとの1対1のチャットがまだありません')),
    ).toHaveLength(first.failed);
  });

  it('refuses a period that is none', async () => {
    for (const over of [{ from: '10月7日' }, { from: '2024-10-08', to: '2024-10-07' }]) {
      expect((await run(jobsVerb, over)).ok).toBe(false);
      expect((await run(deliveriesVerb, over)).ok).toBe(false);
    }
  });
});

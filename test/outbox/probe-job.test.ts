import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { z } from 'zod';
import type { Incoming } from '../../bot/channels/channel.ts';
import { plainText } from '../../bot/channels/line-works/draw.ts';
import { dispatch } from '../../bot/dispatch.ts';
import { admission } from '../../bot/features/admission.ts';
import { commands } from '../../bot/features/index.ts';
import { jobs as real } from '../../bot/features/jobs.ts';
import { days, defineJob, type Job, withdraw } from '../../bot/job.ts';
import { createMetrics } from '../../bot/observe/metrics.ts';
import { deliveriesVerbOf } from '../../bot/operator/deliveries.ts';
import { jobsVerbOf } from '../../bot/operator/jobs.ts';
import { card } from '../../cards/card.ts';
import { exportSheets } from '../../documents/export-sheets.ts';
import { instantOf } from '../../programme/day.ts';
import type { DeclaredJob } from '../../programme/declared-job.ts';
import { calledBy } from '../../programme/declared-job.ts';
import { deliveries } from '../../programme/delivery-kind.ts';
import { reasonText } from '../../programme/delivery-words.ts';
import { weekly } from '../../programme/schedule.ts';
import type { SheetNames } from '../../programme/sheet.ts';
import { municipal, type OpenStore } from '../../storage/collections.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { terminal } from '../operations/verbs.ts';
import { allDeliveries, CODES, fakeChannel, memberOf, outboxOf, settle } from './house.ts';
import { virtualClock } from './virtual-clock.ts';

/** Jobs that nothing but this file knows: what they say of themselves is all that anybody needs. */
const probe = (over: Pick<DeclaredJob, 'asks'> = {}): Job =>
  defineJob({
    name: 'probe',
    called: '試しの便り',
    ...over,
    withdraws: { 'no-wish': '希望がなくなったため送りませんでした' },
    item: z.object({ municipality: z.string(), week: z.string() }),
    within: days(2),
    schedule: ({ checkIn }) => weekly(checkIn),
    due: async ({ day }, { members }) =>
      members.flatMap(({ id, role, municipalities: [code] }) =>
        role === 'municipal' && code
          ? [{ recipient: { kind: 'member', id }, municipality: code, item: { municipality: code, week: day } }]
          : [],
      ),
    card: async (_item, { who }) => (who?.id === UNWILLING.id ? withdraw('no-wish') : card('試し', '試し')),
  });

const MONDAY = '2024-10-07';
const [ANA, UNWILLING, BLOCKED] = [memberOf(0), memberOf(1), memberOf(2)];
const OFFICE = memberOf(9, { role: 'secretariat', municipalities: [], office: '事務局' });

let folder: string;
let file: string;
let opened: OpenStore;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bansou-probe-'));
  file = join(folder, 'store.sqlite');
  opened = openEmbedded(file);
  await settle(opened.store, [ANA, UNWILLING, BLOCKED, OFFICE]);
  for (const municipality of CODES)
    await opened.store.kpis.put({ municipality, fiscalYear: 2024, kpi: 'K0-03', weekly: true, entries: [] }, 'absent');
});
afterEach(async () => {
  await opened.close();
  rmSync(folder, { recursive: true });
});

const at = (time: string) => instantOf(MONDAY, time);

async function tick(jobs: readonly Job[], time: string): Promise<void> {
  const clock = virtualClock(at(time));
  const channel = fakeChannel(clock, async ({ id }) =>
    id.includes(BLOCKED.id) ? { outcome: 'gone', reason: '403 Forbidden' } : { outcome: 'sent' },
  );
  const outbox = outboxOf({ store: opened.store, clock, channels: [channel], jobs });
  await outbox.tick();
  await clock.runUntil(outbox.idle());
}

/** What somebody is answered, in words. */
async function answer({ id: person }: { readonly id: string }, text: string, jobs: readonly Job[], time = '10:00') {
  const incoming: Incoming = {
    ...{ id: `${person}-${text}-${time}`, channel: 'teams', person, formsInCards: true },
    room: { kind: 'personal', id: person, address: { channel: 'teams', id: person } },
    did: { kind: 'said', text },
    profile: async () => ({ emails: [] }),
  };
  const bot = { store: opened.store, commands, admission, jobs, now: () => at(time), log, metrics: createMetrics() };
  const answered = await dispatch(bot, incoming);
  return answered ? plainText(answered.card) : '';
}
const log = pino({ level: 'silent' });

it('is planned, previewed, named, explained, exported and withdrawn with nothing but its own declaration', async () => {
  const jobs = [...real, probe()];
  const preview = await terminal(file, at('08:00'))(jobsVerbOf(jobs), { from: MONDAY, to: MONDAY });
  expect(preview.text.match(/試しの便り/g)).toHaveLength(3);
  await tick(jobs, '09:00');
  const own = (await allDeliveries(opened.store)).filter(({ job }) => job === 'probe');
  expect(own.map(({ state, reason }) => [state, reason]).toSorted()).toEqual([
    ['failed', '403 Forbidden'],
    ['sent', undefined],
    ['withdrawn', '希望がなくなったため送りませんでした'],
  ]);
  expect(await answer(OFFICE, '配信状況', jobs)).toContain('試しの便り 10/7(月) 09:00');
  expect(await answer(ANA, 'なぜ', jobs)).toContain('試しの便り 10/7(月) 09:00');
  expect(await answer(UNWILLING, 'なぜ', jobs)).toMatch(
    /試しの便り .*\s*取りやめ\s*希望がなくなったため送りませんでした/,
  );
  const report = await terminal(file, at('10:00'))(deliveriesVerbOf(jobs));
  expect(report.text).toContain('試しの便り\t送信済み 1件');
  expect(report.text).toMatch(/試しの便り\t職員2.*送れませんでした: ボットが外されているか/);
  const names: SheetNames = {
    townName: (code = '') => code,
    nameOf: (member) => member,
    titleOfMeeting: (meeting) => meeting,
    jobName: (delivery) => calledBy(jobs, delivery),
    reasonText,
  };
  const [sheet] = exportSheets([{ kind: deliveries, values: own }], names);
  expect(sheet?.rows.map((row) => [row[0], row[5]])).toContainEqual([
    '試しの便り',
    '希望がなくなったため送りませんでした',
  ]);
  expect(await answer(ANA, 'なぜ', real)).not.toContain('試しの便り');
});

it('that says it asks for the weekly report is what the explanation goes by', async () => {
  const jobs = [...real.filter(({ asks }) => asks !== 'weekly-report'), probe({ asks: 'weekly-report' })];
  await tick(jobs, '09:00');
  expect(await answer(ANA, 'なぜ', jobs)).toContain('10/7(月) 09:00 にお聞きしました。');
  expect(await answer(UNWILLING, 'なぜ', jobs)).toContain('お届けできていません: 希望がなくなったため送りませんでした');
  expect(await answer(ANA, 'なぜ', real)).not.toContain('お聞きしました');
  expect(await answer(ANA, '設定', jobs)).toContain('10/15(火)');
});

it('that says it asks again is what a 催促 by hand is sent as, once a day', async () => {
  const jobs = [...real.filter(({ asks }) => asks !== 'weekly-report-again'), probe({ asks: 'weekly-report-again' })];
  expect(await answer(OFFICE, `催促 ${CODES[0]}`, jobs)).toContain('催促を送ります');
  expect(await answer(OFFICE, `催促 ${CODES[0]}`, jobs, '10:01')).not.toContain('催促を送ります');
  expect((await opened.store.deliveries.list(municipal(CODES[0]))).map(({ value }) => value.job)).toEqual(['probe']);
});

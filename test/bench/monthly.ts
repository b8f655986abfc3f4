import { performance } from 'node:perf_hooks';
import { drawnNow } from '../../bot/features/reports/monthly-of.ts';
import { monthlyReportDocx } from '../../documents/reports/monthly-report-docx.ts';
import { instantOf } from '../../programme/day.ts';
import type { Programme } from '../../programme/programme.ts';
import { monthOfDay } from '../../programme/support/month.ts';
import { addWeeks, weekOfDay } from '../../programme/week.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { codeOf, fillMunicipalities, fillProgress } from './filled-store.ts';
import { fillSupport } from './filled-support.ts';

/**
 * `npx tsx test/bench/monthly.ts`: what it takes to draw the report of a month of 25 municipalities from a year of
 * weekly reports and visits, and to write it as a Word file. From a store that was opened just now, and again.
 */
const [TOWNS, WEEKS, TIMES] = [25, 52, 5];
const LIMIT_MS = 2000;
const TODAY = '2027-03-24';
const NOW = instantOf(TODAY, '10:00');
const SPAN = monthOfDay(TODAY);
const programme: Programme = {
  ...{ name: '計測', prefecture: '長野県', fiscalYear: 2026, start: '2026-04-01', end: '2027-03-31', closures: [] },
  checkIn: { weekday: 1, time: '09:00' },
  nudge: { weekday: 3, time: '09:00' },
  digest: { weekday: 5, time: '16:00' },
};

const { store, close } = openEmbedded(':memory:');
await fillMunicipalities(store, TOWNS);
await fillProgress(store, TOWNS, { fiscalYear: 2026, week: weekOfDay(TODAY), weeks: WEEKS });
const first = addWeeks(weekOfDay(TODAY), -WEEKS + 1);
for (let at = 0; at < TOWNS; at++) await fillSupport(store, codeOf(at), { first, weeks: WEEKS });

/** Milliseconds of the processor: those of the clock are as long as the machine is busy with something else. */
const cpuSince = (before: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};
const took: number[] = [];
for (let time = 0; time < TIMES; time++) {
  const [began, before] = [performance.now(), process.cpuUsage()];
  const drawn = await drawnNow(SPAN, { store, programme, now: NOW });
  const drew = cpuSince(before);
  const sheet = { span: SPAN, programme: '計測', office: '県', standing: '下書き', meeting: undefined, texts: {} };
  const { length } = await monthlyReportDocx({ ...sheet, ...drawn });
  const whole = cpuSince(before);
  took.push(whole);
  const wall = performance.now() - began;
  console.log(
    [
      `${time + 1}回目`,
      `下書き ${drew.toFixed(0)}ms`,
      `Wordまで ${whole.toFixed(0)}ms`,
      `（時計では ${wall.toFixed(0)}ms）`,
      `${length}バイト`,
    ].join('\t'),
  );
}
await close();
const most = Math.max(...took);
console.log(`${TOWNS}団体の月次報告: 最も長いもの ${most.toFixed(0)}ms（上限 ${LIMIT_MS}ms）`);
if (most > LIMIT_MS) process.exitCode = 1;

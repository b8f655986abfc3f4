import { performance } from 'node:perf_hooks';
import { pino } from 'pino';
import { dispatch } from '../../bot/dispatch.ts';
import { admission } from '../../bot/features/admission.ts';
import { commands } from '../../bot/features/index.ts';
import { jobs } from '../../bot/features/jobs.ts';
import { createMetrics } from '../../bot/observe/metrics.ts';
import { instantOf } from '../../programme/day.ts';
import { helpRequests } from '../../programme/help/kind.ts';
import type { Programme } from '../../programme/programme.ts';
import { weekOfDay } from '../../programme/week.ts';
import type { Store } from '../../storage/collections.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { codeOf, fillMunicipalities, fillProgress, from } from './filled-store.ts';
import { inTeams, meetInTeams } from './in-teams.ts';

/**
 * `npx tsx test/bench/overview.ts`: what a whole turn takes in which an officer of the prefecture looks at all
 * municipalities: 全体, one KPI of all, and two days beside each other, each as a card and as a workbook; and looks for
 * a word in everything there is.
 */
const [WEEKS, TURNS, WARM, REQUESTS] = [45, 120, 30, 6];
const LIMIT_MS = 300;
const TODAY = '2027-02-10';
const NOW = instantOf(TODAY, '10:00');
const EMAIL = 'officer@pref.example.jp';
const ASKED = [
  ['全体', '全体の状況'],
  ['K0-03 全市町村', 'K0-03 全市町村'],
  ['9月からの変化', '9/1(火)から2/10(水)への変化'],
  ['先月と比べて', '1/10(日)から2/10(水)への変化'],
] as const;

for (const towns of [25, 77]) {
  const { store, close } = openEmbedded(':memory:');
  await fill(store, towns);
  console.log(`${towns}団体・${WEEKS}週（SQLite、会話1回の始めから終わりまで、ms）`);
  console.log(['', 'p50', 'p95'].join('\t'));
  for (const [words, title] of ASKED) {
    await measured(store, words, title, TURNS);
    await measured(store, `${words} Excelで`, '（Excel）', TURNS / 4);
  }
  await measured(store, '検索 窓口', '検索', TURNS);
  await close();
}

async function measured(store: Store, words: string, title: string, turns: number): Promise<void> {
  const log = pino({ level: 'silent' });
  const bot = { store, commands, admission, jobs, now: () => NOW, log, metrics: createMetrics() };
  const times: number[] = [];
  for (let turn = -WARM; turn < turns; turn++) {
    const began = performance.now();
    const answer = await dispatch(bot, inTeams(EMAIL, words, `${words}-${turn}`));
    if (turn >= 0) times.push(performance.now() - began);
    if (!answer?.card.title.includes(title)) throw new Error(`「${words}」: ${answer?.card.title}`);
  }
  const at = (share: number) => times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? Number.NaN;
  console.log([words, at(0.5).toFixed(1), at(0.95).toFixed(1)].join('\t'));
  if (at(0.95) > LIMIT_MS) process.exitCode = 1;
}

async function fill(into: Store, towns: number): Promise<void> {
  const programme: Programme = {
    ...{ name: '計測', prefecture: '長野県', fiscalYear: 2026, start: '2026-04-01', end: '2027-03-31', closures: [] },
    checkIn: { weekday: 1, time: '09:00' },
    nudge: { weekday: 3, time: '09:00' },
    digest: { weekday: 5, time: '16:00' },
  };
  await into.programmes.put(programme, 'absent');
  const officer = { id: 'member-officer', name: '県', role: 'prefecture' as const, office: '県', email: EMAIL };
  await into.members.put({ ...officer, municipalities: [], chat: 'teams', lead: false, active: true }, 'absent');
  await meetInTeams(into, EMAIL, officer.id, NOW);
  await fillMunicipalities(into, towns);
  await fillProgress(into, towns, { fiscalYear: 2026, week: weekOfDay(TODAY), weeks: WEEKS });
  for (let town = 0; town < towns; town++)
    for (let at = 0; at < REQUESTS; at++) {
      const asked = from(`2026-${String(5 + at).padStart(2, '0')}-12`, `${helpRequests.name}-${town}-${at}`);
      const solved = { ...from('2026-11-20', `solved-${town}-${at}`), did: 'solved' as const };
      const request = { ...asked, id: `help-${town}-${at}`, municipality: codeOf(town), text: '相談' };
      await into.helpRequests.put({ ...request, ...(at % 2 === 0 ? { steps: [solved] } : {}) }, 'absent');
    }
}

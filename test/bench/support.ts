import { performance } from 'node:perf_hooks';
import { pino } from 'pino';
import type { Incoming } from '../../bot/channels/channel.ts';
import { dispatch } from '../../bot/dispatch.ts';
import { admission } from '../../bot/features/admission.ts';
import { commands } from '../../bot/features/index.ts';
import { jobs } from '../../bot/features/jobs.ts';
import { createMetrics } from '../../bot/observe/metrics.ts';
import { ask } from '../../programme/asks.ts';
import { addDays, instantOf } from '../../programme/day.ts';
import type { Member } from '../../programme/member.ts';
import type { Programme } from '../../programme/programme.ts';
import { currentVisit, VISITS, withVisitVersion } from '../../programme/visits/visit-record.ts';
import { addWeeks, weekOfDay } from '../../programme/week.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { codeOf, fillMunicipalities, fillProgress, from } from './filled-store.ts';
import { fillSupport } from './filled-support.ts';
import { inTeams, meetInTeams } from './in-teams.ts';

/**
 * `npx tsx test/bench/support.ts`: what a turn of 派遣状況 takes over a year of weekly visits, and whether 状況 and the
 * digest get slower by those visits: two stores in one process, one of them without any, asked in turns.
 */
const [TOWNS, WEEKS, TURNS, WARM] = [77, 52, 150, 30];
const LIMIT_MS = 50;
const TODAY = '2027-03-24';
const NOW = instantOf(TODAY, '10:00');
const FIRST = addWeeks(weekOfDay(TODAY), -WEEKS + 1);
const EMAIL = 'dx@pref.example.jp';
const PROGRAMME: Programme = {
  ...{ name: '計測', prefecture: '長野県', fiscalYear: 2026, start: '2026-04-01', end: '2027-03-31', closures: [] },
  checkIn: { weekday: 1, time: '09:00' },
  nudge: { weekday: 3, time: '09:00' },
  digest: { weekday: 5, time: '16:00' },
};
const EXPERT: Member = {
  ...{
    id: `member-expert-2-${codeOf(0)}`,
    name: '人材',
    role: 'expert',
    office: '事務局',
    municipalities: [codeOf(0)],
  },
  ...{ email: 'expert@expert.example.jp', chat: 'teams', lead: false, active: true },
};
const OFFICER: Member = {
  ...{ id: 'member-pref', name: '県', role: 'prefecture', office: '県', municipalities: [], email: EMAIL },
  ...{ chat: 'teams', lead: true, active: true },
};

/** Milliseconds: by the clock, and of the processor. */
type Took = { readonly wall: number; readonly cpu: number };
const NONE: Took = { wall: Number.NaN, cpu: Number.NaN };

const [withVisits, without] = [await open(true), await open(false)];
const first = await withVisits.timed('派遣状況');
console.log(
  `${TOWNS}団体 × ${WEEKS}週の訪問記録（SQLite、会話1回の始めから終わりまで、ms。初回 ${first.wall.toFixed(0)}）`,
);
console.log(['', 'p50', 'p95', 'CPUの平均'].join('\t'));
for (const words of ['派遣状況', '派遣状況 11月', `派遣状況 ${withVisits.town}`, '事業KPI'])
  show(words, await repeated(() => withVisits.timed(words)));
const afterEdits = await repeated(async (turn) => {
  await withVisits.edit(turn);
  return withVisits.timed('派遣状況');
});
show('派遣状況（1件直した直後）', afterEdits);
console.log('訪問の記録があるとき ÷ ないとき（同じ実行の中で交互に、10分位）');
for (const words of [`状況 ${withVisits.town}`, 'ダイジェスト']) {
  const [own, other]: [Took[], Took[]] = [[], []];
  for (let turn = -WARM; turn < TURNS; turn++) {
    const pair = [withVisits, without] as const;
    const [a, b] = turn % 2 === 0 ? pair : pair.toReversed();
    const [x, y] = [(await a?.timed(words)) ?? NONE, (await b?.timed(words)) ?? NONE];
    if (turn < 0) continue;
    own.push(turn % 2 === 0 ? x : y);
    other.push(turn % 2 === 0 ? y : x);
  }
  console.log([words, (at(own, 0.1) / at(other, 0.1)).toFixed(3)].join('\t'));
}
console.log('訪問記録1回 ÷ 報告1回（同じ実行の中で交互に、10分位。予定のない訪問、記録は毎回新しい）');
for (const [what, house] of [
  ['記録のない事業', without],
  ['77団体 × 52週', withVisits],
] as const) {
  const [records, reports]: [Took[], Took[]] = [[], []];
  for (let turn = 0; turn < TURNS; turn++) {
    const [record, report] = [await house.record(turn), await house.report(turn)];
    if (turn < WARM) continue;
    records.push(record);
    reports.push(report);
  }
  console.log([what, (at(records, 0.1) / at(reports, 0.1)).toFixed(3)].join('\t'));
}
await Promise.all([withVisits.close(), without.close()]);

/** Reads as a fault where the aim is missed: of the whole turn, nine times out of ten and more. */
function show(what: string, times: readonly Took[]): void {
  const cpu = times.reduce((sum, each) => sum + each.cpu, 0) / times.length;
  console.log([what, ...[at(times, 0.5), at(times, 0.95), cpu].map((ms) => ms.toFixed(1))].join('\t'));
  if (at(times, 0.95) > LIMIT_MS) process.exitCode = 1;
}

async function repeated(once: (turn: number) => Promise<Took>): Promise<Took[]> {
  const times: Took[] = [];
  for (let turn = 0; turn < TURNS + WARM; turn++) {
    const took = await once(turn);
    if (turn >= WARM) times.push(took);
  }
  return times;
}

function at(times: readonly Took[], share: number): number {
  const sorted = times.map(({ wall }) => wall).toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** A store with a year of reports, with or without the visits, and the bot on it. */
async function open(hasVisits: boolean) {
  const { store, close } = openEmbedded(':memory:');
  await store.programmes.put(PROGRAMME, 'absent');
  for (const member of [OFFICER, EXPERT]) {
    const { id, email: person = '' } = member;
    await store.members.put(member, 'absent');
    await meetInTeams(store, person, id, NOW);
  }
  await fillMunicipalities(store, TOWNS);
  await fillProgress(store, TOWNS, { fiscalYear: 2026, week: weekOfDay(TODAY), weeks: WEEKS });
  const codes = Array.from({ length: TOWNS }, (_, index) => codeOf(index));
  if (hasVisits) for (const code of codes) await fillSupport(store, code, { first: FIRST, weeks: WEEKS });
  const log = pino({ level: 'silent' });
  const bot = { store, commands, admission, jobs, now: () => NOW, log, metrics: createMetrics() };
  let count = 0;
  const code = codes[0] ?? '';
  const turnOf = async (did: Incoming['did'], { email = '' }: Member, expected: RegExp): Promise<Took> => {
    const incoming = inTeams(email, did, `turn-${count++}`);
    const [began, before] = [performance.now(), process.cpuUsage()];
    const answer = await dispatch(bot, incoming);
    const [wall, { user, system }] = [performance.now() - began, process.cpuUsage(before)];
    const title = answer?.card.title ?? '';
    if (!expected.test(title)) throw new Error(`answered with ${title}`);
    return { wall, cpu: (user + system) / 1000 };
  };
  return {
    ...{ town: `町${codes[0]}`, close },
    timed: (words: string) => turnOf({ kind: 'said', text: words }, OFFICER, /派遣状況|事業KPI|の状況|ダイジェスト/),
    record(turn: number): Promise<Took> {
      const day = addDays(TODAY, -1 - (turn % 300));
      const when = { unplanned: 'yes', day, start: '08:30', end: '09:30', mode: 'in-person' } as const;
      const what = { items: ['S1-2', 'S1-3'], text: `全体方針の骨子を一緒に見直した（${turn}）` };
      return turnOf(
        { kind: 'pressed', ask: ask('record-visit', { municipality: code, ...when, ...what }) },
        EXPERT,
        /./,
      );
    },
    report(turn: number): Promise<Took> {
      const given = {
        municipality: code,
        item: 'S1-4',
        stage: 'decided',
        note: `骨子を庁議にかけた（${turn}）`,
      } as const;
      return turnOf({ kind: 'pressed', ask: ask('report-item', given) }, EXPERT, /受け付けました/);
    },
    /** One record gets another version, and is read anew. */
    async edit(turn: number): Promise<void> {
      const code = codes[turn % codes.length] ?? '';
      const [found] = await store.visitRecords.list(`m-${code}`, VISITS);
      const content = found && currentVisit(found.value)?.content;
      if (!found || !content) throw new Error('no visit to edit');
      const text = `${content.text.slice(0, 40)}${turn}`;
      const said = { content: { ...content, text } };
      const next = withVisitVersion(found.value, found.value, said, from(TODAY, `edit-${turn}`));
      await store.visitRecords.put(next, found.etag);
    },
  };
}

import { performance } from 'node:perf_hooks';
import { pino } from 'pino';
import { dispatch } from '../../bot/dispatch.ts';
import { admission } from '../../bot/features/admission.ts';
import { commands } from '../../bot/features/index.ts';
import { jobs } from '../../bot/features/jobs.ts';
import { createMetrics } from '../../bot/observe/metrics.ts';
import { caseId, materialOfCase, withCaseVersion } from '../../programme/cases/case.ts';
import { caseContent } from '../../programme/cases/case-content.ts';
import { catalogue } from '../../programme/catalogue.ts';
import { consentId } from '../../programme/consent/consent.ts';
import { approvalId, withHandedIn } from '../../programme/consent/material-approval.ts';
import { instantOf } from '../../programme/day.ts';
import { withDecision } from '../../programme/filing.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Store } from '../../storage/collections.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { materialVersionOf } from '../../storage/ids.ts';
import { codeOf, fillMunicipalities, from } from './filled-store.ts';
import { inTeams, meetInTeams } from './in-teams.ts';

/**
 * `npx tsx test/bench/cases.ts`: what a whole turn takes in which an observer looks for cases among 200 of 77
 * municipalities, each with the 承諾 of its municipality and of the prefecture.
 */
const [TOWNS, CASES, TURNS, WARM] = [77, 200, 150, 30];
const LIMIT_MS = 50;
const TODAY = '2027-03-24';
const NOW = instantOf(TODAY, '10:00');
const EMAIL = 'observer@city.example.jp';
const PROGRAMME: Programme = {
  ...{ name: '計測', prefecture: '長野県', fiscalYear: 2026, start: '2026-04-01', end: '2027-03-31', closures: [] },
  checkIn: { weekday: 1, time: '09:00' },
  nudge: { weekday: 3, time: '09:00' },
  digest: { weekday: 5, time: '16:00' },
};

const { store, close } = openEmbedded(':memory:');
await fill(store);
const bot = {
  store,
  commands,
  admission,
  jobs,
  now: () => NOW,
  log: pino({ level: 'silent' }),
  metrics: createMetrics(),
};
console.log(`${TOWNS}団体・事例${CASES}件（SQLite、会話1回の始めから終わりまで、ms）`);
console.log(['', 'p50', 'p95'].join('\t'));
for (const words of ['事例', '事例 窓口', '事例 フロントヤード', '窓口の事例ありますか']) {
  const times: number[] = [];
  for (let turn = -WARM; turn < TURNS; turn++) {
    const began = performance.now();
    const answer = await dispatch(bot, inTeams(EMAIL, words, `${words}-${turn}`));
    if (turn >= 0) times.push(performance.now() - began);
    if (answer?.card.title !== '事例') throw new Error(`answered with ${answer?.card.title}`);
  }
  const at = (share: number) => times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? Number.NaN;
  console.log([words, at(0.5).toFixed(1), at(0.95).toFixed(1)].join('\t'));
  if (at(0.95) > LIMIT_MS) process.exitCode = 1;
}
await close();

async function fill(into: Store): Promise<void> {
  await into.programmes.put(PROGRAMME, 'absent');
  const observer = { id: 'member-observer', name: '閲覧', role: 'observer' as const, office: '市', email: EMAIL };
  await into.members.put({ ...observer, municipalities: [], chat: 'teams', lead: false, active: true }, 'absent');
  await meetInTeams(into, EMAIL, observer.id, NOW);
  await fillMunicipalities(into, TOWNS);
  for (let at = 0; at < CASES; at++) await fillCase(into, at);
}

/** Each says something else in about 800 signs, as cases do. */
async function fillCase(into: Store, at: number): Promise<void> {
  const municipality = codeOf(at % TOWNS);
  const item = catalogue.items[(at * 7) % catalogue.items.length]?.id ?? '';
  const said = (what: string) => `${what}${at}。窓口の手続をまとめ、職員と話しながら進めた。`.repeat(6);
  const texts = {
    ...{
      title: `取組${at}`,
      background: said('背景'),
      approach: said('工夫'),
      effect: said('効果'),
      contact: '総務課',
    },
  };
  const one = withCaseVersion(undefined, { municipality, item }, { texts }, from(TODAY, `case-${at}`));
  const content = caseContent(one, { name: `町${municipality}` });
  const [version, id] = [materialVersionOf(content), materialOfCase(caseId(municipality, item))];
  const written = { ...from('2027-03-01', `material-${at}`), version, content };
  await into.materials.put({ id, sort: 'case', municipality, of: one.id, versions: [written] }, 'absent');
  const of = { municipality, material: id, version, scope: 'all' } as const;
  const asked = { ...from('2027-03-02', `asked-${at}`), due: '2027-03-16' };
  const answered = { ...from('2027-03-03', `yes-${at}`), asking: 1, verdict: 'approve' as const };
  await into.consents.put({ ...of, id: consentId(of), askings: [asked], answers: [answered] }, 'absent');
  const handed = withHandedIn(undefined, of, from('2027-03-02', `handed-${at}`));
  const decided = withDecision(handed, { version: 1, verdict: 'approve' }, from('2027-03-03', `decided-${at}`));
  await into.materialApprovals.put({ ...decided, id: approvalId(id) }, 'absent');
}

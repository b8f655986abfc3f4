import { caseId } from '../../../programme/cases/case.ts';
import { addDays } from '../../../programme/day.ts';
import type { FundingRecord } from '../../../programme/funding/funding-record.ts';
import { FundingState } from '../../../programme/funding/funding-record.ts';
import { type Initiative, InitiativeSpan } from '../../../programme/initiatives/initiative.ts';
import {
  PlanSection,
  type PlanTexts,
  type SimplePlanContent,
  simplePlanId,
} from '../../../programme/initiatives/simple-plan.ts';
import type { Meeting } from '../../../programme/meetings/meeting.ts';
import { TrainingLevel } from '../../../programme/talent/training.ts';
import type { Store } from '../../../storage/collections.ts';
import { type Dice, END, FISCAL_YEAR, START, someone } from './dice.ts';

const WHOLE = Object.fromEntries(PlanSection.options.map((section) => [section, '決めた'])) as PlanTexts;
const GONE = { removed: someone('2027-03-01', 'removed') };

/** What is written beside the reports: meetings, 承諾, 工程表, 財源, 人材 and 簡易計画. */
export async function randomPapers(store: Store, towns: readonly string[], dice: Dice): Promise<void> {
  for (let at = 0; at < 3 + dice.upTo(9); at++) await randomMeeting(store, at, { towns, dice });
  for (const code of towns) {
    for (let at = 0; at < dice.upTo(4); at++) await randomInitiative(store, `${code}-${at}`, { code, dice });
    for (let at = 0; at < dice.upTo(3); at++) await randomConsent(store, `S${at}-1`, { code, dice });
    if (dice.chance(0.7)) await randomMoney(store, { code, dice });
    if (dice.chance(0.7)) await randomPlan(store, { code, dice });
  }
}

type Of = { readonly code: string; readonly dice: Dice };

async function randomMeeting(
  store: Store,
  at: number,
  { towns, dice }: { readonly towns: readonly string[]; readonly dice: Dice },
): Promise<void> {
  const id = `meeting-random-${at}`;
  const meeting: Meeting = {
    ...{ id, title: `第${at + 1}回 会議`, start: '14:00', end: '15:30', place: '県庁' },
    kind: dice.one(['progress', 'working', 'training', 'other'] as const),
    day: dice.one([dice.day('2026-08-01', 240), END, START]),
    audience: dice.chance(0.3) ? [dice.one(towns), 'secretariat'] : ['prefecture', 'secretariat'],
    ...(dice.chance(0.15) ? { status: 'cancelled' as const } : {}),
  };
  await store.meetings.put(meeting, 'absent');
  if (dice.chance(0.3)) return;
  const versions = Array.from({ length: 1 + dice.upTo(2) }, (_, number) => ({
    ...someone(meeting.day, `${id}-${number}`),
    number: number + 1,
    decisions: Array.from({ length: dice.upTo(4) }, (_, line) => (dice.chance(0.2) ? '・' : `・決定${line}`)).join(
      '\n',
    ),
    ...(dice.chance(0.2) ? { undone: someone('2027-03-01', 'undone') } : {}),
  }));
  await store.minutes.put({ meeting: id, versions }, 'absent');
}

async function randomInitiative(store: Store, key: string, { code, dice }: Of): Promise<void> {
  const versions: Initiative['versions'] = Array.from({ length: 1 + dice.upTo(2) }, (_, at) => ({
    ...someone('2026-12-01', `${key}-${at}`),
    number: at + 1,
    content: {
      ...{ name: `取組${key}`, item: 'S3-1', problem: '', plan: '', goal: '', kpis: [], department: '総務課' },
      ...{ others: '', sorted: 'later' as const, people: '', request: '', premises: '', shared: '' },
      ...{ priority: 'high' as const, decidedAt: '' },
      spans: InitiativeSpan.options.filter(() => dice.chance(0.4)),
      fundings: ['FN-05', 'FN-06', 'FN-07'].filter(() => dice.chance(0.4)),
      ...(dice.chance(0.7) ? { initialCost: dice.upTo(9_000) } : {}),
      ...(dice.chance(0.7) ? { runningCost: dice.upTo(900) } : {}),
      ...(dice.chance(0.5) ? { decidedOn: '2027-02-10' } : {}),
    },
  }));
  const year = FISCAL_YEAR + (dice.chance(0.85) ? 1 : 0);
  const initiative: Initiative = { id: `initiative-${year}-${key}`, municipality: code, year, versions };
  await store.initiatives.put({ ...initiative, ...(dice.chance(0.2) ? GONE : {}) }, 'absent');
}

async function randomConsent(store: Store, item: string, { code, dice }: Of): Promise<void> {
  const isCase = dice.chance(0.7);
  const of = caseId(code, item);
  const material = `material-${of}`;
  const content = { title: '事例', sections: [{ label: '背景', text: '紙が多い' }] };
  await store.materials.put(
    {
      ...{ id: material, sort: isCase ? ('case' as const) : ('part' as const), municipality: code, of },
      versions: [{ ...someone('2026-10-01', material), version: 'v-1', content }],
    },
    'absent',
  );
  const askings = Array.from({ length: 1 + dice.upTo(1) }, (_, at) => ({
    ...someone('2026-10-02', `${material}-${at}`),
    due: dice.one(['2026-10-20', addDays(END, 3)]),
  }));
  const follows = (ask: string) => ({
    ...someone('2026-10-05', `${material}-${ask}`),
    asking: 1 + dice.upTo(askings.length - 1),
  });
  const verdict = dice.one(['approve', 'approve', 'conditional', 'refuse'] as const);
  await store.consents.put(
    {
      ...{ id: `consent-${code}-${of}`, municipality: code, material, version: 'v-1', scope: 'supported' as const },
      askings,
      ...(dice.chance(0.7) ? { answers: [{ ...follows('answer'), verdict, document: '総第1号' }] } : {}),
      ...(dice.chance(0.15) ? { withdrawals: [follows('back')] } : {}),
      ...(dice.chance(0.3) ? { until: dice.one(['2027-01-31', '2027-09-30']) } : {}),
    },
    'absent',
  );
}

async function randomMoney(store: Store, { code, dice }: Of): Promise<void> {
  const of = { municipality: code, fiscalYear: FISCAL_YEAR };
  const states = () => Array.from({ length: 1 + dice.upTo(2) }, () => dice.one(FundingState.options));
  const record: FundingRecord = {
    ...of,
    uses: ['FN-05', 'FN-06'].slice(0, dice.upTo(2)).map((funding) => ({
      ...{ initiative: `initiative-${code}`, funding },
      versions: states().map((state, at) => ({ ...someone('2027-01-10', `${code}-${funding}-${at}`), state })),
    })),
    talks: Array.from({ length: dice.upTo(3) }, (_, at) => ({
      ...someone('2027-01-12', `${code}-talk-${at}`),
      ...{ day: '2027-01-12', division: '市町村課', result: '継続' },
    })),
    answers: [],
  };
  await store.fundingRecords.put(record, 'absent');
  for (let at = 0; at < dice.upTo(4); at++) {
    const base = { level: dice.one(TrainingLevel.options), target: '研修', planned: 1 + dice.upTo(40), when: '1月' };
    const versions = Array.from({ length: 1 + dice.upTo(1) }, (_, number) => ({
      ...someone('2026-12-01', `${code}-${at}-${number}`),
      content: { ...base, ...(dice.chance(0.5) ? { done: dice.upTo(40), doneOn: '2027-01-20' } : {}) },
    }));
    const gone = dice.chance(0.2) ? GONE : {};
    await store.trainings.put({ id: `training-${FISCAL_YEAR}-${code}-${at}`, ...of, versions, ...gone }, 'absent');
  }
}

async function randomPlan(store: Store, { code, dice }: Of): Promise<void> {
  const texts = Object.fromEntries(
    ['current', 'vision', 'policies', 'structure'].flatMap((section) =>
      dice.chance(0.7) ? [[section, '書いた']] : [],
    ),
  );
  const content: SimplePlanContent = {
    ...{ size: dice.one(['small', 'town', 'city'] as const), texts },
    ...(dice.chance(0.3) ? { circulatedOn: '2027-02-01' } : {}),
    ...(dice.chance(0.3) ? { decided: { on: '2027-02-20', at: '庁議', texts: WHOLE } } : {}),
  };
  await store.simplePlans.put(
    {
      ...{ id: simplePlanId(code), municipality: code, year: FISCAL_YEAR + 1 },
      versions: [{ ...someone('2027-02-01', `plan-${code}`), number: 1, content }],
    },
    'absent',
  );
}

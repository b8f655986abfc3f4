import type { Acquaintance } from '../programme/acquaintance.ts';
import { ask } from '../programme/asks.ts';
import { catalogue } from '../programme/catalogue.ts';
import { digestOf, digestPeriod } from '../programme/digest/digest.ts';
import { isOverdue, nextItem, stepStandings } from '../programme/progress/step-standing.ts';
import { weeklyItems, weeklyKpis } from '../programme/progress/weekly.ts';
import { Refusal } from '../programme/refusal.ts';
import { addWeeks } from '../programme/week.ts';
import type { Card } from './card.ts';
import { checkInCard } from './check-in/check-in.ts';
import { nudgeCard, restNudgeCard } from './check-in/nudge.ts';
import { chooseMunicipality } from './choose-municipality.ts';
import { digestCard, municipalityDigestCard } from './digest/digest.ts';
import * as example from './example.ts';
import { groupCard, type HelpFor, helpCard, topicCard } from './guide/help.ts';
import { helpRequestCard } from './help/help-request.ts';
import { waitingHelpsCard } from './help/waiting-helps.ts';
import { interviewSamples } from './interview-samples.ts';
import { actionExamples, meetingSamples } from './meetings/samples.ts';
import { notText } from './not-text.ts';
import { accountsCard, claimCard, claimWaits } from './people/accounts.ts';
import { registered } from './people/registered.ts';
import { roomBound } from './people/room-bound.ts';
import { stranger, whoYouAre } from './people/who.ts';
import { correctItemCard, correctKpiCard } from './progress/correct.ts';
import { correctionsCard } from './progress/corrections.ts';
import { historiesCard } from './progress/histories.ts';
import { itemHistoryCard, kpiHistoryCard } from './progress/history.ts';
import { itemCard } from './progress/item.ts';
import { kpisCard } from './progress/kpi.ts';
import { kpiReportCard } from './progress/kpi-report.ts';
import { remainingButtons, remainingNotes } from './progress/remaining.ts';
import { statusCard, stepCard } from './progress/status.ts';
import { questionFor } from './question.ts';
import { readingSamples } from './reading-samples.ts';
import { nothingNew, receiptCard, undoFurtherCard, undoneCard } from './receipt.ts';
import { refused, stumbled } from './refused.ts';
import { reminderSamples } from './reminder-samples.ts';
import { vocabulary } from './vocabulary.ts';
import { welcome, welcomeToRoom } from './welcome.ts';

const { town, records, today, week, programme } = example;
const steps = stepStandings(records);
const status = {
  municipality: town,
  fiscalYear: programme.fiscalYear,
  today,
  steps,
  next: nextItem(steps),
  overdue: catalogue.items.filter(({ id }) => isOverdue(records.items.get(id), today)),
  reportedThisWeek: false,
  mayReport: true,
};
const checkIn = { municipality: town, week, kpis: weeklyKpis(records), items: weeklyItems(records) };
const rest = { municipality: town, week, open: weeklyKpis(records).slice(1, 3) };
const digest = digestOf(programme, week, digestPeriod(programme, week, example.now), example.region);
const digestView = { records: example.region, meetings: [], page: 1, mayDrillDown: true };
const [, record] = example.withRecord('S1-3');
const reported = addWeeks(week, -1);
const itemToCorrect = { item: example.item, record };
const itemView = { municipality: town, item: example.item, record, fiscalYear: 2024, today, mayReport: true };
const [kpi, kpiRecord] = example.kpiPairs[0] as (typeof example.kpiPairs)[number];
const topics = [
  {
    says: '週次報告',
    help: '今週のKPI・項目の段階・困りごとを1枚で報告します。',
    example: '週次報告',
    ask: ask('check-in'),
  },
  {
    says: '状況',
    help: '4つのステップの進み具合と、次にすることを表示します。',
    example: '状況 ステップ1',
    ask: ask('show-status'),
  },
];
const wordsOf: readonly (readonly [string, string])[] = [
  ['報告する', '週次報告、変更なし、報告、KPI報告、訂正、取消、相談'],
  ['確かめる', '状況、項目、KPI、履歴'],
  ['会議のこと', '会議、出席、欠席、議題、宿題、予定表'],
  ['自分のこと', '設定、休み、復帰、なぜ、自分'],
];
const topicGroups = wordsOf.map(([title, words]) => ({
  title,
  topics: words.split('、').map((says) => ({ says, help: '', example: says, ask: ask('help') })),
}));
const helpForOfficer: HelpFor = {
  standing: { done: false, sentence: '今週まだ報告していません。' },
  buttons: [{ label: '今週の報告をする', ask: ask('check-in'), look: 'primary' }],
  sentences: ['状況', '全体方針の決定 検討中', 'K0-03 96/124'],
};
const line = { what: 'S1-3 全体方針の決定', before: '検討中・準備中（25%）', after: '実施中・試行（50%）' };
const next = [{ label: '状況を見る', ask: ask('show-status') }];
const nameOf = () => example.officer.name;

const account: Acquaintance = {
  id: '0'.repeat(32),
  channel: 'teams',
  person: 'a',
  member: example.officer.id,
  metAt: '2024-10-01T01:00:00.000Z',
  proved: { by: 'email', at: '2024-10-01T01:00:00.000Z' },
};
const newAccount = {
  id: '1'.repeat(32),
  channel: 'teams',
  person: 'b',
  metAt: '2024-11-06T01:05:00.000Z',
  claim: { member: example.officer.id, at: '2024-11-06T01:05:00.000Z', granted: false },
} as const satisfies Acquaintance;

/** One filled example of each card, for the tests of every channel and for the pictures. */
export const samples: Readonly<Record<string, () => Card>> = {
  welcome: () => welcome(example.officer),
  'welcome-room': () => welcomeToRoom(),
  'welcome-stranger': () => welcome(undefined),
  help: () => helpCard([{ title: '報告する', topics }]),
  'help-groups': () => helpCard(topicGroups, helpForOfficer),
  'help-group': () => groupCard({ title: '報告する', topics }),
  'help-unknown': () => helpCard(topicGroups, { said: 'ほげほげ' }),
  'help-topic': () =>
    topicCard({ says: '報告', help: '項目の段階を報告します。', example: '報告 S1-3 実施中', ask: ask('report-item') }),
  who: () => whoYouAre(example.officer, [town.name]),
  'who-expert': () =>
    whoYouAre({ ...example.officer, name: '佐藤 次郎', role: 'expert', office: '伴走支援センター' }, [
      town.name,
      '川上村',
    ]),
  stranger: () => stranger(),
  registered: () => registered(example.officer),
  status: () => statusCard(status),
  step: () =>
    stepCard(
      status,
      steps[1] as (typeof steps)[number],
      ['S1-1', 'S1-2', 'S1-3', 'S1-4', 'S1-5'].map(example.withRecord),
    ),
  item: () => itemCard(itemView),
  kpis: () =>
    kpisCard({
      municipality: town,
      kpis: example.kpiPairs,
      week,
      today,
      start: programme.start,
      mayReport: true,
      page: 1,
    }),
  'kpi-report': () => kpiReportCard({ municipality: town, kpi, record: kpiRecord, week, given: {} }),
  'check-in': () => checkInCard(checkIn),
  'check-in-actions': () => checkInCard({ ...checkIn, actions: actionExamples.map((one) => [one, undefined]), today }),
  'check-in-again': () => checkInCard({ ...checkIn, kpis: checkIn.kpis.slice(0, 1), items: [], again: mistake }),
  receipt: () =>
    receiptCard({
      municipality: town,
      title: '報告を受け付けました',
      lines: [line],
      report: 'x',
      correct: { item: 'S1-3' },
      next,
    }),
  'receipt-partly': () =>
    receiptCard({
      municipality: town,
      title: '11/4(月)の週の実績を受け付けました',
      lines: [{ what: 'K0-03 DX基礎研修受講率', before: '50%（62/124）', after: '77.4%（96/124）' }],
      report: 'x',
      correct: { kpi: 'K0-03', week },
      notes: remainingNotes(rest),
      next: remainingButtons(rest),
    }),
  nudge: () => nudgeCard(checkInCard(checkIn)),
  'nudge-rest': () => restNudgeCard(checkInCard({ ...rest, kpis: rest.open, items: [], rest: true }), rest.open.length),
  'nothing-new': () => nothingNew(town, 'S1-3 は「実施中・試行（50%）」で報告済みです。', next),
  'undo-further': () =>
    undoFurtherCard(town, [{ ...line, before: line.after, after: line.before }], { report: 'x', at: example.now }),
  undone: () => undoneCard(town, [{ ...line, before: line.after, after: line.before }], next),
  corrections: () => correctionsCard(town, records, () => true),
  'correct-kpi': () =>
    correctKpiCard({ municipality: town, kpi, record: kpiRecord, week: reported, given: {}, errors: new Map() }),
  'correct-kpi-again': () =>
    correctKpiCard({
      municipality: town,
      kpi,
      record: kpiRecord,
      week: reported,
      given: { numerator: '140', denominator: '124', reason: '数え直し' },
      errors: new Map([['numerator', '修了者数は、対象職員数の 124 以下で入力してください。']]),
    }),
  'correct-item': () => correctItemCard({ municipality: town, ...itemToCorrect, given: {}, errors: new Map() }),
  histories: () => historiesCard(town, records, 1),
  'item-history': () => itemHistoryCard({ municipality: town, item: example.item, record, nameOf }),
  'kpi-history': () => kpiHistoryCard({ municipality: town, kpi, record: kpiRecord, week, nameOf, mayReport: true }),
  digest: () => digestCard(digest, digestView),
  'digest-municipality': () =>
    municipalityDigestCard(digest, digest.municipalities[0] as (typeof digest.municipalities)[number]),
  'choose-municipality': () =>
    chooseMunicipality(
      ask('show-status'),
      '状況',
      example.region.map(({ municipality }) => municipality),
    ),
  'choose-municipality-many': () =>
    chooseMunicipality(
      ask('show-status'),
      '状況',
      Array.from({ length: 1741 }, (_, at) => ({ ...town, code: String(100_000 + at), name: `第${at}町` })),
      '町',
    ),
  question: () =>
    questionFor({ name: 'ask-help', says: ['相談'] }, {}, [
      { type: 'text', name: 'text', label: '困っていること', required: true, maxLength: 1000, lines: 'many' },
    ]),
  'help-request': () =>
    helpRequestCard(
      town,
      { ...example.from('help', 1), id: 'help-1', municipality: town.code, text: '例規の改正の進め方を相談したい' },
      example.officer,
    ),
  'waiting-helps': () =>
    waitingHelpsCard({
      all: 1,
      page: 1,
      pages: 1,
      helps: [
        {
          municipality: town,
          request: {
            ...example.from('help', 9),
            id: 'help-2',
            municipality: town.code,
            text: '要綱の書き方を知りたい',
          },
        },
      ],
    }),
  accounts: () =>
    accountsCard({ people: [{ who: example.officer, accounts: [newAccount, account] }], here: '', reader: '' }),
  'accounts-own': () =>
    accountsCard({
      people: [{ who: example.officer, accounts: [account] }],
      here: account.id,
      reader: example.officer.id,
    }),
  'account-claim': () => claimCard(newAccount, example.officer, { id: 'member-office' }),
  'account-claim-own': () => claimCard(newAccount, example.officer, example.officer),
  'account-told': () =>
    claimCard({ ...newAccount, claim: { ...newAccount.claim, granted: true } }, example.officer, {
      id: 'member-office',
    }),
  'account-waits': () => claimWaits(),
  'room-bound': () => roomBound('prefecture', undefined),
  refused: () =>
    refused(Refusal.because('changed-meanwhile', { at: example.now }), ask('report-item', { item: 'S1-3' })),
  stumbled: () => stumbled('3f2a91bc'),
  'not-text': () => notText(),
  ...interviewSamples,
  ...readingSamples,
  ...meetingSamples,
  ...reminderSamples,
  ...vocabulary,
};

const mistake = {
  answers: { 'K0-03': { numerator: '140', denominator: '124' } },
  errors: new Map([['K0-03', '修了者数は、対象職員数の 124 以下で入力してください。']]),
  text: undefined,
  recorded: ['K1-03 業務棚卸し完了課の割合'],
};

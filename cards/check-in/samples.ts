import { ask } from '../../programme/asks.ts';
import { addDays } from '../../programme/day.ts';
import { weeklyItems, weeklyKpis } from '../../programme/progress/weekly.ts';
import type { Samples } from '../card.ts';
import { doubtful } from '../delivery-example.ts';
import * as example from '../example.ts';
import { actionExamples } from '../meetings/samples.ts';
import { answerSamples } from './answer-samples.ts';
import { checkInCard } from './check-in.ts';
import { deadlinesCard } from './deadlines.ts';
import { nudgeCard, restNudgeCard } from './nudge.ts';
import { confirmPlacesCard, placesReceipt, placesUndoneCard } from './places.ts';
import { chasedNotes, type Unreported, unreportedCard, whichToChaseCard } from './unreported.ts';

const { at, colleague, officer, region, records, today, town, week } = example;
const checkIn = { municipality: town, week, kpis: weeklyKpis(records), items: weeklyItems(records) };
const rest = { municipality: town, week, open: weeklyKpis(records).slice(1, 3) };

const open: readonly Unreported[] = region.map(({ municipality }, index) => ({
  municipality,
  silentWeeks: [5, 3, 1, 1, 0][index] ?? 0,
  isSilent: index < 4,
  lacking: [5, 5, 5, 5, 2][index] ?? 0,
  chase: [
    { so: 'due', who: officer, delivery: doubtful } as const,
    { so: 'on-leave' } as const,
    { so: 'due', who: colleague, delivery: doubtful } as const,
    { so: 'chased', at: at(today, '09:30'), isSent: true } as const,
    { so: 'due', who: colleague, delivery: doubtful } as const,
  ][index] ?? { so: 'nobody' },
}));
const unreported = {
  week,
  asked: 24,
  notAsked: 1,
  shown: open,
  silent: 10,
  partly: 2,
  page: 1,
  pages: 2,
  mayChase: true,
  anyDue: true,
  mayName: true,
};

const told = ['S1-3', 'S1-2', 'K0-03', 'S2-1'].map((what, n) => ({
  by: 'member-expert',
  what,
  said: what === 'K0-03' ? '62.5%（125/200）' : '決定・導入済',
  on: addDays(today, -n),
}));
const places = [town, region[1]?.municipality ?? town].map((municipality, n) => ({
  municipality,
  lines: [
    {
      what: 'S1-3 全体方針の決定',
      before: '検討中（25%）',
      after: n === 0 ? '決定・導入済（80%）' : '実施中・試行（50%）',
      why: [],
    },
  ],
}));

/** The cards of the weekly check-in, filled in. */
export const checkInSamples: Samples = {
  ...answerSamples,
  'check-in': () => checkInCard(checkIn),
  'check-in-told': () => checkInCard({ ...checkIn, told }),
  'places-confirm': () => confirmPlacesCard(places, ask('report-places')),
  'places-done': () =>
    placesReceipt(
      places.map((each, n) => ({ ...each, failed: n === 0 ? [] : ['S1-4 は対象外の項目です。'] })),
      ask('report-places'),
    ),
  'places-undone': () => placesUndoneCard(places),
  'check-in-actions': () => checkInCard({ ...checkIn, actions: actionExamples.map((one) => [one, undefined]), today }),
  'check-in-again': () => checkInCard({ ...checkIn, kpis: checkIn.kpis.slice(0, 1), items: [], again: mistake }),
  'check-in-filled': () =>
    checkInCard({
      ...checkIn,
      filled: { answers: mistake.answers, text: '例規の改正の進め方' },
    }),
  deadlines: () => deadlinesCard(town, ['S1-3', 'S2-1'].map(example.withRecord)),
  nudge: () => nudgeCard(checkInCard(checkIn)),
  'nudge-rest': () => restNudgeCard(checkInCard({ ...rest, kpis: rest.open, items: [], rest: true }), rest.open.length),
  unreported: () => unreportedCard(unreported),
  'unreported-chased': () =>
    unreportedCard({
      ...unreported,
      said: chasedNotes(['小海町', '南牧村'], at('2024-11-07'), [{ name: '川上村', why: '担当の方が休み' }]),
    }),
  'which-to-chase': () => whichToChaseCard(example.region.map(({ municipality }) => municipality)),
  'unreported-prefecture': () => unreportedCard({ ...unreported, mayChase: false }),
};

const mistake = {
  answers: { 'K0-03': { numerator: '140', denominator: '124' } },
  errors: new Map([['K0-03', '修了者数は、対象職員数の 124 以下で入力してください。']]),
  text: undefined,
  recorded: ['K1-03 業務棚卸し完了課の割合'],
};

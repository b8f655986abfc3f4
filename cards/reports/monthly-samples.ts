import { addDays } from '../../programme/day.ts';
import type { MonthlyMove } from '../../programme/reports/monthly-change.ts';
import { monthlyDraft } from '../../programme/reports/monthly-draft.ts';
import { monthOfDay } from '../../programme/support/month.ts';
import type { Samples } from '../card.ts';
import * as example from '../example.ts';
import { type MonthlyView, monthlyReportCard, monthlySectionCard } from './monthly-report.ts';
import {
  monthlyDueCard,
  monthlyFileCard,
  monthlyTextForm,
  noMonthlyMeetingCard,
  submitMonthlyCard,
  whichSectionCard,
} from './monthly-steps.ts';

const span = monthOfDay(example.today);
const visit = (day: string, at: number, mode: 'in-person' | 'online') => ({
  ...{ id: `visit-${at}`, meeting: `meeting-${at}`, municipality: example.town.code, expert: 'member-expert' },
  versions: [
    {
      ...example.from(`visit-${at}`, at),
      number: 1,
      content: { day, start: '13:30', end: '16:00', mode, items: ['S1-3'], text: '全体方針の骨子を一緒に見直した' },
    },
  ],
});
const drawn = monthlyDraft({
  ...{
    programme: example.programme,
    span,
    now: example.now,
    towns: example.region,
    mismatches: [],
    staffing: [],
    inquiries: [],
    cases: [],
    satisfactionTold: undefined,
  },
  support: example.region.map(({ municipality }, at) => ({
    ...{ municipality, assignments: [], ratings: [], unrecorded: [], isListed: at < 4 },
    visits: at === 0 ? [visit('2024-11-05', 1, 'in-person'), visit('2024-11-06', 2, 'online')] : [],
  })),
  meetings: [
    {
      ...{ id: 'meeting-next', title: '第3回 進捗状況確認会議', kind: 'progress', day: addDays(span.until, 12) },
      ...{ start: '14:00', end: '15:30', place: '県庁', audience: ['prefecture', 'secretariat'] },
    },
  ],
  nameOf: String,
});
const view: MonthlyView = {
  ...{ span, year: example.programme.fiscalYear, ...drawn, standing: '下書き', sent: undefined, meeting: '2024-11-20' },
  texts: {
    overview: '全体方針の素案がまとまり、庁議での決定を待つ団体が増えた。',
    issues: '担当が1人の団体への支援の厚みが課題。\n県へ: 12月の合同研修の会場の手配',
  },
  ...{ moves: [], mayWrite: true, maySend: true },
};
const moves: readonly MonthlyMove[] = [
  { field: 'dispatch', what: '小海町 回数', before: '2回', after: '3回' },
  { field: 'stepProgress', what: '川上村 ステップ1', before: '25%・1/5', after: '40%・2/5\n前月 20%・1/5' },
];
const sent: MonthlyView = {
  ...view,
  ...{ standing: '提出済み・県の受領待ち', sent: { at: 2, of: 2, versions: [3, 5] }, mayWrite: false, maySend: false },
};

/** The report of a month as the secretariat writes it, and as the prefecture reads it. */
export const monthlySamples: Samples = {
  'monthly-report': () => monthlyReportCard({ ...view, moves }),
  'monthly-report-undrafted': () => monthlyReportCard({ ...view, standing: undefined, texts: {}, meeting: undefined }),
  'monthly-report-sent': () => monthlyReportCard(sent),
  'monthly-report-section': () => monthlySectionCard(view, 'results', 1),
  'monthly-report-issues': () => monthlySectionCard(sent, 'issues', 1),
  'monthly-report-which-section': () => whichSectionCard(view, '訪問は順調でした'),
  'monthly-report-form': () => monthlyTextForm(view, 'overview', { seen: 2, value: undefined, problem: undefined }),
  'monthly-report-submit': () => submitMonthlyCard({ ...view, moves, texts: {} }, 'x', false),
  'monthly-report-due': () => monthlyDueCard(view),
  'monthly-report-no-meeting': () => noMonthlyMeetingCard(span),
  'monthly-report-file': () => monthlyFileCard(sent, new Uint8Array([1])),
};

import { addDays, instantOf } from '../../programme/day.ts';
import { digestOf } from '../../programme/digest/digest.ts';
import type { MeetingPaper } from '../../programme/meeting-papers/meeting-paper.ts';
import type { Meeting } from '../../programme/meetings/meeting.ts';
import { stepStandings } from '../../programme/progress/step-standing.ts';
import type { Samples } from '../card.ts';
import * as example from '../example.ts';
import { meetingPaperCard, sharedPaperCard } from './meeting-paper.ts';
import {
  minutesConfirmedCard,
  minutesFileCard,
  minutesMissingCard,
  minutesSectionForm,
  minutesToConfirmCard,
  minutesWrittenCard,
  whichMinutesSectionCard,
} from './minutes.ts';

const { now, today, week, programme, region } = example;
const meeting: Meeting = {
  ...{
    id: 'meeting-20241121T0500Z-1f3a5c7e',
    title: '第4回 進捗状況確認会議',
    kind: 'progress',
    day: addDays(today, 6),
  },
  ...{ start: '14:00', end: '15:30', place: '県庁', audience: ['prefecture', 'secretariat'] },
};
const before: Meeting = { ...meeting, id: 'meeting-before', title: '第3回 進捗状況確認会議', day: addDays(today, -20) };
const done = { by: 'member-office', at: now.toISOString(), via: 'teams', ask: 'x' };
const digest = digestOf(programme, week, { since: instantOf(before.day), until: now }, region);

export const paperExample: MeetingPaper = {
  ...{ meeting, number: 4, programme, since: before.day, until: now, madeAt: now, digest, totals: digest.totals },
  agenda: [
    { title: '開会', lines: [], count: 0 },
    { title: '前回までの宿題', lines: [], count: 2 },
    { title: '持ち寄りの議題', lines: ['来年度の体制'], count: 1 },
    { title: '閉会', lines: [], count: 0 },
  ],
  last: {
    ...{ meeting: before, isMinuted: true, decisions: ['次回は県庁で開く'] },
    actions: [
      { what: '工程表のひな形を配る', office: '事務局', due: addDays(today, -2), done },
      { what: '研修の日程を決める', office: '県', due: addDays(today, -1) },
    ],
  },
  towns: region.map(({ municipality, records }) => {
    const own = digest.municipalities.find((each) => each.municipality.code === municipality.code);
    if (!own) throw new Error('no week of a municipality');
    return {
      ...{ municipality, steps: stepStandings(records), kpis: example.kpiPairs, week: own, visit: undefined },
      actions: [{ what: '工程表の素案を送る', office: municipality.name, due: addDays(today, 4) }],
    };
  }),
  support: {
    facts: [['回数', '12回']],
    rows: [{ name: '小海町', text: '3回・3日・7時間30分・対面 3/3', plan: '3/12日' }],
    without: [],
  },
  requests: {
    ...{ states: [['未着手', 1]], categories: [['財源', 1]], asked: 1, solved: 0 },
    open: { count: 1, overdue: 0, oldest: 3 },
  },
  milestones: [{ id: 'm-1', what: '全体計画の公表', by: addDays(today, -3) }],
  waiting: [{ what: '体制変更届', since: addDays(today, -4) }],
};

const file = new Uint8Array([1]);
const written = { texts: { reports: '11月の訪問 12回' }, sharing: 'prefecture' } as const;

/** What is laid before a meeting, and what is kept of it. */
export const meetingPapersSamples: Samples = {
  'meeting-paper': () => meetingPaperCard({ paper: paperExample, file, mayShare: true }),
  'meeting-paper-due': () => meetingPaperCard({ paper: paperExample, file, isAhead: true, mayShare: false }),
  'meeting-paper-no-file': () => meetingPaperCard({ paper: paperExample, file: undefined, mayShare: false }),
  'meeting-paper-shared': () => sharedPaperCard({ meeting, shown: 22, without: 3, madeAt: now.toISOString(), file }),
  'minutes-file': () => minutesFileCard(before, '議事録', file, true),
  'minutes-which-section': () => whichMinutesSectionCard(before, written),
  'minutes-section': () =>
    minutesSectionForm(before, 'issues', { value: '担当が1人 → 12月から2人で', problem: undefined, seen: 1 }),
  'minutes-section-sharing': () =>
    minutesSectionForm(before, 'sharing', { value: '県限り', problem: undefined, seen: 1 }),
  'minutes-written': () =>
    minutesWrittenCard(before, { section: 'reports', before: '11月の訪問', after: '11月の訪問 12回', mayFile: true }),
  'minutes-confirmed': () => minutesConfirmedCard(before, today),
  'minutes-confirmed-back': () => minutesConfirmedCard(before, undefined),
  'minutes-asked': () => minutesToConfirmCard(before, ['次回は県庁で開く']),
  'minutes-due': () => minutesMissingCard(before, addDays(today, 2)),
};

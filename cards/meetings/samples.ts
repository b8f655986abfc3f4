import { agendaOf } from '../../programme/meetings/agenda.ts';
import type { Meeting } from '../../programme/meetings/meeting.ts';
import { notice, type Samples } from '../card.ts';
import * as example from '../example.ts';
import { actionDoneCard, actionReminderCard, actionsCard, doneActionsCard } from './actions.ts';
import { agendaCard } from './agenda.ts';
import { allActionsSamples } from './all-actions-samples.ts';
import { meetingFileCard } from './file.ts';
import {
  cancelledCard,
  cancelQuestionCard,
  changeFormCard,
  meetingFormCard,
  seriesFullCard,
  seriesMadeCard,
  seriesPreviewCard,
  twinQuestionCard,
} from './form.ts';
import { type MeetingView, meetingCard } from './meeting.ts';
import { chooseMeeting, meetingsCard } from './meetings.ts';
import { minutesFormCard, minutesReceiptCard, minutesUndoneCard } from './minutes.ts';
import { meetingReminderCard } from './reminder.ts';
import { topicAddedCard } from './topic.ts';

const { now, today, town } = example;
const from = { by: example.officer.id, at: now.toISOString(), via: 'teams', ask: 'x' };
const meeting: Meeting = {
  id: 'meeting-20241121T0500Z-1f3a5c7e',
  title: '第4回 進捗状況確認会議',
  kind: 'progress',
  day: '2024-11-21',
  start: '14:00',
  end: '15:30',
  place: 'オンライン',
  audience: ['all'],
};
const later = (at: number): Meeting => ({
  ...meeting,
  id: `meeting-later-${at}`,
  title: ['小海町 個別打合せ', 'DX基礎研修（オンライン）', '第5回 進捗状況確認会議', '工程表の書き方 勉強会'][at] ?? '',
  day: ['2024-11-27', '2024-12-05', '2024-12-19', '2025-01-16'][at] ?? '',
  place: ['小海町役場 第2会議室', 'オンライン', '県庁 西庁舎 301', 'オンライン'][at] ?? '',
  audience: at === 0 ? [town.code] : ['all'],
});
const view = (of: Meeting, more: Partial<MeetingView> = {}): MeetingView => ({
  meeting: of,
  audience: of.audience.includes('all') ? '全市町村' : town.name,
  phase: 'ahead',
  answer: undefined,
  mayName: true,
  mayAnswer: true,
  mayConvene: false,
  ...more,
});
const action = (what: string, due: string, more: object = {}) => ({
  id: `action-${what}`,
  meeting: meeting.id,
  owner: example.officer.id,
  municipality: town.code,
  what,
  due,
  recorded: from,
  ...more,
});
export const actionExamples = [
  action('工程表の素案を事務局に送る', '2024-11-05'),
  action('研修の受講者名簿をまとめる', '2024-11-15'),
];
const overdue = actionExamples[0] ?? action('電子申請の候補を挙げる', '2024-11-05');
const lines = actionExamples.map(({ what, due }, at) => ({ what, due, who: '小海町 山田 花子', done: at === 0 }));
const topic = {
  ...from,
  id: 'topic-1',
  meeting: meeting.id,
  municipality: town.code,
  text: '電子申請システムを近隣の町村と共同で調達できないか',
};
const agenda = agendaOf({ today, participants: example.region, actions: actionExamples, topics: [topic] });
const ownAgenda = agendaOf({
  today,
  participants: example.region.slice(0, 1),
  actions: actionExamples,
  topics: [topic],
});
const audiences = {
  always: [
    { value: 'all', label: '全市町村' },
    { value: 'prefecture', label: '県' },
    { value: 'secretariat', label: '事務局' },
  ],
  municipalities: example.region.map(({ municipality }) => municipality),
};
const given = {
  title: '打合せ',
  day: '2024-11-23',
  start: '14:00',
  end: '15:00',
  place: 'オンライン',
  audience: town.code,
};
const formOf = { title: '会議作成', submit: '作成する', ask: { command: 'schedule-meeting', input: {} } };
const people = [town.name, '川上村', '南牧村', '青木村', '県', '事務局'].map((label) => ({
  value: label,
  label: `${label} ${nameOf(label)}`,
}));
const minutes = { meeting, recorded: [], people, rows: 5, seen: 0, said: {} };

function nameOf(office: string): string {
  return office === town.name ? example.officer.name : '佐藤 誠';
}

/** The cards about meetings, filled in. */
export const meetingsSamples: Samples = {
  meetings: () => meetingsCard(page([view(meeting), ...[0, 1, 2, 3].map(answered)])),
  'meetings-none': () => meetingsCard({ ...page([]), actions: 0 }),
  'meetings-past': () =>
    meetingsCard({
      ...page([view(meeting, { phase: 'over', decisions: ['…'] }), view(later(0), { phase: 'over' })]),
      past: true,
      pages: 2,
    }),
  meeting: () => meetingCard(view(meeting)),
  'meeting-with-file': () => meetingCard(view(meeting, { maySave: true, answer: { answer: 'attend' } })),
  'meeting-file': () => meetingFileCard(meeting, 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'),
  'meeting-answered': () =>
    meetingCard(
      view(meeting, { answer: { answer: 'substitute', substitute: '総務課 佐藤係長' } }),
      notice('good', '代理出席（総務課 佐藤係長）で受け付けました。'),
    ),
  'meeting-moved': () => meetingCard(view(meeting, { before: { answer: 'attend' } })),
  'meeting-convener': () => meetingCard(view(meeting, { mayConvene: true, answer: { answer: 'attend' }, answers })),
  'meeting-over': () =>
    meetingCard(view(meeting, { phase: 'over', mayAnswer: false, decisions: decided, actions: lines })),
  'meeting-cancelled': () =>
    meetingCard(view({ ...meeting, status: 'cancelled' }, { mayAnswer: false, mayConvene: true })),
  'meeting-reminder-week': () => meetingReminderCard(meeting, ownAgenda, undefined, 'week'),
  'meeting-reminder-day': () => meetingReminderCard(meeting, ownAgenda, { answer: 'attend' }, 'day'),
  'meeting-reminder-hour': () => meetingReminderCard(meeting, ownAgenda, { answer: 'attend' }, 'hour'),
  'meeting-agenda': () => agendaCard({ meeting, entries: ownAgenda, mayAdd: true }),
  'meeting-agenda-all': () => agendaCard({ meeting, entries: agenda, mayAdd: false }),
  'meeting-topic': () => topicAddedCard(meeting, topic),
  'meeting-form': () => meetingFormCard({ ...formOf, given: {} }, audiences),
  'meeting-form-closed': () =>
    meetingFormCard(
      {
        ...formOf,
        given,
        errors: { day: '令和6年11月23日（土）は閉庁日です。次の開庁日は令和6年11月25日（月）です' },
        instead: '2024-11-25',
      },
      audiences,
    ),
  'meeting-change': () =>
    changeFormCard({ ...formOf, title: '会議の変更', submit: '変更する', given: { ...given, title: meeting.title } }),
  'meeting-series': () =>
    seriesPreviewCard({
      title: '進捗状況確認会議',
      first: 4,
      start: '14:00',
      end: '15:30',
      place: 'オンライン',
      audience: '全市町村',
      days: [
        { day: '2024-11-21', movedFrom: undefined },
        { day: '2024-12-19', movedFrom: undefined },
        { day: '2025-01-16', movedFrom: undefined },
        { day: '2025-02-25', movedFrom: '2025-02-24' },
      ],
      given: {},
    }),
  'meeting-series-full': () => seriesFullCard('進捗状況確認会議'),
  'meeting-series-made': () => seriesMadeCard([meeting, later(2)]),
  'meeting-twin': () => twinQuestionCard(meeting, '県、事務局', {}),
  'meeting-cancel': () => cancelQuestionCard([meeting]),
  'meeting-cancel-done': () => cancelledCard([meeting], true),
  'choose-meeting': () => chooseMeeting({ command: 'attend', input: {} }, '出席', [meeting, later(0)]),
  minutes: () => minutesFormCard(minutes),
  'minutes-again': () =>
    minutesFormCard({
      ...minutes,
      rows: 2,
      said: { decisions: decided.join('\n'), texts: { reports: '11月の訪問 12回' } },
      recorded: lines.slice(0, 1),
      again: {
        actions: [{ what: '研修の日程を決める', who: town.name }],
        errors: new Map([[0, { input: 'by', problem: 'すること・担当・期限を全て入力してください。' }]]),
      },
    }),
  'minutes-receipt': () =>
    minutesReceiptCard({
      meeting,
      decisions: decided,
      actions: lines.map((line, at) => ({ ...line, movedFrom: at === 1 ? '2024-11-17' : undefined })),
      report: 'x',
    }),
  'minutes-undone': () => minutesUndoneCard(meeting, ['決まったこと', '宿題: 工程表の素案を事務局に送る']),
  actions: () =>
    actionsCard(
      actionExamples.map((one, at) => [one, at === 0 ? '前任の佐藤 次郎さんから引き継ぎ' : undefined] as const),
      today,
    ),
  'actions-done': () => doneActionsCard([[{ ...overdue, done: overdue.recorded }, undefined]]),
  'actions-office': () => actionsCard([], today, undefined, true),
  'actions-due': () => actionReminderCard([[actionExamples[1] ?? overdue, undefined]], today),
  'actions-late': () => actionReminderCard([[overdue, '前任の佐藤 次郎さんから引き継ぎ']], today),
  'actions-late-instead': () => actionReminderCard([[overdue, undefined]], today, '山田 花子'),
  ...allActionsSamples,
  'action-done': () => actionDoneCard(action('工程表の素案を事務局に送る', '2024-11-15', { done: from }), 1),
};

const decided = ['次回は12月19日に県庁で開く', '共同調達の希望を12月6日までに取りまとめる'];
const answers = {
  counts: { attend: 12, substitute: 1, decline: 2, none: 10 },
  silent: ['川上村', '南牧村', '県'],
};
const page = (views: readonly MeetingView[]) => ({
  views,
  page: 1,
  pages: 1,
  past: false,
  mayConvene: true,
  actions: 2,
});
const answered = (at: number) =>
  view(later(at), { answer: at === 0 ? { answer: 'attend' } : at === 2 ? { answer: 'decline' } : undefined });

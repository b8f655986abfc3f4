import { ask } from '../../programme/asks.ts';
import type { Meeting } from '../../programme/meetings/meeting.ts';
import {
  type VisitRecord,
  visitRecordId,
  withVisitAnswer,
  withVisitVersion,
} from '../../programme/visits/visit-record.ts';
import type { Samples } from '../card.ts';
import * as example from '../example.ts';
import { privateNumberCard } from '../private-number.ts';
import { cancelVisitForm, chooseVisitToCancel, noVisitToCancel, visitCancelledCard } from './cancel.ts';
import { planVisitForm } from './plan-form.ts';
import { visitRecordDueCard } from './record-due.ts';
import { recordVisitForm } from './record-form.ts';
import { visitRecordedCard, visitTakenBackCard } from './recorded.ts';
import { visitSheetCard } from './sheet.ts';
import { unrecordedCard } from './unrecorded.ts';
import { visitCard } from './visit.ts';
import { visitsCard } from './visits.ts';

const { town, today } = example;
const expert = 'member-60';
const meeting: Meeting = {
  ...{ id: 'meeting-20241024T0430Z-48f1133d', title: `${town.name} 訪問支援`, kind: 'visit', day: '2024-10-24' },
  ...{ start: '13:30', end: '16:00', place: '役場 2階会議室', audience: [town.code, expert], scheduledBy: expert },
  visit: { expert, mode: 'in-person' },
};
const cancelled: Meeting = { ...meeting, status: 'cancelled', reason: '大雪で道路が通行止めのため' };
const from = (at: string, ask: string) => ({ by: expert, at, via: 'teams' as const, ask });
const content = {
  ...({ day: meeting.day, start: '13:30', end: '16:00', mode: 'in-person', place: meeting.place } as const),
  ...{
    items: ['S1-2', 'S1-3'],
    attended: '総務課 課長、係長',
    text: '全体方針の骨子を一緒に見直し、庁議にかける順を決めた',
  },
  ...{ decisions: '骨子は12月の庁議にかける', problems: '担当が1人しかおらず、1月は窓口が忙しい' },
  ...{ materials: '全体方針の骨子案（第2版）', next: '12月の庁議のあと' },
};
const of = { meeting: meeting.id, municipality: town.code, expert };
const first = withVisitVersion(undefined, of, { content }, from('2024-10-25T01:00:00.000Z', 'a'));
const returned = withVisitAnswer(
  first,
  { version: 1, verdict: 'returned', note: '庁議は1月です' },
  from('2024-10-28T01:00:00.000Z', 'b'),
);
const changed = { content: { ...content, decisions: '骨子は1月の庁議にかける' }, reason: '庁議の月が違っていた' };
const record: VisitRecord = withVisitVersion(returned, of, changed, from('2024-10-29T01:00:00.000Z', 'c'));
const actions = [{ what: '骨子案を課長会に配る', who: town.name, due: '2024-11-15', done: false }];
const view = {
  ...{ municipality: town, meeting, record, standing: 'waiting' as const, expert: '山田 美咲', whole: true, actions },
  ...{ remark: undefined, mayRecord: true, mayConfirm: false, maySheet: true, isAhead: false },
};
const items = ['S1-2', 'S1-3', 'S1-4'].map((id) => ({ value: id, label: `${id} 項目` }));
const people = [
  { value: 'member-1', label: `${town.name} 小海 花子` },
  { value: expert, label: '派遣人材 山田 美咲' },
];
const given = { day: meeting.day, start: '13:30', end: '16:00', held: 'in-person', items: 'S1-2,S1-3' };
const form = {
  ...{ town: town.name, ask: ask('record-visit', { visit: visitRecordId(meeting.id), seen: 0 }), given },
  ...{ known: new Set(['day', 'start', 'end', 'held', 'items'] as const), errors: new Map(), items, people, rows: 2 },
  ...{ isChange: false, needsCorrection: false },
};
const line = { meeting, record, standing: 'waiting' as const, isAhead: false, expert: '山田 美咲' };

/** What people see of visits, filled in. */
export const visitsSamples: Samples = {
  'plan-visit': () => planVisitForm(town, { day: today, mode: 'in-person' }),
  'plan-visit-closed': () =>
    planVisitForm(
      town,
      { day: '2024-11-03', start: '13:30', end: '16:00', mode: 'in-person' },
      { day: '閉庁日です。' },
      '2024-11-05',
    ),
  'cancel-visit': () => cancelVisitForm({ meeting, town: town.name }),
  'cancel-visit-which': () =>
    chooseVisitToCancel(
      [
        { meeting, town: town.name },
        { meeting: { ...meeting, day: '2024-11-07' }, town: town.name },
      ],
      undefined,
    ),
  'no-visit-to-cancel': () => noVisitToCancel(),
  'visit-cancelled': () => visitCancelledCard({ meeting: cancelled, town: town.name }),
  'visit-unrecorded': () =>
    unrecordedCard([
      { meeting, town: town.name, visit: visitRecordId(meeting.id) },
      { meeting: { ...meeting, day: '2024-10-31' }, town: '別の町', visit: 'visit-2' },
    ]),
  'visit-record-form': () => recordVisitForm(form),
  'visit-record-again': () =>
    recordVisitForm({
      ...form,
      isChange: true,
      needsCorrection: true,
      errors: new Map([['correction', 'この記録は確定しています。直す理由を入力してください。']]),
    }),
  'visit-record-number': () =>
    privateNumberCard(
      '訪問記録の確認',
      'telephone',
      ask('record-visit', { sure: 'yes' }),
      ask('record-visit', { again: 'yes' }),
    ),
  'visit-recorded': () =>
    visitRecordedCard({ municipality: town, record, actions, kpis: new Set(['K1-03']), remarked: true, report: 'c' }),
  'visit-taken-back': () =>
    visitTakenBackCard({ municipality: town, record: first, actions: ['骨子案を課長会に配る'] }),
  'visit-record-due': () => visitRecordDueCard({ meeting, municipality: town, due: '2024-10-31', kind: 'last' }),
  visits: () =>
    visitsCard({
      ...{ municipality: town, all: 3, page: 1, pages: 1, mayVisit: true },
      visits: [
        { ...line, meeting: { ...meeting, day: '2024-11-21' }, record: undefined, standing: undefined, isAhead: true },
        line,
        { ...line, meeting: { ...cancelled, day: '2024-10-10' }, record: undefined, standing: undefined },
      ],
    }),
  visit: () => visitCard({ ...view, standing: 'returned', record: returned }),
  'visit-secretariat': () => visitCard({ ...view, remark: '体制の話は次回に', mayRecord: false }),
  'visit-in-room': () => visitCard({ ...view, whole: false, expert: undefined, mayRecord: false, maySheet: false }),
  'visit-planned': () => visitCard({ ...view, record: undefined, standing: undefined, actions: [], isAhead: true }),
  'visit-sheet': () => visitSheetCard({ municipality: town, record, day: meeting.day, file: new Uint8Array([80, 75]) }),
};

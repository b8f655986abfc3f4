import { type Delivery, planned } from '../programme/delivery.ts';
import type { Member } from '../programme/member.ts';
import type { Card } from './card.ts';
import { chasedNotes, type Unreported, unreportedCard } from './check-in/unreported.ts';
import { deliveryReportCard } from './deliveries/delivery-report.ts';
import * as example from './example.ts';
import { chooseLeave, leaveForm, leaveTaken, returnedCard } from './own-times/leave.ts';
import { settingsCard } from './own-times/settings.ts';
import { whyCard } from './own-times/why.ts';

const { officer, region, today, town, week } = example;
const colleague: Member = { ...officer, id: 'member-jiro', name: '佐藤 次郎', lead: false };
const leave = { from: '2024-11-11', until: '2024-11-15', substitute: colleague.id };
const other = { from: '2024-12-26', until: '2024-12-27' };
const colleagues = [{ value: colleague.id, label: '佐藤 次郎（小海町 企画係）' }];
const at = (day: string, time = '09:00') => new Date(`${day}T${time}:00+09:00`);

const delivery = (job: string, due: Date, over: Partial<Delivery>): Delivery => ({
  ...planned({
    job,
    slot: at(week, '00:00').toISOString(),
    recipient: { kind: 'member', id: officer.id },
    municipality: town.code,
    dueAt: due.toISOString(),
    until: new Date(due.getTime() + 345_600_000).toISOString(),
    hours: 'office',
    item: { municipality: town.code, week },
  }),
  ...over,
});
/** What cards are told of the jobs there are; here, made up. */
const jobs = [
  { name: 'card', called: '週次報告' },
  { name: 'again', called: '催促' },
  { name: 'meeting', called: '会議の案内' },
];
const sent = (job: string, due: Date) =>
  delivery(job, due, { state: 'sent', sentAt: due.toISOString(), channel: 'teams' });
const blocked = delivery('card', at('2024-11-05'), {
  state: 'failed',
  reason: '403 BotNotInConversationRoster',
});
const doubtful = delivery('again', at('2024-11-06'), { state: 'unknown', reason: 'lapsed' });
const late = delivery('meeting', at('2024-11-01'), { state: 'withdrawn', reason: 'too-late' });

const open: readonly Unreported[] = region.map(({ municipality }, index) => ({
  municipality,
  silentWeeks: [5, 3, 1, 1, 0][index] ?? 0,
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

const slot = example.programme.checkIn;
const weekly = { slot, off: false, next: at('2024-11-11'), nudge: example.programme.nudge };

/** An example of each card about who is asked, when and why. */
export const reminderSamples: Readonly<Record<string, () => Card>> = {
  'leave-form': () => leaveForm({ given: {}, colleagues }),
  'leave-form-again': () =>
    leaveForm({
      given: { from: '2024-11-11', until: '2024-11-08' },
      errors: { until: '最終日は、初日の11/11(月)かそのあとの日にしてください。' },
      colleagues,
    }),
  'leave-taken': () => leaveTaken(leave, ['休みの間、小海町の週次報告は佐藤 次郎さんにお聞きします。']),
  returned: () =>
    returnedCard({ today, leave: { from: '2024-10-28', until: '2024-11-08' }, ahead: [other], open: openWeeks }),
  'choose-leave': () => chooseLeave([leave, other]),
  settings: () => settingsCard({ weekly, channel: 'teams', changed: false }),
  'settings-changed': () =>
    settingsCard(
      {
        weekly: { ...weekly, slot: { weekday: 2, time: '10:00' }, next: at('2024-11-12', '10:00') },
        channel: 'line-works',
        meanwhile: 'teams',
        changed: true,
      },
      true,
    ),
  why: () =>
    whyCard({
      towns: [
        {
          municipality: town,
          findings: [
            { why: 'asked', at: at('2024-11-05') },
            { why: 'moved', from: '2024-11-04', because: '休日', to: at('2024-11-05') },
          ],
        },
      ],
      isOfficer: true,
      deliveries: [sent('card', at('2024-11-05')), blocked, doubtful, late],
      jobs,
      nameOf: () => 'あなた',
      mayReport: true,
    }),
  unreported: () => unreportedCard(unreported),
  'unreported-chased': () =>
    unreportedCard({
      ...unreported,
      said: chasedNotes(['小海町', '南牧村'], at('2024-11-07'), [{ name: '川上村', why: '担当の方が休み' }]),
    }),
  'unreported-prefecture': () => unreportedCard({ ...unreported, mayChase: false }),
  'delivery-report': () =>
    deliveryReportCard({
      from: '2024-10-31',
      until: today,
      counts: { waiting: 4, sending: 0, sent: 58, failed: 1, unknown: 1, withdrawn: 3 },
      troubles: [
        { delivery: doubtful, partition: 'm-203033', to: '山田 花子（小海町）', other: undefined },
        { delivery: blocked, partition: 'm-203033', to: '佐藤 次郎（小海町）', other: 'line-works' },
        { delivery: late, partition: '_programme', to: '県の部屋', other: undefined },
      ],
      all: 3,
      page: 1,
      pages: 1,
      jobs,
    }),
};

const openWeeks = ['2024-10-28', week].map((each) => ({ municipality: town, week: each }));

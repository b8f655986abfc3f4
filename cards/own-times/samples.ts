import type { Samples } from '../card.ts';
import { blocked, doubtful, jobs, late, sent } from '../delivery-example.ts';
import * as example from '../example.ts';
import { catchUpCard } from './catch-up.ts';
import { chooseLeave, isItThem, leaveForm, leaveTaken, overlapCard, returnedCard } from './leave.ts';
import { settingsCard } from './settings.ts';
import { whyCard } from './why.ts';

const { at, colleague, today, town, week } = example;
const leave = { from: '2024-11-11', until: '2024-11-15', substitute: colleague.id };
const other = { from: '2024-12-26', until: '2024-12-27' };
const colleagues = [{ value: colleague.id, label: '佐藤 次郎（小海町 企画係）' }];
const slot = example.programme.checkIn;
const weekly = { slot, off: false, next: at('2024-11-11'), nudge: example.programme.nudge };
const openWeeks = ['2024-10-28', week].map((each) => ({ municipality: town, week: each }));

/** The cards about one’s own times, filled in. */
export const ownTimesSamples: Samples = {
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
  'leave-who': () => isItThem('佐藤次郎', colleagues, { from: leave.from, until: leave.until }),
  'leave-overlap': () => overlapCard(leave, [{ from: '2024-11-14', until: '2024-11-20' }]),
  'catch-up-weeks': () => catchUpCard(town, ['2024-10-28', week]),
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
};

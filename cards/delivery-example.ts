import { type Delivery, planned } from '../programme/delivery.ts';
import { at, officer, town, week } from './example.ts';

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
export const jobs = [
  { name: 'card', called: '週次報告' },
  { name: 'again', called: '催促' },
  { name: 'meeting', called: '会議の案内' },
];
export const sent = (job: string, due: Date) =>
  delivery(job, due, { state: 'sent', sentAt: due.toISOString(), channel: 'teams' });
export const blocked = delivery('card', at('2024-11-05'), {
  state: 'failed',
  reason: '403 BotNotInConversationRoster',
});
export const doubtful = delivery('again', at('2024-11-06'), { state: 'unknown', reason: 'lapsed' });
export const late = delivery('meeting', at('2024-11-01'), { state: 'withdrawn', reason: 'too-late' });

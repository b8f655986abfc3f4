import type { ServiceStanding } from '../../programme/operations/standing.ts';
import type { Samples } from '../card.ts';
import { standingCard } from './standing.ts';

const now = new Date('2024-11-06T10:00:00+09:00');
const at = (moment: string): Date => new Date(`2024-11-${moment}:00+09:00`);
const well: ServiceStanding = {
  version: '1.0.0',
  store: { name: 'embedded', bytes: 3_407_872 },
  clock: { inside: true, heldUntil: at('06T12:00') },
  channels: [
    { name: 'teams', isSetUp: true, lastSentAt: at('06T09:00') },
    { name: 'line-works', isSetUp: true, lastSentAt: at('06T09:01') },
  ],
  next: [
    { at: at('07T15:00'), called: '未報告の一覧', people: 1 },
    { at: at('08T16:00'), called: 'ダイジェスト', people: 2 },
  ],
  counts: { waiting: 3, overdue: 0, sending: 0, failed: 0, unknown: 0 },
  backupAt: at('06T08:50'),
};

/** The cards about how the service stands, filled in. */
export const operationsSamples: Samples = {
  operations: () => standingCard(well, now),
  'operations-with-concerns': () =>
    standingCard(
      {
        ...well,
        clock: { inside: true, lastAt: at('06T09:20') },
        channels: [
          { name: 'teams', isSetUp: true, lastSentAt: at('06T09:00') },
          { name: 'line-works', isSetUp: false },
        ],
        next: [],
        counts: { waiting: 4, overdue: 2, sending: 0, failed: 1, unknown: 1 },
        backupAt: undefined,
      },
      now,
    ),
};

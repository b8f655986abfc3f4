import type { Samples } from '../card.ts';
import { blocked, doubtful, jobs, late } from '../delivery-example.ts';
import * as example from '../example.ts';
import { deliveryReportCard } from './delivery-report.ts';

const { today } = example;

/** The cards about what was sent, filled in. */
export const deliveriesSamples: Samples = {
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

import { z } from 'zod';
import { finalNewsCard } from '../../../cards/final-report/final-steps.ts';
import { dayOf, shortDate } from '../../../programme/day.ts';
import type { FinalReport } from '../../../programme/final-report/final-report.ts';
import { inspectionNames } from '../../../programme/final-report/final-report.ts';
import { may } from '../../../programme/may.ts';
import { daily, fallsIn } from '../../../programme/schedule.ts';
import { days, defineJob, withdraw } from '../../job.ts';
import { leadsOn, onDuty } from '../people/on-duty.ts';
import { finalReportsIn, lookForNotice } from './final-jobs.ts';

/** 納品 goes to the prefecture's lead, 検査 to the PM, as soon as an office is open. */
export const finalNews = defineJob({
  name: 'final-news',
  called: '納品と検査のお知らせ',
  withdraws: {
    over: '次の納品か検査があったため送りませんでした',
    left: '担当でなくなったため送りませんでした',
  },
  item: z.object({
    year: z.number().int(),
    delivery: z.number().int(),
    of: z.enum(['delivered', 'inspected', 'withdrawn']),
  }),
  within: days(14),
  schedule: () => daily('09:00', 'previous-open'),

  async due(slot, planning) {
    return (await finalReportsIn(planning.store)).flatMap((report) =>
      newsOf(report)
        .filter(({ at }) => fallsIn(slot, at))
        .flatMap(({ at, ...news }) => {
          const day = dayOf(new Date(at));
          const people = news.of === 'inspected' ? onDuty('pm', day, planning) : leadsOn('prefecture', day, planning);
          return people.map(({ id }) => ({
            recipient: { kind: 'member' as const, id },
            about: `final-${report.fiscalYear}-${news.delivery}-${news.of}`,
            at: new Date(at),
            item: { year: report.fiscalYear, ...news },
          }));
        }),
    );
  },

  async card({ year, delivery, of }, drawing) {
    const { who } = drawing;
    if (!who || !may(who, 'filed')) return withdraw('left');
    const { view, report } = await lookForNotice(year, who, drawing);
    const made = report?.deliveries?.[delivery - 1];
    const inspection = report?.inspections?.findLast((each) => each.delivery === delivery);
    const isLast = report?.deliveries?.length === delivery;
    if (!made || !isLast || (of === 'delivered' && (inspection || made.withdrawn))) return withdraw('over');
    if (of === 'withdrawn')
      return finalNewsCard(view, `${shortDate(made.day)}の納品は、まちがいのため取り消されました`);
    if (of === 'delivered') return finalNewsCard(view, `${shortDate(made.day)}に納品されました`);
    return finalNewsCard(view, `検査の結果は「${inspectionNames[inspection?.verdict ?? 'pass']}」です`);
  },
});

type News = { readonly at: string; readonly delivery: number; readonly of: 'delivered' | 'inspected' | 'withdrawn' };

const newsOf = ({ deliveries = [], inspections = [] }: FinalReport): readonly News[] => [
  ...deliveries.map(({ at }, index) => ({ at, delivery: index + 1, of: 'delivered' as const })),
  ...deliveries.flatMap(({ withdrawn }, index) =>
    withdrawn ? [{ at: withdrawn.at, delivery: index + 1, of: 'withdrawn' as const }] : [],
  ),
  ...inspections.map(({ at, delivery }) => ({ at, delivery, of: 'inspected' as const })),
];

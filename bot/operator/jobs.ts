import { shortMoment } from '../../programme/day.ts';
import { calledBy } from '../../programme/declared-job.ts';
import { deliveryId, type Planned } from '../../programme/delivery.ts';
import { type KnownKinds, kinds, type Store } from '../../storage/collections.ts';
import { admission } from '../features/admission.ts';
import { jobs as all } from '../features/jobs.ts';
import type { Job, Planning } from '../job.ts';
import { expand } from '../outbox/expand.ts';
import { dueAtOnce } from '../outbox/plan.ts';
import { readWorld } from '../outbox/world.ts';
import { badPeriod, periodFrom } from './period.ts';
import { recipientNames } from './recipient-names.ts';
import { notImported, type Outcome, type Verb, withStore } from './verb.ts';

/** What these jobs plan, of documents of these kinds. */
export const jobsVerbOf = (jobs: readonly Job[], of: KnownKinds = kinds): Verb => ({
  name: 'jobs',
  usage: 'jobs [--from 日付] [--to 日付]',
  help: 'だれに何をいつ送る予定かを示します（何も書き込みません）。',

  async run(call) {
    const period = periodFrom(call, { back: 0, ahead: 7 });
    if (!period) return badPeriod;
    const preview = async (store: Store): Promise<Outcome> => {
      const world = await readWorld(store, call.now, admission);
      if (!world) return { ok: false, lines: [notImported], data: { planned: [] } };
      const faults: string[] = [];
      const told = jobs.filter(({ confidential }) => !confidential);
      const expansion = await expand(told, world, period, ({ name }) => faults.push(name));
      const atOnce = call.from === undefined ? await dueAtOnce(expansion, world, told) : [];
      const soon = new Set(atOnce.map(deliveryId));
      const isIn = (plan: Planned) =>
        !soon.has(deliveryId(plan)) && new Date(plan.dueAt) >= period.from && new Date(plan.dueAt) <= period.until;
      const planned = [...expansion.expected.values()].filter(isIn).sort(inOrder);
      const lines = linesOf(atOnce, planned, lineOf(world, jobs));
      return {
        ok: faults.length === 0,
        lines: [
          ...(lines.length > 0 ? lines : ['この期間に送る予定はありません。']),
          ...faults.map((name) => `× ${name} の予定を作れませんでした。`),
        ],
        data: { atOnce: atOnce.map(identified), planned: planned.map(identified), faults },
      };
    };
    return withStore(call.config, preview, { of });
  },
});

export const jobsVerb = jobsVerbOf(all);

/** What is late comes first: whoever starts the service sees it go out at once. */
function linesOf(atOnce: readonly Planned[], planned: readonly Planned[], line: (plan: Planned) => string): string[] {
  if (atOnce.length === 0) return planned.map(line);
  const inside = (plan: Planned): string => `  ${line(plan)}`;
  return [
    '時計が動くとすぐに届くもの（時刻を過ぎていて、まだ送っていません）:',
    ...[...atOnce].sort(inOrder).map(inside),
    ...(planned.length > 0 ? ['これから届くもの:', ...planned.map(inside)] : []),
  ];
}

const identified = (plan: Planned) => ({ id: deliveryId(plan), ...plan });

const inOrder = (a: Planned, b: Planned): number =>
  a.dueAt.localeCompare(b.dueAt) || deliveryId(a).localeCompare(deliveryId(b));

function lineOf(world: Planning, jobs: readonly Job[]): (plan: Planned) => string {
  const nameOf = recipientNames(world);
  return ({ dueAt, job, recipient, municipality }) =>
    [shortMoment(new Date(dueAt)), calledBy(jobs, { job }), nameOf(recipient, municipality)].join('\t');
}

import { shortMoment } from '../../programme/day.ts';
import { calledBy } from '../../programme/declared-job.ts';
import { deliveryId, type Planned } from '../../programme/delivery.ts';
import { type KnownKinds, kinds, type Store } from '../../storage/collections.ts';
import { admission } from '../features/admission.ts';
import { jobs as all } from '../features/jobs.ts';
import type { Job, Planning } from '../job.ts';
import { expand } from '../outbox/expand.ts';
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
      const { expected } = await expand(told, world, period, ({ name }) => faults.push(name));
      const isIn = ({ dueAt }: Planned) => new Date(dueAt) >= period.from && new Date(dueAt) <= period.until;
      const planned = [...expected.values()].filter(isIn).sort(inOrder);
      const lines = planned.map(lineOf(world, jobs));
      return {
        ok: faults.length === 0,
        lines: [
          ...(lines.length > 0 ? lines : ['この期間に送る予定はありません。']),
          ...faults.map((name) => `× ${name} の予定を作れませんでした。`),
        ],
        data: { planned: planned.map((plan) => ({ id: deliveryId(plan), ...plan })), faults },
      };
    };
    return withStore(call.config, preview, { of });
  },
});

export const jobsVerb = jobsVerbOf(all);

const inOrder = (a: Planned, b: Planned): number =>
  a.dueAt.localeCompare(b.dueAt) || deliveryId(a).localeCompare(deliveryId(b));

function lineOf(world: Planning, jobs: readonly Job[]): (plan: Planned) => string {
  const nameOf = recipientNames(world);
  return ({ dueAt, job, recipient, municipality }) =>
    [shortMoment(new Date(dueAt)), calledBy(jobs, { job }), nameOf(recipient, municipality)].join('\t');
}

import { ask } from '../../../programme/asks.ts';
import { dayOf } from '../../../programme/day.ts';
import { findFunding } from '../../../programme/funding/funding-terms.ts';
import { currentInitiative } from '../../../programme/initiatives/initiative.ts';
import { roadmapsOf } from '../initiatives/read-initiatives.ts';
import type { Hit, SearchSource } from './source.ts';

/** What stands in the 工程表 of each municipality, also by the names of its fundings. */
export const initiativesSource: SearchSource = {
  needs: 'view',
  async find(towns, { store, programme }) {
    const roadmaps = await roadmapsOf(towns, programme.fiscalYear, store);
    return roadmaps.flatMap(({ municipality, open, year }) =>
      open.map((one): Hit => {
        const { at, content } = currentInitiative(one);
        const { name, item, problem, plan, goal, department, others, people, premises, shared, fundings } = content;
        return {
          ...{ kind: '工程表', title: name, town: municipality.name, day: dayOf(new Date(at)) },
          texts: [
            ...[item, problem, plan, goal, department, others, people, premises, shared],
            ...fundings.map((id) => findFunding(id)?.name),
          ],
          open: ask('show-initiatives', { municipality: municipality.code, initiative: one.id, year }),
        };
      }),
    );
  },
};

import { ask } from '../../../programme/asks.ts';
import { dayOf } from '../../../programme/day.ts';
import { currentPlan, PlanSection, planSectionNames } from '../../../programme/initiatives/simple-plan.ts';
import { simplePlansIn } from '../initiatives/read-simple-plan.ts';
import type { Hit, SearchSource } from './source.ts';

/** What was written in 簡易計画, section by section; what its template says is nobody's and is not looked through. */
export const plansSource: SearchSource = {
  needs: 'view',
  async find(towns, { store }) {
    const names = new Map(towns.map(({ code, name }) => [code, name]));
    return (await simplePlansIn(store)).flatMap((plan): readonly Hit[] => {
      const town = names.get(plan.municipality);
      if (town === undefined) return [];
      const { at, content } = currentPlan(plan);
      return PlanSection.options.flatMap((section): readonly Hit[] => {
        const text = content.texts[section];
        if (text === undefined) return [];
        const title = `簡易計画の${planSectionNames[section]}`;
        return [
          {
            ...{ kind: '簡易計画', title, town, day: dayOf(new Date(at)), texts: [text] },
            open: ask('show-simple-plan', { municipality: plan.municipality, section }),
          },
        ];
      });
    });
  },
};

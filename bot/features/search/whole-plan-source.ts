import { programmeOfYear } from '../../../programme/asked-year.ts';
import { ask } from '../../../programme/asks.ts';
import { fiscalYearName } from '../../../programme/day.ts';
import { yearsOf } from '../../../programme/programme.ts';
import { PlanText, planTextNames, SCHEDULE } from '../../../programme/reports/whole-plan.ts';
import { planView } from '../reports/whole-plans.ts';
import type { Hit, SearchSource, Seeker } from './source.ts';

/** 全体計画 part by part, and its milestones, as whoever looks sees it: the newest version that is theirs to see. */
export const wholePlanSource: SearchSource = {
  needs: 'filed',
  async find(_towns, seeker) {
    const found = await Promise.all(yearsOf(seeker.programme).map((year) => hitsOf(year, seeker)));
    return found.flat();
  },
};

async function hitsOf(year: number, seeker: Seeker): Promise<readonly Hit[]> {
  const view = await planView({ ...seeker, programme: programmeOfYear(seeker.programme, year) });
  if (!view) return [];
  const title = `${fiscalYearName(year)}の全体計画`;
  const { content } = view;
  return [
    ...PlanText.options.map((section) => ({
      ...{ kind: '全体計画', title: `${title}の${planTextNames[section]}`, texts: [content[section]] },
      open: ask('whole-plan', { year, section }),
    })),
    ...content.milestones.map(({ what, by }) => ({
      ...{ kind: '全体計画', title: what, day: by, texts: [SCHEDULE, title] },
      open: ask('whole-plan', { year }),
    })),
  ];
}

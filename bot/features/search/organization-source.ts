import { organizationFacts } from '../../../cards/staffing/organization.ts';
import { ask } from '../../../programme/asks.ts';
import { dayOf } from '../../../programme/day.ts';
import { organizedOn, seenBy } from '../staffing/organization-view.ts';
import type { Hit, SearchSource } from './source.ts';

/** 体制表 as it is today, a line of it each, as far as whoever looks sees it: it names people. */
export const organizationSource: SearchSource = {
  needs: 'organization',
  personal: true,
  async find(_towns, seeker) {
    const today = dayOf(seeker.now);
    const view = seenBy(await organizedOn(today, seeker), seeker);
    const open = ask('show-organization', { day: today });
    return [
      ...organizationFacts(view).map(
        ([label, value]): Hit => ({ kind: '体制表', title: label, texts: [value], day: today, open }),
      ),
      ...view.sheet.experts.map(
        ({ name, towns, work, expertise }): Hit => ({
          ...{ kind: '体制表', title: `派遣人材 ${name}さん`, texts: [towns, work, expertise], day: today, open },
        }),
      ),
    ];
  },
};

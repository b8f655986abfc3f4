import { Day, dayOf, fullDate } from '../../../programme/day.ts';
import { currentFiling, editionHandedIn, FILINGS } from '../../../programme/filing.ts';
import { changeKindNames, changeStanding, whoChanges } from '../../../programme/staffing/staffing-change.ts';
import type { HandedOut } from '../../files/handed-out.ts';
import { organizedAs, organizedOn } from './organization-view.ts';
import { chartsIn, staffingChangesIn } from './read-staffing.ts';
import { staffingLetterOf } from './staffing-letter.ts';

/** 体制表 as of a day, by that day; or one that is written or was handed in, by its id. */
export const organizationDocument: HandedOut = {
  name: '体制表',
  called: '体制表',
  ending: '.docx',

  async make(id, from) {
    const day = Day.safeParse(id);
    const { organizationChartDocx } = await import('../../../documents/staffing/organization-chart-docx.ts');
    if (day.success) return organizationChartDocx((await organizedOn(day.data, from)).sheet);
    const chart = (await from.store.organizationCharts.get(FILINGS, id))?.value;
    return chart && organizationChartDocx((await organizedAs(chart, from)).sheet);
  },

  async pick({ day }, { now }) {
    return day ?? dayOf(now);
  },

  async list(from) {
    const charts = await chartsIn(from.store);
    const today = dayOf(from.now);
    return [
      [today, `${fullDate(today)}現在`] as const,
      ...charts.map((chart) => [chart.id, `第${editionHandedIn(chart, currentFiling(chart).number)}版`] as const),
    ];
  },
};

/** 体制変更届, the letter that is the formal act. */
export const staffingDocument: HandedOut = {
  name: '体制変更届',
  called: '体制変更届',
  ending: '.docx',

  async make(id, from) {
    const change = (await from.store.staffingChanges.get(FILINGS, id))?.value;
    return change && staffingLetterOf(change, from);
  },

  async pick({ municipality, day }, { store }) {
    const changes = await staffingChangesIn(store);
    const meant = changes.filter((change) => {
      const { content } = currentFiling(change);
      return (
        !change.withdrawn &&
        (day === undefined || content.day === day) &&
        (municipality === undefined || content.municipalities.includes(municipality))
      );
    });
    return meant.length === 1 ? meant[0]?.id : undefined;
  },

  async list({ store, now }) {
    const changes = await staffingChangesIn(store);
    return changes.map((change) => {
      const { content } = currentFiling(change);
      const what = `${content.day} ${changeKindNames[content.kind]} ${whoChanges(content)}`;
      return [change.id, `${what}（${changeStanding(change, dayOf(now))}）`] as const;
    });
  },
};

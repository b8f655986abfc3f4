import { ask } from '../../../programme/asks.ts';
import { fullDate, shortDate } from '../../../programme/day.ts';
import { currentFiling, editionHandedIn } from '../../../programme/filing.ts';
import { oneMonthBefore } from '../../../programme/staffing/one-month-before.ts';
import { organizationCharts } from '../../../programme/staffing/organization-chart.ts';
import {
  changeKindNames,
  handedInOn,
  inForceFrom,
  isLateOn,
  staffingChanges,
  whoChanges,
} from '../../../programme/staffing/staffing-change.ts';
import { filedKind } from '../../filed.ts';

export const organizationFiled = filedKind({
  kind: organizationCharts,
  prefix: 'chart-',
  called: '体制表',
  yes: '承認',
  hasAct: true,
  async title(chart) {
    const { number, content } = currentFiling(chart);
    return `第${editionHandedIn(chart, number)}版（${shortDate(content.day)}から・${content.people.length}人）`;
  },
  effectiveFrom: (filing) => inForceFrom(filing),
  open: ({ id }) => ask('show-organization', { chart: id }),
});

export const staffingFiled = filedKind({
  kind: staffingChanges,
  prefix: 'staffing-',
  called: '体制変更届',
  yes: '承認',
  hasAct: true,
  async title(change) {
    const { content } = currentFiling(change);
    return `${changeKindNames[content.kind]} ${whoChanges(content)}（${shortDate(content.day)}から）`;
  },
  async notes(change) {
    const { content } = currentFiling(change);
    const on = handedInOn(change);
    if (on === undefined || !isLateOn(content, on)) return [];
    const due = fullDate(oneMonthBefore(content.day));
    return [`期限後の提出です（期限 ${due}）。${content.late ? `理由: ${content.late}` : ''}`];
  },
  effectiveFrom: (filing) => inForceFrom(filing),
  open: ({ id }) => ask('show-staffing-change', { change: id }),
});

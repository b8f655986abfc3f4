import { kpisCard } from '../../../cards/progress/kpi.ts';
import { currentWeek, shownDay, yearOver } from '../../../programme/asked-year.ts';
import { findKpi } from '../../../programme/catalogue.ts';
import { may } from '../../../programme/may.ts';
import { progressIn } from '../../../storage/progress.ts';
import { defineCommand } from '../../command.ts';

export const showKpis = defineCommand({
  name: 'show-kpis',
  says: ['KPI', '指標'],
  help: 'KPIの値・目標・計画との差を表示します。',
  example: 'KPI',
  english: 'Show the KPIs with their targets and planned lines.',
  group: { title: '確かめる', order: 3 },
  needs: 'view',
  about: 'municipality',
  usualFor: {},
  writes: false,
  spoken: {
    words: ['kpi', '指標', 'kpi一覧'],
    wins: 50,
    of: { item: 'show-item', kpi: 'show-history' },
    looks: true,
    besideReport: true,
    passing: true,
  },

  async run({ page = 1 }, { who, municipality, room, programme, store, now }) {
    const records = await progressIn(store, municipality.code, programme);
    const kpis = [...records.kpis.values()].flatMap((record) => {
      const kpi = findKpi(record.kpi);
      return kpi ? [[kpi, record] as const] : [];
    });
    kpis.sort(([, a], [, b]) => Number(b.weekly) - Number(a.weekly));
    const closed = yearOver(programme);
    const mayReport = closed === undefined && may(who, 'report', municipality.code, room.audience);
    return {
      card: kpisCard({
        municipality,
        closed,
        kpis,
        week: currentWeek(programme, now),
        today: shownDay(programme, now),
        start: programme.start,
        mayReport,
        mayFigures: may(who, 'figures', undefined, room.audience),
        page,
      }),
    };
  },
});

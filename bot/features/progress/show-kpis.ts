import { alsoAsWorkbook } from '../../../cards/also-as-workbook.ts';
import { ofClosedYear } from '../../../cards/progress/closed-year.ts';
import { kpisCard } from '../../../cards/progress/kpi.ts';
import { workbookCard } from '../../../cards/workbook-file.ts';
import { currentWeek, shownDay, yearOver } from '../../../programme/asked-year.ts';
import { ask } from '../../../programme/asks.ts';
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
    words: ['kpi', '指標', 'kpi一覧', 'けーぴーあい'],
    wins: 50,
    of: { item: 'show-item', kpi: 'show-history' },
    looks: true,
    besideReport: true,
    passing: true,
  },

  async run({ page = 1, form }, { who, municipality, room, programme, store, now }) {
    const records = await progressIn(store, municipality.code, programme);
    const kpis = [...records.kpis.values()].flatMap((record) => {
      const kpi = findKpi(record.kpi);
      return kpi ? [[kpi, record] as const] : [];
    });
    kpis.sort(([, a], [, b]) => Number(b.weekly) - Number(a.weekly));
    const closed = yearOver(programme);
    const mayReport = closed === undefined && may(who, 'report', municipality.code, room.audience);
    const [week, today, { start, fiscalYear }] = [currentWeek(programme, now), shownDay(programme, now), programme];
    const of = { municipality: municipality.code, ...ofClosedYear(closed) };
    const asWorkbook = ask('show-kpis', { ...of, form: 'excel' });
    if (form !== undefined) {
      const { kpisBook } = await import('../../../documents/progress/kpis-book.ts');
      const { tableBook } = await import('../../../documents/table-book.ts');
      const book = kpisBook({ municipality, kpis, week, start, fiscalYear, today, now });
      return { card: workbookCard(book, await tableBook(book), asWorkbook) };
    }
    const mayFigures = may(who, 'figures', undefined, room.audience);
    const everywhere = may(who, 'digest', undefined, room.audience)
      ? ask('show-kpi-everywhere', ofClosedYear(closed))
      : undefined;
    const shown = { municipality, closed, kpis, week, today, start, mayReport, mayFigures, page };
    // Who reports looks often, and even where nothing can be written: for them it is typed, 「KPI Excel」.
    return { card: mayReport ? kpisCard(shown) : alsoAsWorkbook(kpisCard(shown), asWorkbook, everywhere) };
  },
});

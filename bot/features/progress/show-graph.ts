import { kpiGraphCard } from '../../../cards/progress/kpi-graph.ts';
import { currentWeek, shownDay, yearOver } from '../../../programme/asked-year.ts';
import { editionOf, findKpi, isOfProgramme } from '../../../programme/catalogue.ts';
import { kpiGraph } from '../../../programme/progress/kpi-graph.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { kpiAt } from '../../../storage/progress.ts';
import { defineCommand } from '../../command.ts';
import { pictureOf } from '../picture-of.ts';

export const showGraph = defineCommand({
  name: 'show-graph',
  says: ['グラフ', '推移のグラフ'],
  help: 'KPIの値の動きを、計画線・目標と並べた図にして表示します。',
  example: 'グラフ K0-03',
  ownExample: { of: ({ kpi }) => kpi && `グラフ ${kpi.id}` },
  english: 'Show a KPI as a picture, with its planned line and target.',
  group: { title: '確かめる', order: 6 },
  needs: 'view',
  about: 'municipality',
  usualFor: {},
  writes: false,
  spoken: { words: ['グラフ', 'ぐらふ', '折れ線', 'チャート'], wins: 327, looks: true, instead: 'グラフで見る' },

  async prepare({ kpi: id }, { municipality, programme, store }) {
    const kpi = findKpi(id, editionOf(programme));
    if (kpi && isOfProgramme(kpi)) throw Refusal.because('kpi-of-programme', { id: kpi.id });
    const at = kpiAt(municipality.code, programme.fiscalYear, kpi?.id ?? '');
    const record = (await store.kpis.get(at.partition, at.id))?.value;
    if (!kpi || !record) throw Refusal.because('unknown-kpi', { said: id });
    return { found: { kpi, record } };
  },

  async run(_input, { municipality, programme, now, leftOut }, { kpi, record }) {
    const [today, week] = [shownDay(programme, now), currentWeek(programme, now)];
    const graph = kpiGraph(kpi, record, { start: programme.start, today, week });
    const png = await pictureOf(async () => {
      const { kpiGraphSvg } = await import('../../../documents/progress/kpi-graph-svg.ts');
      return kpiGraphSvg(graph, { municipality: municipality.name });
    }, leftOut);
    return { card: kpiGraphCard({ municipality, closed: yearOver(programme), graph, png }) };
  },
});

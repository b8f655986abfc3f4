import { programmeKpisCard } from '../../../cards/support/programme-kpis.ts';
import { shownDay, yearOver } from '../../../programme/asked-year.ts';
import { editionOf } from '../../../programme/catalogue.ts';
import { addDays, dayOf } from '../../../programme/day.ts';
import { programmeKpis } from '../../../programme/support/programme-kpis.ts';
import { municipalitiesIn } from '../../../storage/municipalities.ts';
import { defineCommand } from '../../command.ts';
import { readProgrammeKpis } from './read-programme-kpis.ts';

export const showProgrammeKpis = defineCommand({
  name: 'show-programme-kpis',
  says: ['事業KPI', '事業の指標'],
  help: '事業全体の指標（KP-01など）を、訪問・派遣・相談の記録から計算して、分子と分母とともに表示します。',
  example: '事業KPI',
  english: 'Show the KPIs of the programme, worked out from its records.',
  group: { title: '全体を見る', order: 21 },
  needs: 'figures',
  about: 'member',
  usualFor: {},
  writes: false,
  spoken: {
    words: ['事業kpi', '事業の指標', '事業のkpi', '事業全体の指標', '事業全体のkpi', '全体の指標'],
    wins: 410,
    looks: true,
  },

  async run(_input, { programme, store, now }) {
    const { fiscalYear, closures } = programme;
    const [closed, today, edition] = [yearOver(programme), shownDay(programme, now), editionOf(programme)];
    const records = await readProgrammeKpis(store, await municipalitiesIn(store), now);
    const lastOver = dayOf(now) > today ? today : addDays(today, -1);
    const computed = programmeKpis(records, { fiscalYear, today, lastOver, closures });
    return { card: programmeKpisCard({ closed, fiscalYear, today, edition, computed }) };
  },
});

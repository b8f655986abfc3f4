import { kpiSums } from '../../programme/overview/kpi-everywhere.ts';
import { progressOf } from '../../programme/progress/step-standing.ts';
import * as example from '../example.ts';
import { kpiSumsCard } from './kpi-everywhere.ts';

it('calls a rate that was said without its parts not 未報告 in the list of KPIs', () => {
  const { records, week, today } = example;
  const rated = records.kpis.get('K0-03');
  if (!rated) throw new Error('no K0-03');
  const bare = { ...rated, entries: rated.entries.map(({ denominator: _, numerator: __, ...entry }) => entry) };
  const silent = { ...rated, entries: [] };
  const all = [rated, bare, silent].map((record) => progressOf([], [record], records.catalogue));
  const card = kpiSumsCard(kpiSums(all, week), { closed: undefined, week, today, page: 1, towns: 3 });
  expect(JSON.stringify(card)).toContain('未報告 1団体・分母がなく合計に入らない 1団体');
});

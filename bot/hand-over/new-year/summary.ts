import { editionName, editionOf, findItem, findKpi } from '../../../programme/catalogue.ts';
import { fiscalYearName, shortDate } from '../../../programme/day.ts';
import { valueText } from '../../../programme/progress/kpi-value.ts';
import { goesOnName } from '../../../programme/year/going-on.ts';
import { type ItemGoingOn, isUnfinished, type KpiGoingOn, type TownGoingOn } from '../../../programme/year/new-year.ts';
import type { PreparedYear } from './prepare.ts';

const townIs: Readonly<Record<TownGoingOn['is'], string>> = {
  staying: '',
  coming: '（新しく支援対象）',
  leaving: '（支援対象から外れる: 取組とKPIは続きません）',
};

/** What goes on, municipality by municipality, for the terminal. */
export function newYearText({ newYear, people, content }: PreparedYear): readonly string[] {
  const { closing, next, towns } = newYear;
  const told = towns.filter(({ is, municipality }) => is !== 'staying' || municipality.supported);
  return [
    `${fiscalYearName(closing)}から${fiscalYearName(next)}への年度更新（目録は${editionName(editionOf(content.programme))}）`,
    ...told.flatMap((town) => townLines(town, next)),
    `名簿: 続く ${people.staying}人、${namesText('加わる', people.coming)}、${namesText('外れる', people.leaving)}`,
    ...people.said.map((sentence) => `  ※ ${sentence}`),
    ...undecidedLines(towns),
    ...againstLines(towns),
  ];
}

const namesText = (what: string, names: readonly string[]): string =>
  `${what} ${names.length}人${names.length > 0 ? `（${names.join('、')}）` : ''}`;

function townLines({ municipality, is, items, kpis, kpisLeft }: TownGoingOn, next: number): readonly string[] {
  const open = items.filter(({ was }) => was === 'open');
  const later = items.filter(({ was }) => was === 'later');
  const rest = items.filter((one) => !isUnfinished(one));
  const count = (was: ItemGoingOn['was']) => rest.filter((one) => one.was === was).length;
  return [
    `${municipality.name}${townIs[is]}`,
    ...(open.length > 0 ? [`  未完了 ${open.length}件`, ...open.map((one) => itemLine(one, next))] : []),
    ...(later.length > 0
      ? [`  ${fiscalYearName(next)}以降 ${later.length}件`, ...later.map((one) => itemLine(one, next))]
      : []),
    ...(items.length > 0
      ? [`  完了 ${count('done')}件、対象外 ${count('none')}件、取組に加わる ${count(undefined)}件`]
      : []),
    ...kpiLines(kpis, kpisLeft),
  ];
}

function itemLine({ goesOn, by, record: { item, due, carried } }: ItemGoingOn, next: number): string {
  const parts = [
    `    ${item} ${findItem(item)?.short ?? ''} → ${goesOnName(goesOn, next)}`,
    ...(due ? [`期限 ${shortDate(due)}`] : []),
    ...(carried ? [`理由: ${carried.reason}`] : []),
    ...(by === 'nobody' ? ['※未決'] : []),
  ];
  return parts.join('　');
}

function kpiLines(kpis: readonly KpiGoingOn[], left: TownGoingOn['kpisLeft']): readonly string[] {
  const named = (all: readonly { readonly kpi: string }[]) => all.map(({ kpi }) => kpi).join('、');
  const counting = (counts: KpiGoingOn['counts']) =>
    kpis.filter((one) => one.counts === counts).map(({ record }) => record);
  const runsOn = counting('runsOn').map(({ kpi, baseline }) => {
    const found = findKpi(kpi);
    return found && baseline !== undefined ? `${kpi}（${valueText(found, baseline)}から）` : kpi;
  });
  const [kept, lost] = [left.filter(({ inEdition }) => inEdition), left.filter(({ inEdition }) => !inEdition)];
  return [
    ...(kpis.length > 0 ? [`  KPI ${kpis.length}件: 目標値と基準値は取込表のもの`] : []),
    ...(counting('restarts').length > 0 ? [`    累計を0から: ${named(counting('restarts'))}`] : []),
    ...(runsOn.length > 0 ? [`    累計を続きから: ${runsOn.join('、')}`] : []),
    ...(kept.length > 0 ? [`    取込表にないため続かない: ${named(kept)}`] : []),
    ...(lost.length > 0 ? [`    翌年度の目録にないため続かない（記録は残ります）: ${named(lost)}`] : []),
  ];
}

/** Of these nobody decided anything. */
function undecidedLines(towns: readonly TownGoingOn[]): readonly string[] {
  const all = towns.flatMap(({ items }) => items.filter(({ by }) => by === 'nobody').filter(isUnfinished));
  if (all.length === 0) return [];
  return [
    `未決 ${all.length}件: このままなら、未完了の項目は「年度更新で継続」、送られていた項目はさらに先になります。`,
  ];
}

function againstLines(towns: readonly TownGoingOn[]): readonly string[] {
  const count = towns.flatMap(({ items }) => items.filter(({ against }) => against)).length;
  if (count === 0) return [];
  return [
    `取込表と決定が違う ${count}件: 決定のほうを使います。取込表も同じに直してください（次に取り込むと、取込表のとおりになります）。`,
  ];
}

/** The same for a program, without names of people. */
export function newYearData({ newYear, people }: PreparedYear) {
  const { closing, next, towns } = newYear;
  return {
    closing,
    next,
    towns: towns.map(({ municipality, is, items, kpis, kpisLeft }) => ({
      municipality: municipality.code,
      is,
      kpisLeft,
      items: items.map(({ was, goesOn, by, against, record: { item, year, due, carried } }) => ({
        item,
        was,
        goesOn,
        by,
        against,
        year,
        due,
        reason: carried?.reason,
      })),
      kpis: kpis.map(({ counts, record: { kpi, baseline, target, due, weekly } }) => ({
        kpi,
        counts,
        baseline,
        target,
        due,
        weekly,
      })),
    })),
    people: { staying: people.staying, coming: people.coming.length, leaving: people.leaving.length },
  };
}

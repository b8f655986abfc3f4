import { ask } from '../../programme/asks.ts';
import { type Catalogue, dueIn, findKpi, isOfProgramme, type Kpi } from '../../programme/catalogue.ts';
import { type Day, fiscalYearName, shortDate } from '../../programme/day.ts';
import { computedText } from '../../programme/support/figure-texts.ts';
import type { ComputedKpi } from '../../programme/support/programme-kpis.ts';
import { buttons, type Card, card, list, type Row, text } from '../card.ts';
import { closedYearLine, type OfClosedYear, ofClosedYear } from '../progress/closed-year.ts';
import { COMPUTED_FROM_RECORDS, figuresTime } from './figure-facts.ts';

export type ProgrammeKpisView = OfClosedYear & {
  readonly fiscalYear: number;
  readonly today: Day;
  readonly edition: Catalogue;
  readonly computed: readonly ComputedKpi[];
};

/** The KPIs of the programme with their parts; those that nothing works out yet are named. */
export function programmeKpisCard(view: ProgrammeKpisView): Card {
  const { closed, fiscalYear, edition, computed } = view;
  const known = computed.flatMap((each) => {
    const kpi = findKpi(each.id, edition);
    return kpi ? [{ kpi, each }] : [];
  });
  const others = edition.kpis.filter((kpi) => isOfProgramme(kpi) && !computed.some(({ id }) => id === kpi.id));
  const first = known[0];
  return card(
    '事業KPI',
    `事業KPI ${fiscalYearName(fiscalYear)}: ${first ? `${first.kpi.name} ${computedText(first.kpi, first.each)}` : ''}`,
    closedYearLine(view),
    text(figuresTime(view), 'strong'),
    text(COMPUTED_FROM_RECORDS, 'quiet'),
    list(known.map(({ kpi, each }) => kpiRow(kpi, each, fiscalYear))),
    others.length > 0
      ? text(
          `まだ計算していない指標: ${others.map(({ id }) => id).join('、')}。意味は「${others[0]?.id}とは」で分かります。`,
          'quiet',
        )
      : [],
    buttons({ label: '派遣状況を見る', ask: ask('show-support-figures', ofClosedYear(closed)) }),
  );
}

function kpiRow(kpi: Kpi, computed: ComputedKpi, fiscalYear: number): Row {
  return {
    title: `${kpi.id} ${kpi.name}`,
    detail: [computedText(kpi, computed), besideText(kpi, computed), targetText(kpi, fiscalYear)]
      .filter(Boolean)
      .join('\n'),
    ask: ask('show-definition', { kpi: kpi.id }),
  };
}

/** What a mean is made of. */
function besideText(kpi: Kpi, { parts, wait }: ComputedKpi): string {
  if (wait)
    return `聞き取りまで 平均${Math.round((wait.days / wait.cases) * 10) / 10}開庁日（${wait.days}開庁日／${wait.cases}件）`;
  if (!parts || kpi.denominator !== undefined) return '';
  const counted = kpi.answers === undefined ? `・${parts.denominator}件` : '';
  return `合計 ${parts.numerator}${kpi.unit}${counted}`;
}

function targetText({ suggested, unit, note, better }: Kpi, fiscalYear: number): string {
  if (!suggested) return better === 'lower' ? (note ?? '') : '';
  return `目安 ${suggested.target}${unit}（${shortDate(dueIn(fiscalYear, suggested.due))}まで）`;
}

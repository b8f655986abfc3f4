import { satisfactionText } from '../support/figure-texts.ts';
import type { ComputedKpi } from '../support/programme-kpis.ts';
import { ANONYMOUS_FROM } from '../support/satisfaction.ts';
import type { MunicipalSupport, SupportOverview } from '../support/support-overview.ts';
import type { Rating } from '../visits/rating.ts';
import { monthlyFact } from './monthly-dispatch.ts';
import type { MonthlyPart } from './monthly-report.ts';

const SATISFACTION = 'KP-03';
const TOO_FEW = `前の月次報告のあとの回答が${ANONYMOUS_FROM}団体に満たないため、今回は示しません`;

/**
 * Whether 満足度 of the year may stand beside what a report before has told: two of them differ by what was said in
 * between, which must be nothing, or of as many municipalities as cannot be told apart.
 * @param told when the figures were drawn that were told last; undefined where none were
 */
export function mayTellSatisfaction(support: readonly MunicipalSupport[], told: string | undefined): boolean {
  if (told === undefined) return true;
  const changed = support.filter(({ ratings }) => ratings.some((rating) => scoreAt(rating, told) !== scoreAt(rating)));
  return changed.length === 0 || changed.length >= ANONYMOUS_FROM;
}

/** What counted at a moment; now, where none is said. */
function scoreAt({ versions }: Rating, moment?: string): number | undefined {
  const stood = versions.filter(({ at, undone }) => {
    if (moment === undefined) return undone === undefined;
    return at <= moment && !(undone && undone.at <= moment);
  });
  return stood.at(-1)?.score;
}

/** 満足度・ミスマッチ・交代: of the whole year, and no more than 派遣状況 shows the prefecture. */
export function qualityPart(overview: SupportOverview, mismatches: number, mayTell: boolean): MonthlyPart {
  const { satisfaction, replacements } = overview;
  return {
    field: 'quality',
    facts: [
      monthlyFact('満足度（年度の全体）', mayTell ? satisfactionText(satisfaction) : TOO_FEW),
      monthlyFact('ミスマッチ（年度の全体）', `${mismatches}件`),
      monthlyFact('交代（年度の全体）', `${replacements}件`),
    ],
  };
}

/** The KPIs of the programme without what may not be told. */
export const computedToTell = (computed: readonly ComputedKpi[], mayTell: boolean): readonly ComputedKpi[] =>
  mayTell ? computed : computed.filter(({ id }) => id !== SATISFACTION);

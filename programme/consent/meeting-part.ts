import { findKpi } from '../catalogue.ts';
import { type Day, shortDate } from '../day.ts';
import { itemMoves } from '../digest/moves.ts';
import { isCancelled, type Meeting } from '../meetings/meeting.ts';
import { lastSaid } from '../progress/kpi-record.ts';
import { readingText } from '../progress/kpi-value.ts';
import { type Progress, type StepStanding, stepStandings } from '../progress/step-standing.ts';
import { stateNames } from '../provenance.ts';
import type { SeenContent } from './material.ts';

/** The records of a municipality at both ends of what a meeting is about. */
export type PartPeriod = { readonly before: Progress; readonly after: Progress; readonly since: Day };

/** What a meeting is about begins with the one before it of its kind; with the programme where there is none. */
export function sharedSince(meeting: Meeting, all: readonly Meeting[], start: Day): Day {
  const isBefore = (each: Meeting) => each.kind === meeting.kind && each.day < meeting.day && !isCancelled(each);
  const days = all.filter(isBefore).map(({ day }) => day);
  return [start, ...days].toSorted().at(-1) ?? start;
}

/**
 * What the records say of a municipality, for others to read: steps, items that moved, KPIs as they were reported. No
 * words that somebody wrote are in it: no names, no notes, no problems. Of the same records the same words, whenever it
 * is made: only what has changed is asked about again.
 */
export function meetingPart(title: string, { before, after, since }: PartPeriod): SeenContent {
  const moves = itemMoves(before, after).map(({ what, from, to }) => `${what}: ${from} → ${to}`);
  const said = kpisSaid(after);
  return {
    title: `${title} 進捗の共有`,
    sections: [
      { label: 'ステップ', text: lines(stepStandings(after).map(stepLine)) },
      {
        label: `動いた項目（${shortDate(since)}から）`,
        text: moves.length > 0 ? lines(moves) : '段階が変わった項目はありません。',
      },
      { label: 'KPI（報告された値）', text: said.length > 0 ? lines(said) : '報告されたKPIはまだありません。' },
    ],
  };
}

const lines = (all: readonly string[]): string => all.map((line) => `・${line}`).join('\n');

function stepLine({ step, achieved, earlier, items, settled }: StepStanding): string {
  const name = `ステップ${step.order} ${step.name}`;
  if (achieved || earlier?.achieved) return `${name}: 達成`;
  return items === 0 ? `${name}: 今年度の項目なし` : `${name}: ${items}項目中 ${settled}項目が決定・完了`;
}

/** A KPI that nobody has reported is left out: its absence is no value. */
function kpisSaid(records: Progress): readonly string[] {
  return records.catalogue.kpis.flatMap(({ id }) => {
    const [kpi, record] = [findKpi(id, records.catalogue), records.kpis.get(id)];
    const said = record && lastSaid(record);
    if (!kpi || !said) return [];
    return [`${kpi.id} ${kpi.name}: ${said.kind === 'value' ? readingText(kpi, said) : stateNames.confirmedNone}`];
  });
}

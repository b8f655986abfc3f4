import type { Remaining } from '../../../cards/progress/remaining.ts';
import type { Progress } from '../../../programme/progress/step-standing.ts';
import { isHeard, openKpis } from '../../../programme/progress/weekly.ts';
import { isClosed, type Week } from '../../../programme/week.ts';
import { progressIn } from '../../../storage/progress.ts';
import type { MunicipalStart } from '../../turn.ts';

/** What a week still lacks once it was begun; nothing for one that is closed, or that nobody has begun to report. */
export async function remainingOf(turn: MunicipalStart, week: Week): Promise<Remaining> {
  return remainingIn(await progressIn(turn.store, turn.municipality.code, turn.programme), turn, week);
}

/** The same of records that were read already, and have not changed since. */
export function remainingIn(records: Progress, { municipality, now }: MunicipalStart, week: Week): Remaining {
  const isBegun = isHeard(records, week) && !isClosed(week, now);
  return { municipality, week, open: isBegun ? openKpis(records, week) : [] };
}

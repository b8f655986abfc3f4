import type { Remaining } from '../../../cards/progress/remaining.ts';
import { isHeard, openKpis } from '../../../programme/progress/weekly.ts';
import { isClosed, type Week } from '../../../programme/week.ts';
import { progressIn } from '../../../storage/progress.ts';
import type { MunicipalTurn } from '../../command.ts';

/** What a week still lacks once it was begun; nothing for one that is closed, or that nobody has begun to report. */
export async function remainingOf(
  { store, programme, municipality, now }: MunicipalTurn,
  week: Week,
): Promise<Remaining> {
  const records = await progressIn(store, municipality.code, programme.fiscalYear);
  const isBegun = isHeard(records, week) && !isClosed(week, now);
  return { municipality, week, open: isBegun ? openKpis(records, week) : [] };
}

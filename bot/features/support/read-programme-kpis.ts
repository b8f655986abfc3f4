import type { Municipality } from '../../../programme/municipality.ts';
import { contentOf, type MismatchCase } from '../../../programme/support/mismatch-case.ts';
import type { KpiRecords, MismatchDays } from '../../../programme/support/programme-kpis.ts';
import { municipal, type Store } from '../../../storage/collections.ts';
import { mismatchCasesIn } from './mismatches.ts';
import { readSupport } from './read-support.ts';

/** What the KPIs of the programme are worked out from. */
export async function readProgrammeKpis(
  store: Store,
  municipalities: readonly Municipality[],
  now: Date,
): Promise<KpiRecords> {
  const [support, mismatches, helps] = await Promise.all([
    readSupport(store, municipalities, now),
    mismatchDaysIn(store),
    Promise.all(
      municipalities.map(({ code }) => store.helpRequests.list(municipal(code), { from: 'help-', below: 'help.' })),
    ),
  ]);
  return { support, requests: helps.flat().map(({ value }) => value), mismatches };
}

const daysOf = (one: MismatchCase): MismatchDays => ({ reported: one.reportedOn, heard: contentOf(one).heardOn });

/** When each mismatch was reported and heard. For who counts them alone: nobody else so much as reads one. */
export const mismatchDaysIn = async (store: Store): Promise<readonly MismatchDays[]> =>
  (await mismatchCasesIn(store)).map(daysOf);

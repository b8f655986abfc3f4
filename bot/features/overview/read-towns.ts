import { yearOver } from '../../../programme/asked-year.ts';
import type { TownRecords } from '../../../programme/overview/town-standing.ts';
import type { Programme } from '../../../programme/programme.ts';
import type { Store } from '../../../storage/collections.ts';
import { municipalitiesIn, supportedMunicipalities } from '../../../storage/municipalities.ts';
import { progressIn } from '../../../storage/progress.ts';

/**
 * The municipalities of the programme with what is on record of them in its year, by 団体コード: those that are supported;
 * of a year that is over those that have records of it, because some may have left since.
 * @param only these (団体コード); all when absent
 */
export async function readTowns(
  store: Store,
  programme: Programme,
  only: readonly string[] | undefined,
): Promise<readonly TownRecords[]> {
  const isOver = yearOver(programme) !== undefined;
  const all = await (isOver ? municipalitiesIn(store) : supportedMunicipalities(store));
  const chosen = only === undefined ? all : all.filter(({ code }) => only.includes(code));
  const read = await Promise.all(
    chosen.map(async (municipality) => ({
      municipality,
      records: await progressIn(store, municipality.code, programme),
    })),
  );
  return isOver ? read.filter(({ records }) => records.items.size + records.kpis.size > 0) : read;
}

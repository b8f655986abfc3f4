import type { ProgrammeContent } from '../../documents/workbook/content.ts';
import { lastReading } from '../../programme/progress/kpi-record.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { progressIn } from '../../storage/progress.ts';

/** Whoever reports says something else than the time before: what is on record already would not be written. */
export type Reporter = (person: number) => string;

/** @returns makes a reporter for those officers; each server that is spoken to needs its own */
export async function reportersOf(
  file: string,
  { programme }: ProgrammeContent,
  towns: readonly string[],
): Promise<() => Reporter> {
  const { store, close } = openEmbedded(file);
  const known = await Promise.all(towns.map((town) => progressIn(store, town, programme)));
  await close();
  const rates = known.map(({ kpis }) =>
    [...kpis.values()].flatMap((record) => {
      const { numerator, denominator } = lastReading(record) ?? {};
      return numerator !== undefined && denominator !== undefined ? [{ kpi: record.kpi, numerator, denominator }] : [];
    }),
  );
  return () => {
    const counts = towns.map(() => 0);
    return (person) => {
      const [own, count] = [rates[person] ?? [], counts[person] ?? 0];
      counts[person] = count + 1;
      const rate = own[count % own.length];
      if (!rate) throw new Error('nothing to report');
      // What gets less is asked about; this never does, neither the part that is counted nor the rate.
      const more = Math.floor(count / own.length) + 1;
      return `KPI報告 ${rate.kpi} ${rate.numerator + more}/${rate.denominator + more}`;
    };
  };
}

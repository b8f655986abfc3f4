import { addDays, Day, dayOf, instantOf } from '../../programme/day.ts';
import { misspelt } from './verb.ts';

export type AskedPeriod = { readonly from: Date; readonly until: Date };

/** From the first moment of `--from` to the last of `--to`; undefined when they are not dates in that order. */
export function periodFrom(
  { from, to, now }: { readonly from: string | undefined; readonly to: string | undefined; readonly now: Date },
  usual: { readonly back: number; readonly ahead: number },
): AskedPeriod | undefined {
  const first = Day.safeParse(from ?? addDays(dayOf(now), -usual.back));
  const last = Day.safeParse(to ?? addDays(dayOf(now), usual.ahead));
  if (!first.success || !last.success || first.data > last.data) return undefined;
  return { from: instantOf(first.data), until: new Date(instantOf(addDays(last.data, 1)).getTime() - 1) };
}

export const badPeriod = misspelt({
  ok: false,
  lines: ['期間は --from 2024-10-07 --to 2024-10-13 のように、日付を順に指定してください。'],
  data: { period: 'bad' },
});

import { asHandedIn, FILINGS, type Filing } from '../../../programme/filing.ts';
import { Refusal } from '../../../programme/refusal.ts';
import type { CollectionName } from '../../../storage/collections.ts';
import { ringBell } from '../../deliveries.ts';
import type { Turn } from '../../turn.ts';
import type { FiledOne } from './filings.ts';

/** One kind's value type is lost among all; what is the same in every filing is all that is written here. */
type AnyChange = (
  kind: string,
  at: { readonly partition: string; readonly id: string },
  next: (now: Filing | undefined) => Filing,
) => Promise<Filing>;

/** Writes to a filing whatever its kind, and wakes the outbox, because somebody may have to be told. */
export async function changeFiling(
  turn: Pick<Turn, 'change'>,
  { of, filing }: FiledOne,
  next: (now: Filing) => Filing,
): Promise<FiledOne> {
  const change = turn.change as unknown as AnyChange;
  const after = await change(of.kind.name as CollectionName, { partition: FILINGS, id: filing.id }, (known) => {
    if (!known) throw Refusal.because('old-card');
    return next(known);
  });
  await ringBell(turn);
  return { of, filing: asHandedIn(after) ?? after };
}

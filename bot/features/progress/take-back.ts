import { refuseOver } from '../../../programme/asked-year.ts';
import type { Kind } from '../../../programme/kind.ts';
import { UNDO_HOURS } from '../../../programme/provenance.ts';
import { Refusal } from '../../../programme/refusal.ts';
import type { TakenBack } from '../../../programme/undo.ts';
import { collectionOf } from '../../../storage/collections.ts';
import { noteTakingBack } from '../../last-written.ts';
import type { Turn } from '../../turn.ts';

/** A document in which something was said. */
export type HeldReport = { readonly kind: Kind<unknown>; readonly of: TakenBack<unknown>; readonly value: unknown };

/**
 * All that a message wrote is taken back, a check-in in several records; and what it changed in other documents goes
 * back first, so that a crash leaves something that can be taken back again.
 * @throws Refusal before the first write, where somebody has changed the same since, or its year takes nothing any more
 */
export async function takeBack(held: readonly HeldReport[], report: string, turn: Turn): Promise<void> {
  noteTakingBack(turn.from);
  // One kind's value type is lost among all; its own declaration ties them together again.
  const change = turn.change as unknown as Change;
  const own = held.filter(({ of, value }) => of.withUndone(value, report, turn.from) !== value);
  for (const { value } of own) refuseOver(turn.programme, turn.now, yearOf(value));
  const restores = own.flatMap(({ of, value }) => of.restores?.(value) ?? []);
  for (const { kind, partition, id, back } of restores) {
    const known = turn.kinds[kind];
    back(known && (await collectionOf(turn.store, known).get(partition, id))?.value);
  }
  for (const { kind, partition, id, back } of restores) await change(kind, { partition, id }, back);
  for (const { kind, of, value } of own)
    await change(kind.name, { partition: kind.partition(value), id: kind.id(value) }, (now) => {
      if (now === undefined) throw Refusal.because('nothing-to-undo', { hours: UNDO_HOURS });
      return of.withUndone(now, report, turn.from);
    });
}

/** The year of a record that belongs to one. */
function yearOf(value: unknown): number | undefined {
  const year = typeof value === 'object' && value !== null && 'fiscalYear' in value ? value.fiscalYear : undefined;
  return typeof year === 'number' ? year : undefined;
}

type Change = (
  kind: string,
  at: { readonly partition: string; readonly id: string },
  next: (now: unknown) => unknown,
) => Promise<unknown>;

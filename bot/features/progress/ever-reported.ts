import type { Kind } from '../../../programme/kind.ts';
import type { TakenBack, Undoable } from '../../../programme/undo.ts';
import { collectionOf, municipal } from '../../../storage/collections.ts';
import type { TurnStart } from '../../command.ts';

/** A document in which something was said. */
type Held = { readonly kind: Kind<unknown>; readonly of: TakenBack<unknown>; readonly value: unknown };
export type EverReported = { readonly held: readonly Held[]; readonly all: readonly Undoable[] };

/** Everything that was ever said of a municipality, in documents of whatever kind. */
export async function everReported(
  municipality: string,
  { store, kinds }: Pick<TurnStart, 'store' | 'kinds'>,
): Promise<EverReported> {
  const sayable = Object.values(kinds).flatMap((kind) =>
    'never' in kind.takenBack ? [] : [{ kind, of: kind.takenBack }],
  );
  const found = await Promise.all(
    sayable.map(async ({ kind, of }) =>
      (await collectionOf(store, kind).list(municipal(municipality))).map(({ value }) => ({ kind, of, value })),
    ),
  );
  const held = found.flat();
  return { held, all: held.flatMap(({ of, value }) => of.reports(value)) };
}

import type { Undoable } from '../../../programme/undo.ts';
import { collectionOf } from '../../../storage/collections.ts';
import type { TurnStart } from '../../command.ts';
import type { HeldReport } from './take-back.ts';

export type EverReported = { readonly held: readonly HeldReport[]; readonly all: readonly Undoable[] };

/** Everything that was ever said of a municipality, in documents of whatever kind. */
export async function everReported(
  municipality: string,
  { store, kinds }: Pick<TurnStart, 'store' | 'kinds'>,
): Promise<EverReported> {
  const sayable = Object.values(kinds).flatMap((kind) =>
    'never' in kind.takenBack ? [] : [{ kind, of: kind.takenBack }],
  );
  const found = await Promise.all(
    sayable.flatMap(({ kind, of }) =>
      kind.partitions({ codes: [municipality], years: [] }).map(async (partition) => {
        const all = await collectionOf(store, kind).list(partition);
        const its = all.filter(({ value }) => of.concerns?.(value, municipality) ?? true);
        return its.map(({ value }) => ({ kind, of, value }));
      }),
    ),
  );
  const held = found.flat();
  return { held, all: held.flatMap(({ of, value }) => of.reports(value)) };
}

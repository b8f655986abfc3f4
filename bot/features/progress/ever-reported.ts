import { isUndoable, type Undoable, type WayBack } from '../../../programme/undo.ts';
import { collectionOf } from '../../../storage/collections.ts';
import type { TurnStart } from '../../turn.ts';
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

/** What messages wrote of these municipalities, and beside them, that buttons of their own take back. */
export async function takenBackByButton(
  codes: readonly string[],
  { store, kinds }: Pick<TurnStart, 'store' | 'kinds'>,
): Promise<readonly WayBack[]> {
  const found = await Promise.all(
    Object.values(kinds).flatMap((kind) => {
      const byButton = 'never' in kind.takenBack ? kind.takenBack.byButton : undefined;
      if (!byButton) return [];
      return kind.partitions({ codes, years: [] }).map(async (partition) => {
        const all = await collectionOf(store, kind).list(partition);
        return all.flatMap(({ value }) => byButton(value));
      });
    }),
  );
  return found.flat();
}

/** The last of them that this person may still take back, where nothing was reported later. */
export function laterByButton(
  all: readonly WayBack[],
  last: Pick<Undoable, 'at'> | undefined,
  { from, now }: Pick<TurnStart, 'from' | 'now'>,
): WayBack | undefined {
  const [newest] = all.filter((each) => isUndoable(each, from.by, now)).toSorted((a, b) => b.at.localeCompare(a.at));
  return newest && (!last || newest.at > last.at) ? newest : undefined;
}

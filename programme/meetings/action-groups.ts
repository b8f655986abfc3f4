import type { Day } from '../day.ts';
import type { Member } from '../member.ts';
import { type ActionItem, openActions, ownerOn } from './action-item.ts';

/** Open 宿題 of one person in one municipality, by what is due first. `owner` is undefined where nobody has them. */
export type ActionGroup = {
  readonly municipality: string | undefined;
  readonly owner: Member | undefined;
  readonly actions: readonly ActionItem[];
};

/**
 * Everybody's open 宿題 by municipality and person: first what nobody has, then who is late, longest first; then by
 * municipality, those of the programme as a whole last.
 */
export function actionGroups(
  actions: readonly ActionItem[],
  members: ReadonlyMap<string, Member>,
  today: Day,
): readonly ActionGroup[] {
  const groups = new Map<string, ActionGroup>();
  for (const action of openActions(actions)) {
    const owner = ownerOn(action, members, today);
    const key = `${action.municipality ?? '~'} ${owner?.id ?? ''}`;
    const known = groups.get(key)?.actions ?? [];
    groups.set(key, { municipality: action.municipality, owner, actions: [...known, action] });
  }
  const order = ({ municipality = '~', owner, actions: [first] }: ActionGroup): string => {
    const late = first && first.due < today ? first.due : '~';
    return [owner ? 1 : 0, owner ? late : '', municipality, owner?.lead ? 0 : 1, owner?.id ?? ''].join(' ');
  };
  return [...groups.values()].toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** One page of such groups, a group that does not fit going on on the next one. */
export function pageOfGroups(groups: readonly ActionGroup[], page: number, size: number): readonly ActionGroup[] {
  const [from, to] = [(page - 1) * size, page * size];
  let before = 0;
  return groups.flatMap((group) => {
    const start = before;
    before += group.actions.length;
    const actions = group.actions.slice(Math.max(0, from - start), Math.max(0, to - start));
    return actions.length > 0 ? [{ ...group, actions }] : [];
  });
}

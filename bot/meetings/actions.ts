import { type ActionItem, openActions } from '../../programme/action-item.ts';
import { mayNamePeople } from '../../programme/member.ts';
import { MEMBERS, municipal, PROGRAMME } from '../../storage/collections.ts';
import type { Looking } from './find.ts';

const ALL = { from: 'action-', below: 'action.' };

/** Where an action is kept. */
export const actionAt = ({ municipality, id }: Pick<ActionItem, 'municipality' | 'id'>) => ({
  partition: municipality ? municipal(municipality) : PROGRAMME,
  id,
});

/** What this person took on and has not finished. */
export async function ownActions(turn: Pick<Looking, 'who' | 'store'>): Promise<readonly ActionItem[]> {
  const all = await reachableActions(turn);
  return openActions(all.filter(({ owner }) => owner === turn.who.id));
}

/**
 * For the weekly card of a municipality: what its people took on, one's own first, and what this person took on for no
 * municipality; with a colleague's name where people may be named.
 */
export async function homeworkIn(
  municipality: string,
  { store, who, room }: Pick<Looking, 'who' | 'store' | 'room'>,
): Promise<readonly (readonly [ActionItem, string | undefined])[]> {
  const [all, others, members] = await Promise.all([
    store.actionItems.list(municipal(municipality), ALL),
    store.actionItems.list(PROGRAMME, ALL),
    store.members.list(MEMBERS),
  ]);
  const names = new Map(members.map(({ value }) => [value.id, value.name]));
  const isOwn = ({ owner }: ActionItem) => owner === who.id;
  const open = openActions([...all.map(({ value }) => value), ...others.map(({ value }) => value).filter(isOwn)]);
  return [...open.filter(isOwn), ...open.filter((action) => !isOwn(action))].map((action) => {
    const owner = isOwn(action) || !mayNamePeople(room.audience) ? undefined : names.get(action.owner);
    return [action, owner && `担当 ${owner}さん`] as const;
  });
}

/** Everything in the municipalities of this person, and of the programme as a whole. */
async function reachableActions({ store, who }: Pick<Looking, 'who' | 'store'>): Promise<readonly ActionItem[]> {
  const partitions = [PROGRAMME, ...who.municipalities.map(municipal)];
  const found = await Promise.all(partitions.map((partition) => store.actionItems.list(partition, ALL)));
  return found.flat().map(({ value }) => value);
}

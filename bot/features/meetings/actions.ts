import type { NamedAction } from '../../../cards/meetings/actions.ts';
import { may, mayNamePeople } from '../../../programme/may.ts';
import { type ActionItem, openActions } from '../../../programme/meetings/action-item.ts';
import type { Member } from '../../../programme/member.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { MEMBERS, municipal, PROGRAMME, type Store } from '../../../storage/collections.ts';
import { municipalitiesIn } from '../../../storage/municipalities.ts';
import type { LookUpTurn } from './find.ts';

const ALL = { from: 'action-', below: 'action.' };

/** Where an action is kept. */
export const actionAt = ({ municipality, id }: Pick<ActionItem, 'municipality' | 'id'>) => ({
  partition: municipality ? municipal(municipality) : PROGRAMME,
  id,
});

/** What this person took on, or took over; in a group room only what belongs to those who are in it. */
export async function ownActions(turn: Pick<LookUpTurn, 'who' | 'store' | 'room'>): Promise<readonly ActionItem[]> {
  const { audience } = turn.room;
  const own = (await reachableActions(turn)).filter(({ owner }) => owner === turn.who.id);
  return audience !== undefined && /^\d/.test(audience)
    ? own.filter(({ municipality }) => municipality === audience)
    : own;
}

/** The same with whom it was taken over from, where people may be named. */
export async function namedActions(
  actions: readonly ActionItem[],
  { store, who, room }: Pick<LookUpTurn, 'who' | 'store' | 'room'>,
): Promise<readonly NamedAction[]> {
  const members = mayNamePeople(room.audience) ? (await store.members.list(MEMBERS)).map(({ value }) => value) : [];
  const names = new Map(members.map(({ id, name }) => [id, name]));
  return actions.map((action) => [action, whoseIs(action, who, names)] as const);
}

function whoseIs({ owner, formerOwner }: ActionItem, who: Pick<Member, 'id'>, names: ReadonlyMap<string, string>) {
  const [now, before] = [owner === who.id ? undefined : names.get(owner), names.get(formerOwner ?? '')];
  const parts = [...(now ? [`担当 ${now}さん`] : []), ...(before ? [`前任の${before}さんから引き継ぎ`] : [])];
  return parts.length > 0 ? parts.join('・') : undefined;
}

/**
 * For the weekly card of a municipality: what its people took on, one's own first, and what this person took on for no
 * municipality; with a colleague's name where people may be named.
 */
export async function homeworkIn(
  municipality: string,
  { store, who, room }: Pick<LookUpTurn, 'who' | 'store' | 'room'>,
): Promise<readonly NamedAction[]> {
  const [all, others] = await Promise.all([
    store.actionItems.list(municipal(municipality), ALL),
    store.actionItems.list(PROGRAMME, ALL),
  ]);
  const isOwn = ({ owner }: ActionItem) => owner === who.id;
  const open = openActions([...all.map(({ value }) => value), ...others.map(({ value }) => value).filter(isOwn)]);
  const ownFirst = [...open.filter(isOwn), ...open.filter((action) => !isOwn(action))];
  return namedActions(ownFirst, { store, who, room });
}

/** Everything in the municipalities of this person, and of the programme as a whole. */
const reachableActions = ({ store, who }: Pick<LookUpTurn, 'who' | 'store'>): Promise<readonly ActionItem[]> =>
  actionsIn(store, [PROGRAMME, ...who.municipalities.map(municipal)]);

/** Every 宿題 of these partitions, whatever became of it. */
export async function actionsIn(store: Store, partitions: readonly string[]): Promise<readonly ActionItem[]> {
  const found = await Promise.all(partitions.map((partition) => store.actionItems.list(partition, ALL)));
  return found.flat().map(({ value }) => value);
}

/**
 * One 宿題 that this person may reach, whoever has it.
 * @throws Refusal where there is none, or it was taken back
 */
export async function actionReached(
  id: string,
  { who, store }: Pick<LookUpTurn, 'who' | 'store'>,
): Promise<ActionItem> {
  const codes =
    who.role === 'secretariat' ? (await municipalitiesIn(store)).map(({ code }) => code) : who.municipalities;
  const found = await Promise.all(
    [PROGRAMME, ...codes.map(municipal)].map((partition) => store.actionItems.get(partition, id)),
  );
  const action = found.find((each) => each && !each.value.undone)?.value;
  if (!action) throw Refusal.because('unknown-action-item');
  return action;
}

/**
 * One that this person may finish or open again: whoever took it on, a colleague of the same municipality, or the secretariat.
 * @throws Refusal where it is not there any more, or not theirs
 */
export async function actionToFinish(id: string, turn: LookUpTurn): Promise<ActionItem> {
  const found = await actionReached(id, turn);
  if (!mayFinish(found, turn)) throw Refusal.because('not-your-action');
  return found;
}

function mayFinish({ owner, municipality }: ActionItem, { who, room }: LookUpTurn): boolean {
  if (owner === who.id || who.role === 'secretariat') return true;
  return who.role === 'municipal' && municipality !== undefined && may(who, 'meet', municipality, room.audience);
}

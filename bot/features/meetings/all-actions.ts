import type { Card, Node } from '../../../cards/card.ts';
import { allActionsCard, oneActionCard, type ShownGroup } from '../../../cards/meetings/all-actions.ts';
import { dayOf, instantOf } from '../../../programme/day.ts';
import { deliveriesFrom } from '../../../programme/delivery.ts';
import { may, mayNamePeople } from '../../../programme/may.ts';
import { type ActionGroup, actionGroups, pageOfGroups } from '../../../programme/meetings/action-groups.ts';
import { type ActionItem, openActions, ownerOn } from '../../../programme/meetings/action-item.ts';
import { type Remind, remindOf } from '../../../programme/meetings/action-reminder.ts';
import { type Member, roleNames } from '../../../programme/member.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import { pageOf } from '../../../programme/page.ts';
import { MEMBERS, municipal, PROGRAMME, type Store } from '../../../storage/collections.ts';
import { municipalitiesIn, municipalityNames } from '../../../storage/municipalities.ts';
import { chatsOf } from '../people/people.ts';
import { actionReminder } from './action-reminder.ts';
import { actionAt, actionsIn } from './actions.ts';
import type { LookUpTurn } from './find.ts';

/** 宿題 on one page of a phone. */
const A_PAGE = 8;

/** Everybody of the roster, as it is kept, those who left too. */
export async function rosterById(store: Store): Promise<ReadonlyMap<string, Member>> {
  return new Map((await store.members.list(MEMBERS)).map(({ value }) => [value.id, value]));
}

/** Where something can be done about 宿題: in a room with others nobody is put on the spot. */
const opensHere = ({ room }: LookUpTurn): boolean => room.audience === undefined || room.audience === 'secretariat';

/** A page of everybody's open 宿題, or of those of one municipality; in a room, of what it may see. */
export async function allActions(turn: LookUpTurn, page = 1, municipality?: Municipality): Promise<Card> {
  const { who, store, now, room } = turn;
  const [all, members, townOf] = await Promise.all([
    municipality ? [municipality] : municipalitiesIn(store),
    rosterById(store),
    municipalityNames(store),
  ]);
  const seen = all.filter(({ code }) => may(who, 'homework', code, room.audience)).map(({ code }) => municipal(code));
  const isOfOne = municipality !== undefined || /^\d/.test(room.audience ?? '');
  const today = dayOf(now);
  const groups = actionGroups(await actionsIn(store, [...(isOfOne ? [] : [PROGRAMME]), ...seen]), members, today);
  const actions = groups.flatMap((group) => group.actions);
  const { at, pages } = pageOf(actions, page, A_PAGE);
  const mayName = mayNamePeople(room.audience);
  return allActionsCard({
    groups: pageOfGroups(groups, at, A_PAGE).map((group) => shownGroup(group, { members, townOf, mayName })),
    counts: {
      all: actions.length,
      late: actions.filter(({ due }) => due < today).length,
      nobody: groups.filter(({ owner }) => !owner).flatMap((group) => group.actions).length,
    },
    page: at,
    pages,
    today,
    municipality,
    opens: opensHere(turn),
  });
}

/** Open 宿題 that nobody has, of these municipalities and of the programme as a whole. */
export async function unownedActions(
  { store, now }: Pick<LookUpTurn, 'store' | 'now'>,
  codes: readonly string[],
): Promise<readonly ActionItem[]> {
  const [all, members] = await Promise.all([actionsIn(store, [PROGRAMME, ...codes.map(municipal)]), rosterById(store)]);
  const today = dayOf(now);
  return openActions(all).filter((action) => ownerOn(action, members, today) === undefined);
}

type Naming = {
  readonly members: ReadonlyMap<string, Member>;
  readonly townOf: (code: string) => string;
  readonly mayName: boolean;
};

const shownGroup = (group: ActionGroup, naming: Naming): ShownGroup => ({
  whose: whoseIs(group, naming),
  nobody: group.owner === undefined,
  actions: group.actions,
});

/** 小海町 山田 花子; 小海町 担当がいません（前の担当 山田 花子）. */
function whoseIs({ municipality, owner, actions }: ActionGroup, { members, townOf, mayName }: Naming): string {
  const office = municipality ? townOf(municipality) : owner ? roleNames[owner.role] : '';
  const role = owner && municipality && owner.role !== 'municipal' ? `（${roleNames[owner.role]}）` : '';
  if (owner) return mayName ? `${office} ${owner.name}${role}` : office;
  const former = members.get(actions[0]?.owner ?? '');
  return [office, `担当がいません${former && mayName ? `（前の担当 ${former.name}）` : ''}`].join(' ').trim();
}

/** One 宿題 with what can be done about it. */
export async function oneAction(action: ActionItem, turn: LookUpTurn, said: readonly Node[] = []): Promise<Card> {
  const { store, now, room } = turn;
  const [members, townOf, meeting, remind] = await Promise.all([
    rosterById(store),
    municipalityNames(store),
    store.meetings.get(PROGRAMME, action.meeting),
    remindAbout(action, turn),
  ]);
  const group = {
    municipality: action.municipality,
    owner: ownerOn(action, members, dayOf(now)),
    actions: [action],
  };
  const mayName = mayNamePeople(room.audience);
  const view = {
    action,
    whose: whoseIs(group, { members, townOf, mayName }),
    meeting: meeting?.value.title,
    former: action.formerOwner === undefined || !mayName ? undefined : members.get(action.formerOwner)?.name,
    remind,
    today: dayOf(now),
  };
  return oneActionCard(view, said);
}

/** Whether its owner can be reminded by hand, and by what. */
export async function remindAbout(action: ActionItem, { store, now, programme }: LookUpTurn): Promise<Remind> {
  const [members, chats, deliveries] = await Promise.all([
    rosterById(store),
    chatsOf(store),
    store.deliveries.list(actionAt(action).partition, deliveriesFrom(instantOf(dayOf(now)))),
  ]);
  return remindOf({
    action,
    members,
    programme,
    now,
    job: actionReminder,
    deliveries: deliveries.map(({ value }) => value),
    hasAddress: ({ id }) => chats(id).length > 0,
  });
}

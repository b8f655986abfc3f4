import { z } from 'zod';
import { actionReminderCard } from '../../../cards/meetings/actions.ts';
import { leaveOn } from '../../../programme/absence.ts';
import { calendarOf } from '../../../programme/calendar.ts';
import { type Day, dayOf } from '../../../programme/day.ts';
import { type ActionItem, mayHold, openActions } from '../../../programme/meetings/action-item.ts';
import { actionRemindedOn } from '../../../programme/meetings/action-reminder.ts';
import type { Member } from '../../../programme/member.ts';
import { askedOf } from '../../../programme/people/asking.ts';
import { daily } from '../../../programme/schedule.ts';
import { MEMBERS, municipal, PROGRAMME } from '../../../storage/collections.ts';
import { away, type DueItem, defineJob, hours, type Planning, withdraw } from '../../job.ts';
import { isRunning } from '../people/who-is-asked.ts';
import { actionAt, actionsIn, namedActions } from './actions.ts';

const ReminderOfActions = z.object({ municipality: z.string().optional(), actions: z.array(z.string()) });
type ReminderOfActions = z.infer<typeof ReminderOfActions>;

/**
 * 宿題 that are due in two open days or have just become late, one card per person and municipality. Whoever gets the
 * weekly card sees theirs there and is not asked twice. The secretariat's 催促 of one 宿題 uses the same card.
 */
export const actionReminder = defineJob({
  name: 'action-reminder',
  called: '宿題の案内',
  withdraws: { ...away, done: '完了したか担当が変わったため送りませんでした' },
  item: ReminderOfActions,
  within: hours(8),
  schedule: (_programme, who) => (who?.preference?.off ? undefined : daily('09:00')),

  async due(slot, planning) {
    if (!isRunning(planning.programme, slot.day)) return [];
    const all = await actionsIn(planning.store, [
      PROGRAMME,
      ...planning.municipalities.map(({ code }) => municipal(code)),
    ]);
    const near = openActions(all).filter((action) => isRemindedOn(slot.day, action, planning));
    const cards = new Map<string, DueItem<ReminderOfActions>>();
    for (const action of near) {
      const owner = planning.members.find(({ id }) => id === action.owner);
      if (!owner || !mayHold(owner, action) || hasWeeklyCard(owner, slot.day, planning)) continue;
      const key = `${owner.id} ${action.municipality ?? ''}`;
      cards.set(key, withAction(cards.get(key)?.item.actions ?? [], action, owner));
    }
    return [...cards.values()];
  },

  async card({ municipality, actions: ids }, { store, who, now }) {
    const today = dayOf(now);
    if (!who || leaveOn(who.leave, today)) return withdraw('on-leave');
    const kept = municipality === undefined ? {} : { municipality };
    const found = await Promise.all(ids.map((id) => store.actionItems.get(actionAt({ ...kept, id }).partition, id)));
    const open = openActions(found.flatMap((each) => (each ? [each.value] : [])));
    const absent = await absentOwner(open, who, { store, today });
    const theirs = open.filter(({ owner }) => owner === (absent ?? who).id);
    if (theirs.length === 0) return withdraw('done');
    const named = await namedActions(theirs, { store, who, room: { audience: undefined } });
    return actionReminderCard(named, today, absent?.name);
  },
});

function isRemindedOn(day: Day, action: ActionItem, { programme }: Planning): boolean {
  const calendar = calendarOf(programme.closures, action.municipality);
  return calendar.isOpen(day) && actionRemindedOn(action, calendar).includes(day);
}

function hasWeeklyCard({ id, role, municipalities }: Member, day: Day, { members }: Planning): boolean {
  return role === 'municipal' && municipalities.some((code) => askedOf(code, members, day).who?.id === id);
}

function withAction(known: readonly string[], { municipality, id }: ActionItem, owner: Member) {
  const kept = municipality === undefined ? {} : { municipality };
  return {
    recipient: { kind: 'member', id: owner.id } as const,
    about: municipality ?? 'programme',
    item: { ...kept, actions: [...known, id] },
    ...kept,
  };
}

type Looking = Parameters<typeof namedActions>[1] & { readonly today: Day };

/** Who has it and is on leave, with this person standing in for them. */
async function absentOwner(
  open: readonly ActionItem[],
  who: Member,
  { store, today }: Pick<Looking, 'store' | 'today'>,
): Promise<Member | undefined> {
  for (const { owner } of open) {
    const found = owner === who.id ? undefined : (await store.members.get(MEMBERS, owner))?.value;
    if (found && leaveOn(found.leave, today)?.substitute === who.id) return found;
  }
  return undefined;
}

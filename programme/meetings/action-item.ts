import { z } from 'zod';
import { type Calendar, previousOpenDay } from '../calendar.ts';
import { Day } from '../day.ts';
import { defineKind, inMunicipalityOrProgramme, ofYearOf, wholly } from '../kind.ts';
import { may } from '../may.ts';
import { type Member, memberOn } from '../member.ts';
import { Provenance } from '../provenance.ts';
import { exportSheet, momentCell } from '../sheet.ts';
import { meetings } from './kind.ts';
import { fingerprint } from './meeting.ts';

/** 宿題: what somebody took on in a meeting, until it is done. */
export const ActionItem = z.object({
  id: z.string(),
  meeting: z.string(),
  /** A member of the roster. */
  owner: z.string(),
  /** Who had it before the owner, where it was handed over. */
  formerOwner: z.string().optional(),
  /** 団体コード of the owner's municipality; absent for the secretariat and the prefecture. */
  municipality: z.string().optional(),
  what: z.string().min(1),
  due: Day,
  /** Who wrote it down, in which minutes. */
  recorded: Provenance,
  done: Provenance.optional(),
  undone: Provenance.optional(),
  /** Each time the secretariat gave it to somebody else; what a change of the roster hands on, that change tells. */
  handed: z.array(Provenance.extend({ to: z.string() })).optional(),
});
export type ActionItem = z.infer<typeof ActionItem>;

/** The same thing for the same person is the same action, however often the minutes are sent. */
export function actionId(meeting: string, owner: string, what: string): string {
  return `action-${meeting}:${fingerprint(`${owner} ${what.normalize('NFKC').replace(/\s/g, '')}`)}`;
}

/** Deadlines lie on an open day: the last one before, unless that is already past. */
export function dueOn(by: Day, today: Day, calendar: Calendar): Day {
  const moved = previousOpenDay(by, calendar);
  return moved < today ? by : moved;
}

export function isOpenAction(action: ActionItem): boolean {
  return action.done === undefined && action.undone === undefined;
}

/** By what is due first. */
export function openActions(actions: readonly ActionItem[]): readonly ActionItem[] {
  return actions.filter(isOpenAction).toSorted((a, b) => `${a.due} ${a.id}`.localeCompare(`${b.due} ${b.id}`));
}

/** Written down again: another day counts, what was taken back is there again, what is done stays done. */
export function withRecorded(known: ActionItem | undefined, action: ActionItem): ActionItem {
  if (!known) return action;
  if (known.recorded.ask === action.recorded.ask) return known;
  if (known.undone === undefined && known.due === action.due) return known;
  const { undone: _back, ...kept } = known;
  return { ...kept, due: action.due, recorded: action.recorded };
}

/** Those that were finished, the last one first. */
export function doneActions(actions: readonly ActionItem[]): readonly ActionItem[] {
  const when = ({ done, id }: ActionItem) => `${done?.at} ${id}`;
  return actions.filter(({ done, undone }) => done && !undone).toSorted((a, b) => when(b).localeCompare(when(a)));
}

/** Done, by whoever says so first. */
export function withDone(action: ActionItem, from: Provenance): ActionItem {
  return isOpenAction(action) ? { ...action, done: from } : action;
}

/** Not done after all. */
export function withReopened(action: ActionItem): ActionItem {
  if (action.done === undefined) return action;
  const { done: _not, ...open } = action;
  return open;
}

/** Handed over once: whoever has it by then, or has finished it, keeps it. `by`: who decided that, where it was somebody. */
export function withNewOwner(action: ActionItem, from: string, to: string, by?: Provenance): ActionItem {
  if (!isOpenAction(action) || action.owner !== from || from === to) return action;
  const handed = by ? { handed: [...(action.handed ?? []), { ...by, to }] } : {};
  return { ...action, owner: to, formerOwner: from, ...handed };
}

type Holder = Pick<Member, 'active' | 'role' | 'municipalities'>;

/**
 * Whether somebody can go on with it: of what belongs to a municipality whoever works there, serves it, or reaches
 * every municipality; never who has left, nor an observer.
 */
export function mayHold(who: Holder, { municipality }: Pick<ActionItem, 'municipality'>): boolean {
  return may(who, 'meet', municipality);
}

/** Why somebody cannot be given it; undefined where they can. What is no municipality's stays with those who steer or advise. */
export function troubleWith(
  who: Holder,
  action: Pick<ActionItem, 'municipality'>,
): 'has-left' | 'observer' | 'elsewhere' | undefined {
  if (!who.active) return 'has-left';
  if (who.role === 'observer') return 'observer';
  const isOfATown = action.municipality === undefined && who.role === 'municipal';
  return isOfATown || !mayHold(who, action) ? 'elsewhere' : undefined;
}

/**
 * Whose it is on a day; undefined where its owner has left, or serves the municipality no longer, and nobody has it.
 * @param members everybody of the roster, as it is kept
 */
export function ownerOn(action: ActionItem, members: ReadonlyMap<string, Member>, today: Day): Member | undefined {
  const owner = members.get(action.owner);
  return owner && mayHold(memberOn(owner, today), action) ? owner : undefined;
}

export const actionItems = defineKind({
  name: 'actionItems',
  called: '宿題',
  container: 'state',
  schema: ActionItem,
  ...inMunicipalityOrProgramme,
  id: ({ id }) => id,
  belongsTo: (action, town) => wholly(action, action.municipality === town.code || town.has(meetings, action.meeting)),
  ofYear: ofYearOf(meetings, ({ meeting }) => meeting),
  keptFor: {
    years: 'records',
    isOver: (action, { isOver }) => isOver(meetings, action.meeting) && !isOpenAction(action),
  },
  exported: {
    as: 'sheets',
    sheets: [
      exportSheet<ActionItem>('宿題', 'meetings', {
        会議: ({ meeting }, { titleOfMeeting }) => titleOfMeeting(meeting),
        すること: ({ what }) => what,
        担当: ({ owner }, { nameOf }) => nameOf(owner),
        市町村名: ({ municipality }, { townName }) => townName(municipality),
        期限: ({ due }) => due,
        前の担当: ({ formerOwner }, { nameOf }) => formerOwner && nameOf(formerOwner),
        完了日時: ({ done }) => momentCell(done?.at),
        取消日時: ({ undone }) => momentCell(undone?.at),
      }),
    ],
  },
  takenBack: {
    never: 'an action is done or opened again by its own buttons',
    ownWay: ({ id, what, done }, said) =>
      done?.ask === said
        ? { what: `宿題「${what}」の完了`, back: { command: 'reopen-action', input: { action: id } } }
        : undefined,
  },
  audited: true,
  ofTheChat: [],
});

import type { ActionRow, MinutesReceipt, RowError } from '../../../cards/meetings/minutes.ts';
import { calendarOf } from '../../../programme/calendar.ts';
import { Day, dayOf } from '../../../programme/day.ts';
import { type ActionItem, actionId, dueOn, withRecorded } from '../../../programme/meetings/action-item.ts';
import type { Meeting } from '../../../programme/meetings/meeting.ts';
import {
  currentMinutes,
  decisionLines,
  type Minutes,
  type MinutesSaid,
  withMinutes,
} from '../../../programme/meetings/minutes.ts';
import { UNDO_HOURS } from '../../../programme/provenance.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { isUndoable, withUndone } from '../../../programme/undo.ts';
import { PROGRAMME } from '../../../storage/collections.ts';
import type { MemberStart, MemberTurn } from '../../turn.ts';
import { actionAt } from './actions.ts';
import { municipalityOfAction, type Owners, ownerOf, perhapsOwner } from './owners.ts';
import { actionsOf, lineOf, ownerNames } from './view.ts';

type Taken = { readonly action: ActionItem; readonly by: Day };
export type JudgedActions = { readonly taken: readonly Taken[]; readonly errors: ReadonlyMap<number, RowError> };

export const isBlank = ({ who, what, by }: ActionRow) => !who && !what && !by;

/** Every row that was filled in, or why it cannot be taken. */
export function judgeRows(
  rows: readonly ActionRow[],
  meeting: Meeting,
  owners: Owners,
  turn: MemberStart,
): JudgedActions {
  const errors = new Map<number, RowError>();
  const taken: Taken[] = [];
  for (const [at, row] of rows.entries()) {
    if (isBlank(row)) continue;
    const judged = judge(row, meeting, owners, turn);
    if ('problem' in judged) errors.set(at, judged);
    else taken.push(judged);
  }
  return { taken, errors };
}

function judge(row: ActionRow, meeting: Meeting, owners: Owners, turn: MemberStart): Taken | RowError {
  const today = dayOf(turn.now);
  const { who = '', what = '', by = '' } = row;
  const wrong = (input: RowError['input'], problem: string): RowError => ({ input, problem });
  const missing = (['what', 'who', 'by'] as const).find((input) => !row[input]);
  if (missing) return wrong(missing, 'すること・担当・期限を全て入力してください。');
  const owner = ownerOf(who, owners);
  const near = owner ? undefined : perhapsOwner(who, owners);
  if (near) return { ...wrong('who', `「${near.name}」さんですか。よければ、このまま記録してください。`), meant: near };
  if (!owner) return wrong('who', `「${who}」は会議の対象の中に見つかりません。市町村名か氏名で入力してください。`);
  if (!Day.safeParse(by).success) return wrong('by', '期限の日付を選んでください。');
  if (by < today) return wrong('by', '期限は今日からあとの日にしてください。');
  const municipality = municipalityOfAction(owner, meeting);
  const due = dueOn(by, today, calendarOf(turn.programme.closures, municipality));
  const action: ActionItem = {
    id: actionId(meeting.id, owner.id, what),
    meeting: meeting.id,
    owner: owner.id,
    what,
    due,
    recorded: turn.from,
    ...(municipality === undefined ? {} : { municipality }),
  };
  return { action, by };
}

/** Writes decisions and actions. The same again changes nothing. */
export async function writeMinutes(
  meeting: Meeting,
  said: MinutesSaid,
  taken: readonly Taken[],
  turn: MemberTurn,
): Promise<MinutesReceipt> {
  const at = { partition: PROGRAMME, id: `minutes-${meeting.id}` };
  const minutes =
    Object.keys(said).length === 0
      ? (await turn.store.minutes.get(at.partition, at.id))?.value
      : await turn.change('minutes', at, (known) => withMinutes(known, meeting.id, said, turn.from));
  const owner = await ownerNames(turn);
  const actions: MinutesReceipt['actions'][number][] = [];
  for (const { action, by } of taken) {
    const kept = await turn.change('actionItems', actionAt(action), (known) => withRecorded(known, action));
    actions.push({ ...lineOf(kept, owner(kept)), movedFrom: kept.due === by ? undefined : by });
  }
  const lines = decisionLines(currentMinutes(minutes)?.decisions ?? '');
  return { meeting, decisions: lines, actions, report: turn.from.ask };
}

/** What one message wrote of a meeting, and may still be taken back. */
type WrittenOf = { readonly minutes: Minutes | undefined; readonly actions: readonly ActionItem[] };

/** @throws Refusal where it is nothing */
export async function toTakeBack(meeting: Meeting, report: string, turn: MemberStart): Promise<WrittenOf> {
  const found = (await turn.store.minutes.get(PROGRAMME, `minutes-${meeting.id}`))?.value;
  const minutes = found && withUndone(found.versions, report, turn.from) !== found.versions ? found : undefined;
  const actions = (await actionsOf(meeting, turn)).filter(
    ({ recorded }) => recorded.ask === report && isUndoable(recorded, turn.who.id, turn.now),
  );
  if (!minutes && actions.length === 0) throw Refusal.because('nothing-to-undo', { hours: UNDO_HOURS });
  return { minutes, actions };
}

/** Takes it back; what it was, a line each. */
export async function takeBackMinutes(
  { minutes, actions }: WrittenOf,
  { meeting, report }: { readonly meeting: Meeting; readonly report: string },
  turn: MemberTurn,
): Promise<readonly string[]> {
  if (minutes)
    await turn.change('minutes', { partition: PROGRAMME, id: `minutes-${meeting.id}` }, (known = minutes) => {
      const versions = withUndone(known.versions, report, turn.from);
      return versions === known.versions ? known : { ...known, versions };
    });
  for (const action of actions)
    await turn.change('actionItems', actionAt(action), (known = action) =>
      known.undone ? known : { ...known, undone: turn.from },
    );
  return [...(minutes ? ['決まったこと'] : []), ...actions.map(({ what }) => `宿題: ${what}`)];
}

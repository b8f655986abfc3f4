import { type Interview, isExpired } from '../../programme/interview.ts';
import { withoutDirection } from '../../programme/written.ts';
import { INTERVIEWS } from '../../storage/collections.ts';
import { interviewId } from '../../storage/ids.ts';
import { change } from '../../storage/store.ts';
import type { TurnStart } from '../turn.ts';

/** One interview per person and room. */
export const interviewAt = ({ room, person }: TurnStart) => ({
  partition: INTERVIEWS,
  id: interviewId(room.channel, person, room.id),
});

/** What a turn has found, by where it comes from: it looks before it hears and again before it answers. */
const found = new WeakMap<TurnStart['from'], Interview | 'none'>();

export async function interviewOf(turn: TurnStart): Promise<Interview | undefined> {
  const last = found.get(turn.from);
  if (last !== undefined) return last === 'none' ? undefined : last;
  const { partition, id } = interviewAt(turn);
  const value = (await turn.store.interviews.get(partition, id))?.value;
  found.set(turn.from, value ?? 'none');
  return value;
}

/** The same account may have become somebody else's since: a duty mailbox, or one that was cut. */
export const isTheirs = ({ member }: Interview, { who }: TurnStart): boolean =>
  member === undefined || member === who?.id;

/** What a button brought along is not checked before it is asked for; none of it may turn around what it stands in. */
const harmless = (interview: Interview): Interview => JSON.parse(withoutDirection(JSON.stringify(interview)));

export async function keep(next: Interview, turn: TurnStart): Promise<Interview> {
  const member = turn.who ? { member: turn.who.id } : {};
  const value = harmless({ ...next, ...member, lastAsk: turn.from.ask, touchedAt: turn.now.toISOString() });
  await change(turn.store.interviews, interviewAt(turn), () => ({ value }));
  found.set(turn.from, value);
  return value;
}

/** What was answered is kept elsewhere by now, or is not wanted: what waited behind it is what waits now. */
export async function leave(turn: TurnStart): Promise<Interview | undefined> {
  const known = await interviewOf(turn);
  const waiting = known && waitingBehind(known, turn);
  if (waiting) return keep(waiting, turn);
  await forget(turn);
  return undefined;
}

/** What waits behind the one that is open or over. */
export const waitingBehind = ({ behind }: Interview, turn: TurnStart): Interview | undefined =>
  behind && isTheirs(behind, turn) && !isExpired(behind, turn.now) ? behind : undefined;

/** Nothing is open any more, and nothing waits. */
export async function forget(turn: TurnStart): Promise<void> {
  const { partition, id } = interviewAt(turn);
  const kept = await turn.store.interviews.get(partition, id);
  if (kept) await turn.store.interviews.remove(partition, id, kept.etag);
  found.set(turn.from, 'none');
}

/** What was answered could not be carried out for a reason of ours: the last question is open again. */
export async function reopen(turn: TurnStart): Promise<void> {
  const known = await interviewOf(turn);
  if (known?.state !== 'done' || known.lastAsk !== turn.from.ask) return;
  const again = known.picking === undefined ? {} : { picking: true };
  await keep({ ...known, state: 'asking', at: known.questions.length - 1, ...again }, turn);
}

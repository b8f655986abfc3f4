import { seesEverywhere } from '../../../programme/may.ts';
import type { Member } from '../../../programme/member.ts';
import { Refusal } from '../../../programme/refusal.ts';
import type { TurnStart } from '../../turn.ts';

/**
 * Of what is about all municipalities: the ones (団体コード) this person is shown, in a chat of their own; undefined for
 * who sees all of them.
 * @throws Refusal in a room, and for whoever serves none today
 */
export function ownTownsOnly(who: Member, room: Pick<TurnStart['room'], 'audience'>): readonly string[] | undefined {
  if (seesEverywhere(who)) return undefined;
  if (room.audience !== undefined) throw Refusal.because('only-one-to-one', {});
  if (who.municipalities.length === 0) throw Refusal.because('no-assignment');
  return who.municipalities;
}

import type { Ask } from '../../cards/card.ts';
import { placeToKeep } from '../../programme/chosen-place.ts';
import { acquaintanceId } from '../../storage/ids.ts';
import { change } from '../../storage/store.ts';
import type { TurnStart } from '../turn.ts';
import { accountAt } from './accounts.ts';

/**
 * Keeps of which municipality somebody has just spoken in a chat of their own, where they serve several. What names none,
 * or the one that is kept, writes nothing.
 */
export async function keepChosen(decided: unknown, asked: Ask, turn: TurnStart): Promise<void> {
  const { who, chosen, room, now, store } = turn;
  if (!who || room.audience !== undefined || asked.input['municipality'] === undefined) return;
  const named = (decided as Ask['input'])['municipality'];
  const spokenOf = placeToKeep(named, who, chosen, { now, pressed: turn.pressed === true });
  if (!spokenOf) return;
  await change(store.acquaintances, accountAt(acquaintanceId(turn.via, turn.person)), (known) => {
    if (!known) throw new Error('spoke, and was never met');
    return { value: { ...known, spokenOf } };
  });
}

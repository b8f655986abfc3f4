import { type Acquaintance, waitingFor } from '../../../programme/acquaintance.ts';
import { may, notAllowed } from '../../../programme/may.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { acquaintanceId } from '../../../storage/ids.ts';
import type { MemberStart } from '../../turn.ts';
import { accountAt } from '../../who/accounts.ts';

/** The account this turn is taken in. */
export const hereIn = ({ room, person }: Pick<MemberStart, 'room' | 'person'>): string =>
  acquaintanceId(room.channel, person);

/**
 * Whose account it is, or says to be.
 * @throws Refusal where it is nobody's, or where this person has no say in it
 */
export async function decided(account: string, turn: MemberStart): Promise<{ readonly member: string }> {
  const { partition, id } = accountAt(account);
  const found = (await turn.store.acquaintances.get(partition, id))?.value;
  const member = found && whoseIs(found);
  if (member === undefined) throw Refusal.because('account-gone');
  if (member !== turn.who.id && !may(turn.who, 'accounts')) throw notAllowed('accounts', turn.who);
  return { member };
}

const whoseIs = (account: Acquaintance): string | undefined => account.member ?? waitingFor(account);

import { type AccountsOf, accountsCard } from '../../cards/accounts.ts';
import type { Card, Node } from '../../cards/card.ts';
import { waitingFor } from '../../programme/acquaintance.ts';
import type { Member } from '../../programme/member.ts';
import type { OwnTurn } from '../reminders/people.ts';
import { allAccounts, newestFirst } from './accounts.ts';
import { hereIn } from './who-decides.ts';

/** The chats of these people, what waits for a yes first. */
export async function accountsView(members: readonly Member[], turn: OwnTurn, said?: Node): Promise<Card> {
  const all = await allAccounts(turn.store);
  const people = members.map((who): AccountsOf => {
    const own = newestFirst(all.filter(({ member }) => member === who.id));
    return { who, accounts: [...all.filter((one) => waitingFor(one) === who.id), ...own] };
  });
  return accountsCard({ people, here: hereIn(turn), reader: turn.who.id, said });
}

import type { Card, Node } from '../../../cards/card.ts';
import { type AccountsOf, accountsCard } from '../../../cards/people/accounts.ts';
import { waitingFor } from '../../../programme/acquaintance.ts';
import type { Member } from '../../../programme/member.ts';
import type { MemberStart } from '../../turn.ts';
import { allAccounts, newestFirst } from '../../who/accounts.ts';
import { hereIn } from './who-decides.ts';

/** The chats of these people, what waits for a yes first; who has none comes last. */
export async function accountsView(members: readonly Member[], turn: MemberStart, said?: Node): Promise<Card> {
  const all = await allAccounts(turn.store);
  const people = members.map((who): AccountsOf => {
    const own = newestFirst(all.filter(({ member }) => member === who.id));
    return { who, accounts: [...all.filter((one) => waitingFor(one) === who.id), ...own] };
  });
  const known = people.toSorted((a, b) => Number(b.accounts.length > 0) - Number(a.accounts.length > 0));
  return accountsCard({ people: known, here: hereIn(turn), reader: turn.who.id, said });
}

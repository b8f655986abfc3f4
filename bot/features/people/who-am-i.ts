import type { Card } from '../../../cards/card.ts';
import { claimWaits } from '../../../cards/people/accounts.ts';
import { stranger, whoYouAre } from '../../../cards/people/who.ts';
import { waitingFor } from '../../../programme/acquaintance.ts';
import type { Member } from '../../../programme/member.ts';
import { acquaintanceId } from '../../../storage/ids.ts';
import { knownMunicipality } from '../../../storage/municipalities.ts';
import { defineCommand } from '../../command.ts';
import type { Turn } from '../../turn.ts';
import { accountAt } from '../../who/accounts.ts';

export const whoAmI = defineCommand({
  name: 'who-am-i',
  says: ['自分', '私は'],
  help: '自分がどう登録されているかを確かめます。',
  example: '自分',
  english: 'Show how you are registered.',
  group: { title: '自分のこと', order: 5 },
  needs: 'anything',
  about: 'anyone',
  privately: true,
  usualFor: { observer: 3, stranger: 2 },
  writes: false,
  spoken: {
    words: ['自分', '私は', 'わたしは', '私の登録', '自分の登録', '私は誰', 'わたしは誰', '登録されて'],
    wins: 90,
    passing: true,
  },

  async run(_input, turn) {
    if (turn.who) return { card: await asRegistered(turn.who, turn) };
    const { partition, id } = accountAt(acquaintanceId(turn.room.channel, turn.person));
    const met = (await turn.store.acquaintances.get(partition, id))?.value;
    return { card: met && waitingFor(met) !== undefined ? claimWaits() : stranger() };
  },
});

export async function asRegistered(who: Member, { store }: Pick<Turn, 'store'>): Promise<Card> {
  const towns = await Promise.all(who.municipalities.map((code) => knownMunicipality(store, code)));
  return whoYouAre(
    who,
    towns.flatMap((town) => (town ? [town.name] : [])),
  );
}

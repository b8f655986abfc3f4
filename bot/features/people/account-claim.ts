import { z } from 'zod';
import { claimCard } from '../../../cards/people/accounts.ts';
import { type Acquaintance, waitingFor } from '../../../programme/acquaintance.ts';
import { dayOf } from '../../../programme/day.ts';
import { daily, fallsIn } from '../../../programme/schedule.ts';
import { MEMBERS } from '../../../storage/collections.ts';
import { type DueItem, days, defineJob, withdraw } from '../../job.ts';
import { accountAt, allAccounts, newestFirst } from '../../who/accounts.ts';
import { leadsOn } from './on-duty.ts';

const ClaimItem = z.object({ account: z.string() });

/**
 * Somebody came in as a person who has a chat already: those who steer are told, and the person where they proved to be
 * before.
 */
export const accountClaim = defineJob({
  name: 'account-claim',
  called: 'チャットの確認',
  withdraws: {
    cut: 'すでに切られたチャットのため送りませんでした',
    granted: 'すでに認められたため送りませんでした',
  },
  item: ClaimItem,
  within: days(14),
  schedule: () => daily('09:00', 'previous-open'),

  async due(slot, planning) {
    const all = await allAccounts(planning.store);
    return all.flatMap((account) => {
      const { claim, id } = account;
      if (!claim || !fallsIn(slot, claim.at)) return [];
      const due = (member: string, via?: Acquaintance['channel']): DueItem<z.infer<typeof ClaimItem>> => ({
        recipient: { kind: 'member', id: member },
        about: id,
        at: new Date(claim.at),
        ...(via ? { via } : {}),
        item: { account: id },
      });
      const before = newestFirst(all.filter((one) => one.member === claim.member && one.id !== id))[0];
      const steering = leadsOn('secretariat', dayOf(new Date(claim.at)), planning).filter(
        (one) => one.id !== claim.member,
      );
      const isTheirs = before && (!claim.granted || before.channel !== account.channel);
      return [...steering.map((one) => due(one.id)), ...(isTheirs ? [due(claim.member, before.channel)] : [])];
    });
  },

  async card({ account }, { store, who }) {
    const { partition, id } = accountAt(account);
    const found = (await store.acquaintances.get(partition, id))?.value;
    const member = found?.claim && (await store.members.get(MEMBERS, found.claim.member))?.value;
    if (!found || !member || !who) return withdraw('cut');
    if (waitingFor(found) === undefined && found.proved?.by === 'yes') return withdraw('granted');
    return claimCard(found, member, who);
  },
});

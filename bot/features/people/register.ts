import type { Card } from '../../../cards/card.ts';
import { claimWaits } from '../../../cards/people/accounts.ts';
import { registered } from '../../../cards/people/registered.ts';
import { bound, claiming, standingBeside, waitingFor } from '../../../programme/acquaintance.ts';
import { dayOf } from '../../../programme/day.ts';
import type { Member } from '../../../programme/member.ts';
import { noAccessSentence } from '../../../programme/no-access.ts';
import { type Invitation, isGood, normaliseCode } from '../../../programme/people/invitation.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { INVITATIONS, MEMBERS } from '../../../storage/collections.ts';
import { acquaintanceId } from '../../../storage/ids.ts';
import { defineCommand, type Prepared } from '../../command.ts';
import { ringBell } from '../../deliveries.ts';
import type { Turn, TurnStart } from '../../turn.ts';
import { accountAt, accountsOf, voidCodes } from '../../who/accounts.ts';
import { asRegistered } from './who-am-i.ts';

/** A code in any frame: it is the only thing in Latin letters, and a code or a registration is spoken of; none is asked or denied. */
const CODE_SAID =
  /^(?!登録[\s:：]+\S+\s*$)(?=.*(?:コード|登録|招待))(?!.*(?:[?？]|(?<!す[みい])ません(?!か)|ない|ですか|違|ちが|誤|まちが|間違|なくし|忘れ|使え|エラー))[^A-Za-z0-9]*(?=[-A-Za-z0-9 ]*[A-Za-z])(?<first>[A-Za-z0-9]{4})[-‐−ー_ ]?(?<last>[A-Za-z0-9]{4})(?![A-Za-z0-9])[^A-Za-z0-9]*$/iu;

export const register = defineCommand({
  name: 'register',
  says: ['登録'],
  help: '招待コードで、このチャットを名簿のあなたと結びつけます。',
  example: '登録 ACDE-FGHJ',
  english: 'Link this chat to you on the roster with an invitation code.',
  group: { title: '自分のこと', order: 9 },
  needs: 'anything',
  about: 'anyone',
  privately: true,
  strangersOnly: true,
  usualFor: { stranger: 1 },
  writes: true,
  typed: 'free',
  spoken: {
    words: [
      '登録',
      '登録します',
      '登録してください',
      '登録して下さい',
      '登録お願いします',
      '登録をお願いします',
      '登録して',
    ],
    wins: 10,
    besideReport: true,
    passing: true,
  },

  wished: [
    {
      like: CODE_SAID,
      as: '登録 $<first>$<last>',
      first: true,
    },
  ],

  question: (_given, turn) => standing(turn),

  async prepare({ code }, turn): Promise<Prepared<Entry>> {
    const known = await standing(turn);
    if (known) return { found: { known } };
    const plain = normaliseCode(code);
    const invitation = (await turn.store.invitations.get(INVITATIONS, `invitation-${plain}`))?.value;
    const member = invitation && (await turn.store.members.get(MEMBERS, invitation.member))?.value;
    if (!invitation || !member?.active) throw Refusal.because('bad-invitation');
    used(invitation, turn);
    const lacks = (await turn.admission(turn.store, [member], dayOf(turn.now)))(member);
    // The code stays good: it is used once somebody may come in.
    if (lacks) throw Refusal.because('no-access', { sentence: noAccessSentence(lacks, member) });
    return { found: { plain, member } };
  },

  async run(_input, turn, found) {
    if ('known' in found) return { card: found.known };
    await use(found.plain, turn);
    return { card: await connect(found.member, turn) };
  },
});

/** What stands already, or with which code who comes in. */
type Entry = { readonly known: Card } | { readonly plain: string; readonly member: Member };

/** Nothing is asked of somebody who is known already, or whose code waits for a yes. */
async function standing(turn: TurnStart): Promise<Card | undefined> {
  if (turn.who) return asRegistered(turn.who, turn);
  const met = (await turn.store.acquaintances.get(...placeOf(turn)))?.value;
  return met && waitingFor(met) !== undefined ? claimWaits() : undefined;
}

const placeOf = (turn: TurnStart) => {
  const { partition, id } = accountAt(acquaintanceId(turn.room.channel, turn.person));
  return [partition, id] as const;
};

/** A code works once: for the account that uses it first. The same account may repeat it. */
async function use(code: string, turn: Turn): Promise<void> {
  await turn.change('invitations', { partition: INVITATIONS, id: `invitation-${code}` }, (invitation) =>
    used(invitation, turn),
  );
}

function used(invitation: Invitation | undefined, { person, now }: TurnStart): Invitation {
  if (!invitation) throw Refusal.because('bad-invitation');
  if (invitation.usedBy === person) return invitation;
  if (invitation.usedBy !== undefined) throw Refusal.because('used-invitation');
  if (!isGood(invitation, now)) throw Refusal.because('bad-invitation');
  return { ...invitation, usedBy: person, usedAt: now.toISOString() };
}

/**
 * A first account is theirs at once. Where the member has one in this product already, somebody else may hold the code:
 * it waits for a yes. Every other code of theirs is dead.
 */
async function connect(member: Member, turn: Turn): Promise<Card> {
  const [partition, id] = placeOf(turn);
  const others = (await accountsOf(turn.store, member.id)).own.filter((other) => other.id !== id);
  const beside = standingBeside(others, { channel: turn.via }, 'code');
  await voidCodes(turn.store, member.id, turn.now);
  await turn.change('acquaintances', { partition, id }, (known) => {
    const met = known ?? { id, channel: turn.via, person: turn.person, metAt: turn.now.toISOString() };
    if (beside === 'waits') return claiming(met, member.id, turn.now);
    return bound(met, member.id, 'code', turn.now, beside === 'told');
  });
  if (beside !== 'expected') await ringBell(turn);
  return beside === 'waits' ? claimWaits() : registered(member);
}

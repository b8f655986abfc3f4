import { registered } from '../../cards/registered.ts';
import { normaliseCode } from '../../programme/invitation.ts';
import { Refusal } from '../../programme/refusal.ts';
import { ACQUAINTANCES, INVITATIONS, MEMBERS } from '../../storage/collections.ts';
import { acquaintanceId } from '../../storage/ids.ts';
import { defineCommand, type Turn } from '../command.ts';

export const register = defineCommand('register', {
  says: ['登録'],
  help: '招待コードで、このチャットを名簿のあなたと結びつけます。',
  example: '登録 ACDE-FGHJ',
  needs: 'anything',
  about: 'anyone',
  privately: true,

  async run({ code }, turn) {
    const plain = normaliseCode(code);
    const invitation = (await turn.store.invitations.get(INVITATIONS, `invitation-${plain}`))?.value;
    if (!invitation || turn.now > new Date(invitation.expires)) throw Refusal.because('bad-invitation');
    const member = (await turn.store.members.get(MEMBERS, invitation.member))?.value;
    if (!member?.active) throw Refusal.because('bad-invitation');
    await use(plain, turn);
    const id = acquaintanceId(turn.room.channel, turn.person);
    await turn.change('acquaintances', { partition: ACQUAINTANCES, id }, (met) => ({
      ...(met ?? { id, channel: turn.via, person: turn.person, metAt: turn.now.toISOString() }),
      member: member.id,
    }));
    return { card: registered(member) };
  },
});

/** A code works once: for the account that uses it first. The same account may repeat it. */
async function use(code: string, { change, person, now }: Turn): Promise<void> {
  await change('invitations', { partition: INVITATIONS, id: `invitation-${code}` }, (invitation) => {
    if (!invitation) throw Refusal.because('bad-invitation');
    if (invitation.usedBy === person) return invitation;
    if (invitation.usedBy !== undefined) throw Refusal.because('used-invitation');
    return { ...invitation, usedBy: person, usedAt: now.toISOString() };
  });
}

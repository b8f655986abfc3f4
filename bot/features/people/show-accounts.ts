import { waitingFor } from '../../../programme/acquaintance.ts';
import { may, notAllowed } from '../../../programme/may.ts';
import type { Member } from '../../../programme/member.ts';
import { shapelessName } from '../../../programme/person-name.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { defineCommand } from '../../command.ts';
import type { MemberStart } from '../../turn.ts';
import { allAccounts } from '../../who/accounts.ts';
import { activeMembers } from './people.ts';
import { accountsView } from './view.ts';

export const showAccounts = defineCommand({
  name: 'show-accounts',
  says: ['チャット', 'チャット一覧'],
  help: 'その人として使われているチャットを確かめ、要らないものを切ります。',
  example: 'チャット',
  english: 'Show the chats used as you, and cut those you do not need.',
  group: { title: '自分のこと', order: 6 },
  needs: 'self',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: false,
  typed: 'free',
  wished: [
    {
      like: /^(?<person>[^、。の\s]{1,12}?)(?:さん|様)の(?:アカウント|チャット)(?:は|を|、|って)*(?:どの|どれ|何|見|確認|教え|知り)[^。\n]{0,20}[。？?]?$/u,
      as: 'チャット $<person>',
    },
  ],

  prepare: async ({ person }, turn) => ({
    found: person === undefined ? await withWaiting(turn) : await called(person, turn),
  }),

  run: async (_input, turn, members) => ({ card: await accountsView(members, turn) }),
});

/** Oneself, and for those who may decide everybody for whom a chat waits. */
async function withWaiting(turn: MemberStart): Promise<readonly Member[]> {
  if (!may(turn.who, 'accounts')) return [turn.who];
  const waiting = new Set((await allAccounts(turn.store)).map(waitingFor));
  const members = await activeMembers(turn.store);
  return [...members.filter(({ id }) => waiting.has(id) && id !== turn.who.id), turn.who];
}

/** Looking only: a name in whichever shape is good enough. */
async function called(said: string, turn: MemberStart): Promise<readonly Member[]> {
  if (!may(turn.who, 'accounts')) throw notAllowed('accounts', turn.who);
  const found = (await activeMembers(turn.store)).filter(({ name }) =>
    shapelessName(name).startsWith(shapelessName(said)),
  );
  if (found.length === 0) throw Refusal.because('unknown-name', { said });
  return found;
}

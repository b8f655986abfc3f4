import { notice } from '../../../cards/card.ts';
import { cutOff } from '../../../programme/acquaintance.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { MEMBERS } from '../../../storage/collections.ts';
import { defineCommand } from '../../command.ts';
import { accountAt } from '../../who/accounts.ts';
import { accountsView } from './view.ts';
import { decided, hereIn } from './who-decides.ts';

export const cutAccount = defineCommand({
  name: 'cut-account',
  says: ['チャット解除'],
  help: 'その人のものではないチャットを切ります。切ったチャットには何も見せず、何も届けません。',
  example: 'チャット解除',
  english: 'Cut a chat that is not that person’s.',
  group: { title: '自分のこと', order: 8 },
  needs: 'self',
  about: 'member',
  privately: true,
  usualFor: 'nobody',
  writes: true,
  typed: 'inputs',

  question: (_given, turn) => accountsView([turn.who], turn),

  async prepare({ account }, turn) {
    if (account === hereIn(turn)) throw Refusal.because('own-account');
    return { found: await decided(account, turn) };
  },

  async run({ account }, turn, { member }) {
    await turn.change('acquaintances', accountAt(account), (known) => {
      if (!known) throw Refusal.because('account-gone');
      return cutOff(known, turn.now);
    });
    const who = (await turn.store.members.get(MEMBERS, member))?.value;
    const said = notice('good', 'チャットを切りました。もう一度使うときは、事務局が新しい招待コードを渡してください。');
    return { card: await accountsView(who ? [who] : [], turn, said), how: 'replace' };
  },
});

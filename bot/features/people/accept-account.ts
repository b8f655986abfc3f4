import { notice } from '../../../cards/card.ts';
import { granted } from '../../../programme/acquaintance.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { MEMBERS } from '../../../storage/collections.ts';
import { defineCommand } from '../../command.ts';
import { accountAt } from '../../who/accounts.ts';
import { accountsView } from './view.ts';
import { decided } from './who-decides.ts';

export const acceptAccount = defineCommand({
  name: 'accept-account',
  says: ['チャット承認'],
  help: '確認を待っている新しいチャットを、その人のものとして認めます。',
  example: 'チャット承認',
  english: 'Accept a new chat as that person’s.',
  group: { title: '自分のこと', order: 7 },
  needs: 'self',
  about: 'member',
  privately: true,
  usualFor: 'nobody',
  writes: true,
  typed: 'inputs',

  question: (_given, turn) => accountsView([turn.who], turn),

  async prepare({ account }, turn) {
    const { member } = await decided(account, turn);
    const who = (await turn.store.members.get(MEMBERS, member))?.value;
    if (!who?.active) throw Refusal.because('account-gone');
    return { found: who };
  },

  async run({ account }, turn, who) {
    await turn.change('acquaintances', accountAt(account), (known) => {
      if (!known) throw Refusal.because('account-gone');
      return granted(known, turn.now);
    });
    const said = notice('good', `${who.name}さんのチャットとして認めました。お知らせは、認めたチャットに届きます。`);
    return { card: await accountsView([who], turn, said), how: 'replace' };
  },
});

import { notice } from '../../../cards/card.ts';
import { channels } from '../../../programme/channel.ts';
import { type Delivery, deliveryId, sentAgain } from '../../../programme/delivery.ts';
import { deliveryStateNames, isTrouble } from '../../../programme/delivery-words.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { defineCommand } from '../../command.ts';
import { ringBell } from '../../deliveries.ts';
import type { MemberTurn } from '../../turn.ts';
import { undelivered } from './undelivered.ts';

export const resend = defineCommand({
  name: 'resend',
  says: ['再送'],
  help: '届かなかったお知らせを「配信状況」から選んで、もう一度送ります。',
  example: '再送',
  english: 'Send again what did not arrive.',
  group: { title: '事務局の仕事', order: 4 },
  needs: 'chase',
  about: 'member',
  usualFor: 'nobody',
  writes: true,
  typed: 'inputs',
  spoken: {
    words: ['再送'],
    wins: 250,
  },

  question: (_given, turn) => undelivered(turn),

  async prepare({ delivery: id, partition }, { store }) {
    const found = (await store.deliveries.get(partition, id))?.value;
    if (!found) throw Refusal.because('old-card');
    return { found };
  },

  async run({ partition, channel, page }, turn, found) {
    const again = isTrouble(found) ? sentAgain(found, turn.now, channel ?? found.via) : undefined;
    if (!again) {
      const standing = notice('quiet', `すでに「${deliveryStateNames[found.state]}」のため、送り直していません。`);
      return { card: await undelivered(turn, page, standing), how: 'replace' };
    }
    const said = await make(again, partition, turn);
    return {
      card: await undelivered(turn, page, notice(said.isNew ? 'good' : 'quiet', said.sentence)),
      how: 'replace',
    };
  },
});

/** The next round has one id, so of all who press only the first one makes it. */
async function make(again: Delivery, partition: string, turn: MemberTurn) {
  let isNew = false;
  const kept = await turn.change('deliveries', { partition, id: deliveryId(again) }, (known) => {
    isNew = known === undefined;
    return known ?? again;
  });
  if (isNew) await ringBell(turn);
  const by = kept.via ? `${channels[kept.via].called}で` : '';
  const sentence = isNew
    ? `${by}もう一度送ります。まもなく届きます。`
    : `すでに送り直しています（${deliveryStateNames[kept.state]}）。`;
  return { isNew, sentence };
}

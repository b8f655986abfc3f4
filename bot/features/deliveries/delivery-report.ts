import { defineCommand } from '../../command.ts';
import { undelivered } from './undelivered.ts';

export const deliveryReport = defineCommand({
  name: 'delivery-report',
  says: ['配信状況', '配信'],
  help: 'この7日間に送ったお知らせの状況と、届かなかったものを表示します。',
  example: '配信状況',
  english: 'Show what was sent in the last seven days and what did not arrive.',
  group: { title: '事務局の仕事', order: 3 },
  needs: 'chase',
  about: 'member',
  usualFor: {},
  writes: false,
  spoken: {
    words: ['配信状況', '配信', '届いているか'],
    wins: 260,
  },

  run: async ({ page }, turn) => ({ card: await undelivered(turn, page), how: page === undefined ? 'new' : 'replace' }),
});

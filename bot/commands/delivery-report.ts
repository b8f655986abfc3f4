import { defineCommand } from '../command.ts';
import { report } from '../reminders/report.ts';

export const deliveryReport = defineCommand('delivery-report', {
  says: ['配信状況', '配信'],
  help: 'この7日間に送ったお知らせの状況と、届かなかったものを表示します。',
  example: '配信状況',
  needs: 'chase',
  about: 'member',

  run: async ({ page }, turn) => ({ card: await report(turn, page), how: page === undefined ? 'new' : 'replace' }),
});

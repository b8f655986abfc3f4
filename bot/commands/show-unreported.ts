import { defineCommand } from '../command.ts';
import { unreported } from '../reminders/unreported.ts';

export const showUnreported = defineCommand('show-unreported', {
  says: ['未報告'],
  help: '今週の報告がまだの市町村と一部だけの市町村、続けて未報告の週数を表示します。',
  example: '未報告',
  needs: 'digest',
  about: 'member',

  run: async ({ page }, turn) => ({ card: await unreported(turn, page), how: page === undefined ? 'new' : 'replace' }),
});

import { HOW_REPORTS_STAND } from '../../../programme/progress/how-reports-stand.ts';
import { defineCommand } from '../../command.ts';
import { unreported } from './unreported.ts';

export const showUnreported = defineCommand({
  name: 'show-unreported',
  says: ['未報告'],
  help: '今週の報告がまだの市町村と一部だけの市町村、続けて未報告の週数を表示します。',
  example: '未報告',
  english: 'Show who has not reported yet.',
  group: { title: '全体を見る', order: 2 },
  needs: 'digest',
  about: 'member',
  usualFor: { secretariat: 1 },
  writes: false,
  spoken: {
    words: [
      '未報告',
      '未提出',
      '報告していない',
      '報告してない',
      'まだ報告して',
      '出してない',
      '出していない',
      '報告がない',
      '報告のない',
      '報告が来てい',
      '報告が来てな',
      '報告がきてな',
      '報告が来な',
      '報告の来てい',
      '報告の来てな',
      '報告が届いてい',
      '報告が出てい',
      '報告がまだ',
      '報告待ち',
      '報告を出してい',
      'みほうこく',
    ],
    wins: 290,
    looks: true,
    whole: true,
  },
  wished: [{ like: HOW_REPORTS_STAND, as: '未報告', first: true }],

  run: async ({ page }, turn) => ({ card: await unreported(turn, page), how: page === undefined ? 'new' : 'replace' }),
});

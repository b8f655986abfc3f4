import { answersDropped } from '../../../cards/check-in/returned-answers.ts';
import { defineCommand } from '../../command.ts';
import { forReturned } from '../../files/returned-file.ts';
import { answersFound, returnedAnswers } from './answers-found.ts';

export const dropAnswers = defineCommand({
  name: 'drop-answers',
  says: ['回答表の取り込みをやめる'],
  help: '送り返した週次回答表を記録せずに終わります。報告は変わりません。',
  example: '回答表の取り込みをやめる',
  english: 'Do not record the weekly answer sheet you sent.',
  ...forReturned,
  needs: 'report',
  about: 'municipality',
  writes: true,
  spoken: { words: ['回答表の取り込みをやめる', '回答表の取り込みをやめて', '回答表の取り込みを中止'], wins: 635 },

  async run({ taken }, turn) {
    const found = await answersFound(turn, taken);
    await returnedAnswers.keep(turn, found.taken, (returned) => ({ ...returned, dropped: true }));
    return { card: answersDropped({ municipality: turn.municipality, week: found.returned.week }), how: 'replace' };
  },
});

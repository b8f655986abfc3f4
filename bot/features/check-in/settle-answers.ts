import { settleAnswerCard } from '../../../cards/check-in/returned-answers.ts';
import { defineCommand } from '../../command.ts';
import { forReturned } from '../../files/returned-file.ts';
import { answersFound, returnedAnswers, reviewOfAnswers } from './answers-found.ts';

export const settleAnswers = defineCommand({
  name: 'settle-answers',
  says: ['回答表の重なり'],
  help: '送り返した週次回答表で、チャットの報告と重なったところをどうするかを1件ずつ決めます。',
  example: '回答表の重なり',
  english: 'Decide where your answer sheet and what was reported in the chat differ.',
  ...forReturned,
  needs: 'report',
  about: 'municipality',
  writes: ['take'],
  spoken: { words: ['回答表の重なり', '回答表の重複'], wins: 633 },

  async run({ taken, decided: id, seen, take }, turn) {
    const before = await answersFound(turn, taken);
    if (id !== undefined && seen !== undefined && take !== undefined)
      await returnedAnswers.keep(turn, before.taken, (returned) => ({
        ...returned,
        decisions: [...returned.decisions.filter((one) => one.id !== id), { id, seen, take }],
      }));
    const found = await answersFound(turn, before.taken);
    const [question] = found.open;
    if (!question) return { card: reviewOfAnswers(turn, found), how: 'replace' };
    const { municipality } = turn;
    const about = { municipality, week: found.returned.week, taken: found.taken };
    return { card: settleAnswerCard({ ...about, ...question, left: found.open.length }), how: 'replace' };
  },
});

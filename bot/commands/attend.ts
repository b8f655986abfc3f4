import { defineCommand } from '../command.ts';
import { answerInvitation, askWhoComes, substituteTroubles } from '../meetings/answer.ts';

export const attend = defineCommand('attend', {
  says: ['出席'],
  help: '会議に出席すると答えます。代わりの方が出るときは「代理」に続けて名前を書きます。',
  example: '出席 代理 佐藤',
  needs: 'meet',
  about: 'member',
  check: substituteTroubles,
  question: (given) => askWhoComes('attend', given),

  run: (input, turn) => answerInvitation('attend', input, turn),
});

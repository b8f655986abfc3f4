import { defineCommand } from '../command.ts';
import { answerInvitation, askWhoComes, substituteTroubles } from '../meetings/answer.ts';

export const decline = defineCommand('decline', {
  says: ['欠席'],
  help: '会議を欠席すると答えます。代わりの方が出るときは「代理」に続けて名前を書きます。',
  example: '欠席 12/17',
  needs: 'meet',
  about: 'member',
  check: substituteTroubles,
  question: (given) => askWhoComes('decline', given),

  run: (input, turn) => answerInvitation('decline', input, turn),
});

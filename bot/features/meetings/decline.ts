import { defineCommand } from '../../command.ts';
import {
  answerInvitation,
  askWhoComes,
  meetingToAnswer,
  reviewAnswer,
  substituteTroubles,
  WHY_OR_WITH_WHOM,
} from './answer.ts';

/** What cannot be done, and how that is said; 出られそうに ない is asked. */
const CANNOT = ['行け', '出られ', '出れ', '伺え', '参加でき', '出席でき', '参加出来', '出席出来'].flatMap((can) =>
  ['ません', 'ないです', 'なくなりました', 'なくなった', 'ないので', 'そうに'].map((not) => can + not),
);

/** 明日の会議は休みます is no leave. */
const SKIPPED = ['会議', '打合せ', '打ち合わせ', '研修', '勉強会', '説明会'].flatMap((what) =>
  ['は休み', 'を休み', 'は休ま', 'を休ま', 'はお休み', 'をお休み'].map((skips) => what + skips),
);

export const decline = defineCommand({
  name: 'decline',
  says: ['欠席'],
  help: '会議を欠席すると答えます。代わりの方が出るときは「代理」に続けて名前を書きます。',
  example: '欠席 12/17',
  english: 'Say that you will not attend a meeting.',
  group: { title: '会議のこと', order: 3 },
  needs: 'meet',
  about: 'member',
  usualFor: {},
  writes: true,
  typed: 'inputs',
  spoken: {
    words: ['欠席', '不参加', 'けっせき', ...CANNOT, ...SKIPPED],
    wins: 160,
    ofOneself: true,
    whole: true,
    aside: WHY_OR_WITH_WHOM,
    asked: 'show-meetings',
    labelled: 'left out',
  },
  check: substituteTroubles,
  question: (given) => askWhoComes('decline', given),
  review: (input, turn) => reviewAnswer('decline', input, turn),

  prepare: (input, turn) => meetingToAnswer('decline', input, turn),

  run: (input, turn, meeting) => answerInvitation('decline', input, meeting, turn),
});

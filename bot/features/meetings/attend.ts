import { defineCommand } from '../../command.ts';
import {
  answerInvitation,
  askWhoComes,
  meetingToAnswer,
  reviewAnswer,
  substituteTroubles,
  WHY_OR_WITH_WHOM,
} from './answer.ts';

/** 22研修出る: 出る alone is said of much else. */
const sitsIn = (what: string): readonly string[] =>
  ['出る', 'に出る', 'に行きます', 'に出たい'].map((goes) => what + goes);

export const attend = defineCommand({
  name: 'attend',
  says: ['出席'],
  help: '会議に出席すると答えます。代わりの方が出るときは「代理」に続けて名前を書きます。',
  example: '出席 代理 佐藤',
  english: 'Say that you will attend a meeting.',
  group: { title: '会議のこと', order: 2 },
  needs: 'meet',
  about: 'member',
  usualFor: {},
  writes: true,
  typed: 'inputs',
  spoken: {
    words: [
      ...[
        '出席',
        '参加',
        '出ます',
        '伺います',
        'しゅっせき',
        '出席できます',
        '参加できます',
        '出られます',
        '行けます',
        'いきまーす',
        '行きまーす',
        '出まーす',
      ],
      ...['研修', '会議', '打合せ'].flatMap(sitsIn),
    ],
    wins: 150,
    ofOneself: true,
    behind: {
      of: ['show-meetings'],
      by: /^[^。\n]{0,10}(?:代わりに|かわりに|代理で)[^、。\n]{1,12}?(?:行きます|参ります|出ます|伺います|出席|参加)/u,
    },
    aside: WHY_OR_WITH_WHOM,
    otherwise: ['代理'],
    asked: 'show-meetings',
    loose: { unless: 'meeting', or: ['show-meetings', 'decline'] },
    labelled: 'left out',
  },
  check: substituteTroubles,
  question: (given) => askWhoComes('attend', given),
  review: (input, turn) => reviewAnswer('attend', input, turn),

  prepare: (input, turn) => meetingToAnswer('attend', input, turn),

  run: (input, turn, meeting) => answerInvitation('attend', input, meeting, turn),
});

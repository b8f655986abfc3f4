import type { As } from './world.ts';

/**
 * Sentences about 訪問記録, 満足度, 交代 and 派遣 as people type them, written and labelled before anybody had looked at the
 * words of the commands. Read like that for the first time 29 of 40 were understood and none was written wrongly; the
 * words have been put right with them since.
 */
export type SupportSentence = {
  readonly text: string;
  readonly as: As;
  /** Commands that may be meant; `unknown` where asking what was meant is an answer too. */
  readonly accept: readonly string[];
  /** Commands that may write at once; without one, any write is wrong. */
  readonly writes?: readonly string[];
};

export const supportSentences: readonly SupportSentence[] = [
  // 派遣人材
  {
    text: '訪問記録 小海町 10/3 13:30-16:00 対面 S1-3 素案を一緒に確認しました',
    as: 'expert',
    accept: ['record-visit'],
    writes: ['record-visit'],
  },
  { text: '先週小海町に行ってきたので訪問の記録をつけたいです', as: 'expert', accept: ['record-visit'] },
  { text: 'ほうもんきろく', as: 'expert', accept: ['record-visit'] },
  { text: '訪問記録ってどこから入れるんですか？', as: 'expert', accept: ['record-visit', 'help', 'show-visits'] },
  {
    text: '小海町の訪問記録はまだ書いていません',
    as: 'expert',
    accept: ['record-visit', 'show-visits', 'show-visit'],
  },
  {
    text: '来週あたり小海町に訪問しようと思っています',
    as: 'expert',
    accept: ['plan-visit', 'show-visits', 'show-visit', 'show-meetings', 'unknown'],
  },
  {
    text: '訪問予定 松川町 10/24 13:30-16:00 対面',
    as: 'expert',
    accept: ['plan-visit'],
    writes: ['plan-visit'],
  },
  {
    text: '10/24の訪問、雪が降ったら中止になるかもしれません',
    as: 'expert',
    accept: ['cancel-visit', 'cancel-meeting', 'show-visits', 'show-visit', 'show-meetings', 'unknown'],
  },
  {
    text: '訪問中止 小海町 10/24 先方の議会が入ったため',
    as: 'expert',
    accept: ['cancel-visit'],
    writes: ['cancel-visit'],
  },
  { text: '訪門記録 小海町', as: 'expert', accept: ['record-visit'] },
  { text: '訪問記録は小海町と飯綱町の2つあります', as: 'expert', accept: ['record-visit', 'show-visits', 'unknown'] },
  {
    text: '私の満足度って今どのくらいですか',
    as: 'expert',
    accept: ['show-own-rating', 'rate-visit'],
  },
  {
    text: '小海町から交代してほしいと言われているらしいのですが本当ですか',
    as: 'expert',
    accept: ['ask-help', 'show-mismatch', 'rate-visit', 'show-dispatch', 'unknown'],
  },
  {
    text: '前回の訪問記録を見せてください',
    as: 'expert',
    accept: ['show-visit', 'show-visits', 'record-visit'],
  },
  {
    text: '訪問記録は来週まとめて出す予定です',
    as: 'expert',
    accept: ['record-visit', 'show-visits', 'show-visit', 'unknown'],
  },
  // 市町村
  { text: '満足度 4', as: 'town', accept: ['rate-visit'], writes: ['rate-visit'] },
  { text: 'まんぞくど５', as: 'town', accept: ['rate-visit'], writes: ['rate-visit'] },
  {
    text: '満足度は5でお願いします。とても助かりました',
    as: 'town',
    accept: ['rate-visit'],
    writes: ['rate-visit'],
  },
  { text: '満足度 6', as: 'town', accept: ['rate-visit'] },
  { text: '満足度は3か4くらいかな', as: 'town', accept: ['rate-visit'] },
  { text: '課長は満足度2だと言っていました', as: 'town', accept: ['rate-visit', 'unknown'] },
  { text: '満足度って何を答えればいいの？', as: 'town', accept: ['rate-visit', 'help'] },
  {
    text: '訪問記録を確認しました。問題ありません',
    as: 'town',
    accept: ['confirm-visit'],
    writes: ['confirm-visit'],
  },
  { text: '訪問記録の内容が違うので直してほしいです', as: 'town', accept: ['confirm-visit'] },
  { text: '訪問記録はまだ確認できていません', as: 'town', accept: ['confirm-visit', 'show-visits', 'show-visit'] },
  { text: '訪問記録の確認はいつまでですか', as: 'town', accept: ['confirm-visit', 'show-visits', 'show-visit'] },
  {
    text: '派遣の先生を別の方に交代してもらうことはできますか',
    as: 'town',
    accept: ['ask-help', 'rate-visit', 'assess-fit', 'show-dispatch', 'unknown'],
  },
  {
    text: '交代までは望んでいません',
    as: 'town',
    accept: ['rate-visit', 'assess-fit', 'ask-help', 'unknown'],
  },
  {
    text: '専門家の派遣をあと2回お願いしたいのですが',
    as: 'town',
    accept: ['ask-help', 'set-needs', 'show-dispatch', 'unknown'],
  },
  { text: '次の訪問っていつでしたっけ', as: 'town', accept: ['show-visits', 'show-visit', 'show-meetings'] },
  // 事務局
  { text: '派遣 小海町', as: 'office', accept: ['show-dispatch'] },
  { text: '小海町には今だれを派遣していますか？', as: 'office', accept: ['show-dispatch'] },
  {
    text: '依田さんを小海町から別の方に交代させたい',
    as: 'office',
    accept: ['assign', 'show-dispatch', 'show-mismatch', 'record-mismatch', 'unknown'],
  },
  {
    text: '小海町の派遣は12月まで延びるらしい',
    as: 'office',
    accept: ['assign', 'show-dispatch', 'unknown'],
  },
  {
    text: '訪問記録がまだの先生に催促しといて',
    as: 'office',
    accept: ['show-visits', 'show-dispatch', 'remind-action', 'show-unreported', 'record-visit', 'unknown'],
  },
  {
    text: '満足度が低かったところはありますか',
    as: 'office',
    accept: ['show-mismatch', 'show-support-figures', 'show-dispatch', 'show-visits', 'rate-visit'],
  },
  {
    text: '派遣決定はまだしていません',
    as: 'office',
    accept: ['assign', 'show-dispatch', 'unknown'],
  },
  // 県
  { text: '今月の派遣の状況を見たいです', as: 'pref', accept: ['show-support-figures', 'show-dispatch'] },
  { text: '満足度の分布を教えて', as: 'pref', accept: ['show-support-figures', 'rate-visit'] },
  {
    text: '交代は何件ありましたか？',
    as: 'pref',
    accept: ['show-support-figures', 'show-mismatch', 'show-dispatch', 'unknown'],
  },
];

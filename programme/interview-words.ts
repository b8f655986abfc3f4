/** What can be said instead of an answer; each is a quick reply too. */
export const interviewWords = {
  same: '前回と同じ',
  keep: 'そのまま',
  skip: 'スキップ',
  back: '戻る',
  more: 'ほかの候補',
  /** What was not answered is as it was, and all of it is sent. */
  rest: '残りは変更なし',
  all: '全て変更なし',
  enough: 'ここまでで送る',
  quit: 'やめる',
  resume: '続ける',
} as const;
export type InterviewWord = keyof typeof interviewWords;

const UNCHANGED =
  '(前回と)?(同じ|おなじ|変更(は)?(なし|無し|ありません)|変化なし|変わらず|変わり(は)?(なし|ありません)|変わりません)(です|で)?';

const SPOKEN: readonly (readonly [RegExp, InterviewWord])[] = [
  [/^(前回と)?(同じ|おなじ|変更なし|変わらず|変わりなし)(です|で)?$/, 'same'],
  [new RegExp(`^(残り|のこり|ほか|他|その他|あと)(は|も)?(全て|全部)?${UNCHANGED}$`), 'rest'],
  [new RegExp(`^(全て|すべて|全部|全件|どれも)${UNCHANGED}$`), 'all'],
  [/^(この|その)まま(で|です)?$/, 'keep'],
  [/^(スキップ|すきっぷ|飛ばす|とばす|パス|次へ?)$/, 'skip'],
  [/^(戻る|もどる|戻って|前へ?|ひとつ前)$/, 'back'],
  [/^((ほかの|他の|次の)候補|続きを見る|もっと見る)$/, 'more'],
  [/^(ここまで(で送る)?|以上(です)?)$/, 'enough'],
  [/^(やめる|やめます|中止|キャンセル|中断)$/, 'quit'],
  [/^(続ける|続き|つづける|再開)$/, 'resume'],
];

/** Only where it is the whole of what was said: 「前回と同じ担当」 is an answer. */
export function interviewWordSaid(text: string): InterviewWord | undefined {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/[。!]+$/, '')
    // 「前回と同じ（26）」, also where a button has cut it off.
    .replace(/\(.*$/, '');
  return SPOKEN.find(([said]) => said.test(plain))?.[1];
}

export type YesOrNo = 'yes' | 'no' | 'either';

const ANSWERS: readonly (readonly [RegExp, YesOrNo])[] = [
  [
    /^(はい|はーい|うん|ええ|そう|その通り|そのとおり|それで|yes|y|ok|okay|おけ|オーケー|オッケー|お願い(し|いたし|致し)ます|おねがいします|よろしく(お願いし)?ます?|合って(い)?ます|あって(い)?ます|間違い(ない|ありません)|正しい|記録して(ください|下さい)?)(です|で|よ|ね|お願いします|お願いいたします|いいです|よいです|良いです|合ってます|大丈夫です)*$/,
    'yes',
  ],
  [
    /^(いいえ|いえ|いや|ううん|no|n|違う|違い(ます|ました)|ちがう|ちがいます|そうではありません|そうじゃない|記録しないで(ください)?|やめて(ください|下さい)?|待って(ください)?)(です|よ|、)*$/,
    'no',
  ],
  [
    /^(大丈夫|だいじょうぶ|いい|よい|良い|結構|けっこう|了解|承知|わかり|分かり|わかった|分かった|なるほど)(です|ました|しました|いたしました|よ|ね)*$/,
    'either',
  ],
];

/** What a short answer comes to where a yes or a no is waited for; undefined for anything that says more. */
export function answerSaid(text: string): YesOrNo | undefined {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s、。,.!]/g, '');
  return ANSWERS.find(([said]) => said.test(plain))?.[1];
}

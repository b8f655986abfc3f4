/** What can be said instead of an answer; each is a quick reply too. */
export const interviewWords = {
  same: '前回と同じ',
  keep: 'そのまま',
  skip: 'スキップ',
  back: '戻る',
  more: 'ほかの候補',
  enough: 'ここまでで送る',
  quit: 'やめる',
  resume: '続ける',
} as const;
export type InterviewWord = keyof typeof interviewWords;

const SPOKEN: readonly (readonly [RegExp, InterviewWord])[] = [
  [/^(前回と)?(同じ|おなじ|変更なし|変わらず|変わりなし)(です|で)?$/, 'same'],
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

/** Asks in the form of a question, or of a leave that is asked for, what is meant to be done. */
const REQUESTS = [
  'ご(?:登録|記録|入力|報告|反映|確認|変更|対応)(?:を)?(?:いただけ|頂け|くださ|もらえ)(?:います|ます|ません)(?:でしょう|です)?か',
  'お願い(?:でき|出来)(?:ます|ません)(?:でしょう)?か',
  '(?<=[てで])(?:いただけ|頂け|もらえ|貰え|くださり|くれ)(?:ます|ません|ない)(?:です|でしょう)?か',
  '(?<=[てで])(?:いただけ|頂け)(?:ると|ますと)(?:幸い|助かり|ありがたい|有り難い)(?:です|ます|でございます)?',
  '(?:と?さ)?せて(?:ください|下さい|いただき|頂き|もらい|ほしい|欲しい)(?:ます|ました|たいです|たく(?:存じます|思います|お願い(?:いた|致)?します)?|です)?',
  '(?<=[てで])(?:ほしい|欲しい)(?:の|ん)?です',
];
/** Asked with a sign of a question where its words are one: させてください？ is a question. */
const REQUEST = new RegExp(`(?:${REQUESTS.join('|')})(?:(?<=か)[?。!\\s]*|[。!\\s]*)`, 'gu');

/** The same without the form of a request: 設定していただけますでしょうか asks for nothing but 設定. */
export const withoutRequest = (folded: string): string => folded.replace(REQUEST, '。');

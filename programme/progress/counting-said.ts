/** The decided way of counting in what was written behind 数え方, without the frame of its sentence; undefined where none is given. */
export function countingSaid(behind: string): string | undefined {
  const [, joint = '', said = ''] = /^([\s:：、,=＝]+|は[、,\s]*|を[、,\s]*)?(.*)$/su.exec(behind.trimEnd()) ?? [];
  // 数え方が分からない and 数え方の説明 give no rule.
  if (joint === '' || said === '') return undefined;
  const isSpoken = /^[はを]/u.test(joint);
  if (!isSpoken) return said.trim();
  if (saysNoRule(said)) return said.trim();
  const rule = said.replace(FRAME, '').trim();
  return rule === '' || ONLY_ASKS.test(said) ? undefined : rule;
}

/** 常勤だけにします, 常勤だけに変更してください: what is decided stands in front. */
const FRAME =
  /(?:(?:に|と)(?:します|しました|する|した|したい(?:です)?|してください|して(?:い)?ます|変更(?:します|しました|してください)?|決めました|決まりました)|で(?:お願いします|す)|です|でした)?[。.!！\s]*$/u;
/** 数え方を変えたい says that there is one to come. */
const ONLY_ASKS = /^(?:変え|変更|決め|直し|修正|登録|記録|設定|入力|教え|知り|見|確認|表示)[^、。]{0,12}[。\s]*$/u;

/** なし, 消してください: the municipality has no way of its own any more. */
export const saysNoRule = (said: string): boolean => TAKES_AWAY.test(said.trim());

const TAKES_AWAY =
  /^(?:特に)?(?:なし|無し|ない|ありません|未定|消(?:す|し|して|去)|削除|取り?消し?|なくし|無くし|白紙|やめ)(?:に|を)?(?:して|する|します|しました|ます|たい|したい)?(?:です|ください|下さい|ほしい)?(?:お願いします)?[。\s]*$/u;

/** Why what was written is no way of counting, in words for the person; undefined where it may be one. */
export function countingProblem(said: string): string | undefined {
  const text = said.normalize('NFKC').trim();
  if (/\?|(?:か|かな|かしら|っけ|でしょう)[。!\s]*$|教えて/u.test(text))
    return 'おたずねのように読めるため、記録していません。決めた数え方を入力してください';
  if (
    /^(?:来年|来月|来週|次年度|翌年度|今後)|(?:予定|つもり|見込み?|検討中|相談中|未確認)(?:です)?[。\s]*$/u.test(text)
  )
    return 'これからの予定のように読めるため、記録していません。今の数え方を入力してください';
  return ANOTHER.test(text) ? '報告は数え方に入れず、分けて送ってください' : undefined;
}

/** An item or a KPI with what is reported of it. */
const ANOTHER =
  /(?:K[\dP]-?\d{2,3}|S\d-\d{1,2})\s*(?:は|を|が|:)?\s*(?:\d|[有無](?:$|\s)|検討中|準備中|着手|実施|試行|決定|導入|完了|定着)/iu;

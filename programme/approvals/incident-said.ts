/** Typed as what it is: the word by itself in front. */
const IN_FRONT = /^事故(?:の?報告|の第1報)?[\s:：、]/;
/** Speaks of accidents, and not of one: 事故防止の研修, 交通事故の統計, 事故はありません, 事故のときはどうしますか. */
const OF_ACCIDENTS =
  /防止|予防|対策|統計|研修|訓練|手順|マニュアル|保険|件数|一覧|様式|事例|(?:なし|ゼロ|0件|ありません|ないです|起きていません)[。\s]*$|[?？]|(?:か|かな|とは|教えて(?:ください)?)[。\s]*$|たら|なら|場合/;

/** Whether a sentence plainly reports an accident; anything else is shown before anybody is told. */
export function isPlainlyAccident(said: string): boolean {
  const plain = said.normalize('NFKC').trim();
  return IN_FRONT.test(plain) && !OF_ACCIDENTS.test(plain);
}

/** Typed as what it is: the word by itself in front. */
const IN_FRONT = /^事故(?:の?報告|の第1報)?[\s:：、]/;
/** Speaks of accidents, and not of one: 事故防止の研修, 交通事故の統計, 事故はありません, 事故のときはどうしますか. */
const OF_ACCIDENTS =
  /防止|予防|対策|統計|研修|訓練|手順|マニュアル|保険|件数|一覧|様式|事例|(?:なし|ゼロ|0件|ありません|ないです|起きていません)[。\s]*$|[?？]|(?:か|かな|とは|教えて(?:ください)?)[。\s]*$|たら|なら|場合/;
/** Says that there was none: じゃなかった, はありませんでした, は起きなかった, にならずに済みました, 勘違いでした. */
const DENIED =
  /(?:では|じゃ|で)(?:な[いくかさ]|ありません|ございません)|[はがも\s](?:な(?:い|かった)|ありません|ございません)|(?:起き|起こ[らり]|発生し|に?至[らり]|にな[らり])(?:ては?い?)?(?:な(?:い|かった)|ません)|(?:ず|ないで)に?[済す][みん]|未遂|勘違い|間違いで|誤報|問題[はも]?な|大丈夫/;
/** Says what happened, or goes on: しました, 届いていた, 開いています, 動かない; or calls it by its name: 誤送信. */
const HAPPENED =
  /(?:た|んだ)(?=[。、!\s)」]|です|よう|みたい|らしい|模様|状態|こと|件|の|ため|が|$)|[てで]い?(?:る|ます)|ない|ません|(?:漏えい|漏洩|流出|誤送信|誤送付|誤配|誤廃棄|紛失|盗難|不正アクセス|感染|停止|故障|障害)(?=[。、:!\s]|中|です|$)/;

/**
 * Whether a sentence plainly reports an accident that has happened; anything else, such as a denial, is shown before
 * anybody is told.
 */
export function isPlainlyAccident(said: string): boolean {
  const plain = said.normalize('NFKC').trim();
  return IN_FRONT.test(plain) && HAPPENED.test(plain) && !OF_ACCIDENTS.test(plain) && !DENIED.test(plain);
}

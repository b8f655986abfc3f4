import { withoutCircumstances, withoutCourtesy } from './courtesy.ts';
import { fold } from './fold.ts';

/** Words that add nothing to a report: particles, politeness, greetings. What they do not explain is unread. */
const POLITE = `は が を に で の と も へ より です でした ですね でしたね であり だ だった だよ ね よ よね ます ました
よろしくお願いします よろしくお願いいたします よろしくお願い致します よろしくおねがいします よろしく 宜しく 宜しくお願いします 宜しくお願いいたします 宜しくお願い致します
お願いします お願いいたします お願い致します おねがいします お願い おねがい 以上です 以上 お世話になっております お世話になります お世話になっています いつもお世話になっております
お疲れ様です お疲れさまです おつかれさまです こんにちは おはようございます おはよう こんばんは ありがとうございます すみません すみませんが すいません 申し訳ありません 申し訳ありませんが でございます ございます 改めまして あらためまして お知らせします お知らせいたします お知らせです 念のため ご連絡です ですが ですけど ですけれども どうぞ 恐れ入りますが 恐縮ですが お手数ですが お手数をおかけします
ください 下さい 頂けますと幸いです くださいませ くださ です。 。 、 ・ ! , . : ; ( ) 「 」 … ~ - ー = → / ＼ ^ ★ 役場 町役場 村役場 市役所 について の件 件 に関して 標記の件 標題の件 件名の件 標記 表記の件 どうも
につきまして につきましては 何卒 なにとぞ 誠に まことに 大変 たいへん 平素より 平素は いつも 謹んで 取り急ぎ とりいそぎ まずは 今後とも 引き続き 申し上げます 申しあげます 申し訳ございません
遅く 遅れ なりまして なりまして、 なりました なって なり まして ので ましたので んで ことを こと ところ お手すきで お手すきの際に ご確認 ご査収 お目通し ください いただけますと幸いです くださいますよう 御中 様 さま 皆様 各位 担当者様
ご お だで だでね だもんで だに に だよ だわ っす っした`;
const REPORT = `分の 今週 今週は 今週分 今週末 現在 今 いま 本日 今日 時点 現時点 値 数値 数字 結果 当町 当村 当市 うち うちの町 うちの村 うちの市 わが町 我が町
報告 報告します 報告いたします 報告致します 報告です ご報告 ご報告します ご報告です ご報告いたします ご報告まで 連絡 ご連絡 ご連絡します 連絡します 報告してください 報告して 報告しておいて 記録 記録して 記録してください 記録します 登録 登録して 登録してください 登録します 入力して 入力してください 入力お願い 入力 回答 回答します
になりました となりました になっています となっています になってます に達しました まで進みました に増えました に上がりました までいきました 達成 ということで にしてください にしておいてください にしておいて下さい にしておいて にしといてください にして にしました で登録 として ようやく やっと ついに 無事 無事に 正式に 先ほど さきほど さっき 昨日 おかげさまで なんとか
実績 まで 段階 状態 状況 進捗 項目 取組 kpi 指標 率 数 件数 回数 開催しました 開催 実施しました 実施 行いました 行った やりました 発行しました 発行 ありました 届きました 出ました 提出されました 受講しました 修了しました まとまりました 作業 こと ものが ほう 方 まず 次に あと それから また そして 庁議で 庁議にて 庁議において 根拠 資料 添付 リンク url なお ちなみに
のまま まま ままです 全部で 合計 合計で 計 合わせて あわせて 延べ のべ ちょうど 今月 今月は 今月までに 今月まで 今朝 今月から 今週から 今日から 本日から 昨日から 時点で 付けで 付で 年額 年額で 年間で 年間 年 もう すでに 既に もうすでに 〜 こちら こちらは 当課 当課は 本町 本村 本市 わが村 わが市 予定どおり 予定通り 対象 対象者 代理入力 代理で入力します 代理で入れます 代わりに入力します 代わりに報告します 確認結果 確認結果です 点検結果 集計結果 きょう できています できております 確定です が正です が正しいです が正解です の方 えーと えっと ええと あの あのう そのう とりあえず 取り敢えず なんですが なんですけど なんですけれども ですけど 終わっていました 全部 すべて ぜんぶ 全課 町長 村長 市長 首長 副首長 課長 部長 上司 教育長 議長 町長の 村長の 首長の 課長の 部長の 副町長 副村長 副市長 まで来ました ここまで という扱い 扱い という形 これは こっちは それから につき 人口 やった ふえました になったよ になった 対象条項 対象業務 対象手続 対象職員 下記のとおり 以下のとおり 次のとおり 下記の通り 以下の通り 記 担当 今年 今年は まできました まで至りました (笑) 笑`;
const ASKING = `する だ どおり 通り て てください て下さい ておいて ておいてください して します しました してください して下さい すること したい したいです たいです に お いたします 致します させてください させて頂きます させていただきます 全部 全て すべて 全項目 ぜんぶ 特に とくに 特段 いずれも どれも 内容 直前 の報告 さっき 先ほど 会議 かいぎ 打合せ 打ち合わせ 回 から まで 間 予定 ください 戻して 下げて し で回答 ています おります 予定です 時間 時刻 曜日 依頼 届く 通知 変えて 変更して 変更 毎週 やっぱり やはり 必ず 私 わたし 自分 中止 す し とさせて ので のため ため 私用 所用 都合 たので ので た により いっぱい 終日 全日`;

/** Blanks, and pictures and faces that are glad or polite; any other may deny or ask. */
const GLAD =
  '💳|📱|💻|📊|📈|📋|📄|📑|🏢|🏫|🚗|🚃|☕|🍵|🌞|🌼|🍁|⛄|❄|👌|😎|🙌|😆|🤩|💦|🎉|🎊|🥳|👍|👏|🙏|🙇|🙋|💪|✨|🌟|⭐|☀|✅|💯|😊|😀|😁|😃|😄|😆|🙂|☺|😌|😉|🤗|🌸|📝|📨|📩|♂|♀|♪|♡|☆';
const IDLE = new RegExp(
  `\\s+|(?:${GLAD})(?:\\u200D|\\uFE0F|[\\u{1F3FB}-\\u{1F3FF}])*|m?[(（][^\\p{L}\\p{N}]{1,12}[)）]m?|(?<=[^a-z]|^)[wｗ]+$|(?<=くださ|しま|しまし|でし|お願いしま)[a-z]$`,
  'gu',
);

/** Lists of words, by their first sign. */
type Words = ReadonlyMap<string, readonly string[]>;
const greeting = wordsOf(POLITE);
const reporting = wordsOf(POLITE, REPORT);
const asking = wordsOf(POLITE, REPORT, ASKING);
const BY_USE = { greeting, report: reporting, ask: asking };

/** 全14課: of all of them, right before what was read. */
const ALL_OF = /(?<![\p{Script=Han}])全$/u;

/**
 * What is left of a gap between two things that were read, once everything that adds nothing is taken away; '' when
 * nothing is.
 * @param own words that add nothing from this person, such as their own name
 */
export function unreadIn(gap: string, use: 'greeting' | 'report' | 'ask', own: readonly string[]): string {
  const words = BY_USE[use];
  const polite = withoutCourtesy(gap.replace(IDLE, ''));
  const text = use === 'report' ? withoutCircumstances(polite).replace(ALL_OF, '') : polite;
  if (text === '' || explainedIn(text, words, [])[text.length]) return '';
  const explained = explainedIn(text, words, own);
  if (explained[text.length]) return '';
  const reached = explained.lastIndexOf(true);
  return text.slice(reached).replace(/(です|でした|ます|ました|[はがをにでのとも。、!])+$/, '');
}

/** At each place, whether everything before it is explained. */
function explainedIn(text: string, words: Words, own: readonly string[]): readonly boolean[] {
  const explained: boolean[] = [true];
  for (let at = 0; at < text.length; at++) {
    if (!explained[at]) continue;
    const isHere = (word: string): boolean => text.startsWith(word, at);
    for (const word of words.get(text[at] ?? '')?.filter(isHere) ?? []) explained[at + word.length] = true;
    for (const word of own.filter(isHere)) explained[at + word.length] = true;
  }
  return explained;
}

function wordsOf(...lists: readonly string[]): Words {
  const bySign = new Map<string, string[]>();
  for (const word of new Set(lists.join(' ').split(/\s+/))) {
    const folded = fold(word);
    const sign = folded.slice(0, 1);
    bySign.set(sign, [...(bySign.get(sign) ?? []), folded]);
  }
  return bySign;
}

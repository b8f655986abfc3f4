import type { Wish } from '../../inputs/wish.ts';

/** What reaches one, by whatever name people know it. */
const WHAT =
  '(?:(?:毎週|いつも)の?)?(?:週報|週次報告|週次の報告|週次|毎週|今週の報告|報告|ボット)?の?(?:カード|お?願い|依頼|(?<=の)催促|案内|お知らせ|知らせ|リマインド(?:メール)?|リマインダー?|通知|連絡|メッセージ|確認)';
/** What nobody but the bot sends: 連絡 by Teams may be asked of a person. */
const NOTICE = '(?:通知|お知らせ|リマインド(?:メール)?|リマインダー?|週次報告のカード)';
/** Which part of it is spoken of. */
const PART =
  '(?:(?:の|が|を|は)?(?:届く|来る|くる|送る)?(?:の|時刻|時間|時間帯|曜日|日時|日|タイミング|宛先|宛て?|届け先|送り先|届くところ|チャット|アプリ|先))?';
const BETWEEN = '(?:ですが|だが|は|を|が|も|の|って|、|,|\\s)*(?:(?:今後|次回?|これ|今度)(?:から)?は、?)?';
const DAY = '(?<day>[月火水木金](?:曜日?)?)';
const TIME = '(?<time>(?:午前|午後|朝|夕方)?の?\\d{1,2}(?::\\d{2}|時(?:半|\\d{1,2}分)?))';
const CHAT = '(?:(?<chat>Teams|チームズ|LINE|ライン)(?: ?WORKS| ?ワークス)?)';
/** Where or when it was so far is said along: メールじゃなくて, 9時でなく, 月曜から. */
const INSTEAD =
  '(?:(?:メール|LINE ?WORKS|LINE|ライン|Teams|チームズ|電話|\\d{1,2}時半?|[月火水木金]曜日?)(?:じゃ|では?|の)?(?:なくて|なく|はなく|ではなく|から|より|の代わりに|をやめて)、?)?';
const WHEN = `(?:毎週)?(?:${DAY})?(?:の|、|\\s)*(?:${TIME})?(?:頃|ごろ|くらい|ぐらい)?`;
const TO = `(?:に|へ|で|が|まで|のほうに?|の方に?|のほうで|の方で|、|\\s)*`;
/** How it is asked for: with the sense of reaching, and in any polite form; a question or a denial is no such form. */
/** お知らせ朝イチだと埋もれるので、 */
const WHY = '(?:[^。、\\n\\d]{2,24}ので、?)?';
const REACH =
  '(?:(?:お?届(?:くよう|けるよう|け|く)|送(?:るよう|って|信)|来るよう|くるよう|受け?取れるよう|受け?取る?よう|受け?取り|受け?取る|もらえるよう|もらい|もらえ|見られるよう|お?知らせ|し|して|変え|変更|設定|切り?替え|移|ずらし|なり|なるよう|お願い)(?:に|を)?)';
const POLITE =
  '(?:(?:して|し|て|で|お願い|おねがい|変えて|変更|設定|欲しい|ほしい|ください|下さい|いただけ|頂け|いただき|もらえ|もらい|くれ|ます|ませんか|ますか|ると助かります|と助かります|でしょうか|たい|です|のですが|んですが|けど|できます|と思います|が|ね|よ|願います|います|いたします|致します|を|に|嬉しい|うれしい)*)';
const END =
  '(?:[。\\s](?:切り?替え|変更|設定)(?:を?お願い(?:し|いたし)ます|(?:して|て)(?:(?:ください|下さい))?))?[。.!！\\s]*';
/** Without a day, a time or a chat nothing is wished for: 確認, お知らせを見せて. */
const SAYS_WHERE_OR_WHEN = '(?=.*(?:[月火水木金](?:曜|の|に|$)|\\d|Teams|チームズ|LINE|ライン))';
/** From when on, which is always at once. */
const FROM_NOW = '(?:[^。、\\n]{2,30}(?:ので|ため)、)?(?:(?:今度|次回?|今後|これ)から(?:は)?、?|今後は、?)?';
const written = (core: string): RegExp => new RegExp(`^${SAYS_WHERE_OR_WHEN}${FROM_NOW}${core}${END}$`, 'iu');

/** お知らせは15時に, LINEに届くように, メールじゃなくてTeamsで受け取りたい: the day, the time and the chat of reminders. */
export const reminderWishes: readonly Wish[] = [
  {
    like: written(
      `(?:毎週の?)?(?:週報|週次報告|今週の報告)${BETWEEN}${INSTEAD}${WHEN}${TO}(?:お?届(?:くように|けて)|送って|来るように|もらえるように)(?:に)?${POLITE}`,
    ),
    as: '設定 $<day> $<time>',
    first: true,
  },
  {
    like: written(`${WHAT}${PART}${BETWEEN}${WHY}${INSTEAD}${WHEN}${TO}${CHAT}?${TO}(?:${REACH}${POLITE})?`),
    as: '設定 $<day> $<time> $<chat>',
    first: true,
  },
  {
    like: written(`${WHAT}${PART}${BETWEEN}${INSTEAD}${CHAT}${TO}${REACH}?${POLITE}`),
    as: '設定 $<chat>',
    first: true,
  },
  {
    like: written(
      `${INSTEAD}${CHAT}${TO}(?:${WHAT}${BETWEEN})?(?:お?届(?:くように|けて)|送って|来るように|受け?取(?:りたい|れるように)|もらい(?:たい)?|知らせて)${POLITE}`,
    ),
    as: '設定 $<chat>',
    first: true,
  },
  {
    like: written(
      `${WHEN}(?:に|、)*(?:${WHAT}${BETWEEN}|(?=お?知らせて|教えて))(?:お?知らせて|お?届(?:くように|けて)|送って|来るように|して|もらい(?:たい)?|ほしい|欲しい)${POLITE}`,
    ),
    as: '設定 $<day> $<time>',
    first: true,
  },
  {
    like: written(
      `${CHAT}${TO}受け?取りたいので、?(?:通知先|届け先|宛て?先|送り先)を?(?:変え|変更|切り?替え|設定)${POLITE}[😀-🙏]*`,
    ),
    as: '設定 $<chat>',
    first: true,
  },
  {
    like: written(
      `(?:届け先|送り先|宛て?先|届くところ|届くチャット|届くアプリ)${BETWEEN}${INSTEAD}${CHAT}${TO}${REACH}?${POLITE}`,
    ),
    as: '設定 $<chat>',
    first: true,
  },
  {
    like: written(
      `(?=.*(?:ください|下さい|お願い|ほしい|欲しい|して|たい))${INSTEAD}${CHAT}${TO}${NOTICE}${BETWEEN}${REACH}?${POLITE}`,
    ),
    as: '設定 $<chat>',
    first: true,
  },
  {
    like: written(`毎週の?${DAY}の?(?:${TIME})?(?:に|、)*(?:お?届(?:くように|けて)|送って)${POLITE}`),
    as: '設定 $<day> $<time>',
    first: true,
  },
];

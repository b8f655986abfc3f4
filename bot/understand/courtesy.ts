/** Folded: what is only polite, thankful or glad, built from what is said and how it may end. */
const VERY =
  '(?:いつも|大変|たいへん|本当に|ほんとうに|誠に|まことに|どうも|毎度|日頃より|日頃から|平素より|平素は|早速|重ねて)*';
const SAYS = '(?:いたし|致し|し)ます';
const THOUGH = '(?:が|けど|けれど|けれども)?';
const PHRASES: readonly string[] = [
  `${VERY}お?世話(?:になって(?:おり|い)ます|になり(?:ます|ました)|(?:様|さま)(?:です|でした))`,
  'お疲れ(?:様|さま)(?:です|でした|でございます)?',
  `${VERY}(?:ありがとう|有難う|有り難う)(?:ござい(?:ます|ました))?`,
  `${VERY}(?:感謝(?:${SAYS}|しております|申し上げます)|助かり(?:ます|ました|ております))`,
  `${VERY}(?:恐れ入り|おそれいり|お手数(?:を)?お?(?:か|掛)け(?:いた|致)?し|ご?面倒(?:を)?お?(?:か|掛)け(?:いた|致)?し)ます${THOUGH}`,
  `${VERY}(?:恐縮|お手数)です${THOUGH}`,
  `(?:お忙しい|ご多忙の?|ご多用の?)(?:ところ|中|折)`,
  `失礼(?:いた|致)?します${THOUGH}`,
  'お(?:かげ|陰)(?:様|さま)(?:です|でした|で)',
  'ご(?:査収|確認|承知おき|高覧|収受|笑納)(?:の(?:ほど|程))?(?=[、。!\\s]|お願い|くだ|下さ|いただ|頂|よろし|願|$)',
  '(?:どうぞ|何卒)?(?:引き続き|今後とも)?(?:どうぞ|何卒)?(?:よろしく|宜しく)(?:お願い(?:いた|致|申し上げ)?(?:し)?ます)?',
  '(?:はじめまして|初めまして|お久しぶりです|ご無沙汰しております)',
];
const COURTESY = new RegExp(PHRASES.join('|'), 'gu');

/** Where something was decided or reported: 議会で, 課長会議にて. */
const BODY =
  /(?:庁議|議会|本会議|定例会|臨時会|全員協議会|委員会|(?:部課長|課長|部長|庁内|幹部|調整|推進|本部|推進本部|町議会|村議会|市議会|三役)会(?:議)?)(?:で|にて|において|では)/gu;

/** Verbs that only say that what was counted took place: 3回開催しました, 30人が受講済みです. */
const DONE_NOUNS =
  '開催|実施|発行|受講|修了|配布|発信|参加|出席|公開|配置|回答|整備|対応|活用|利用|交付|点検|廃止|統合|掲載|集計|訓練|調査|採用|開設|開講|作成|提案|改善|見直し|協議|申請';
const DONE_VERBS =
  '開き|ひらき|行い|おこない|出し|出|受け|届き|集まり|使い|配り|送り|発し|作り|つくり|まとまり|終え|終わり|受けてもらい|受けていただき|来てくれ|来ていただき';
const HAPPENED = new RegExp(
  `(?:${DONE_NOUNS})(?:を|が)?(?:(?:いた|致)?しました|した|(?:され|でき|出来|終わり|済み|完了し)ました|(?:済|ずみ|済み)(?:です)?|し(?:て|ており|ていただき)(?:います|ます|ました))|(?:${DONE_VERBS})ました`,
  'gu',
);

/** A gap without what is only polite. */
export const withoutCourtesy = (gap: string): string => gap.replace(COURTESY, '');
/** A gap of a report without where and that it took place. */
export const withoutCircumstances = (gap: string): string => gap.replace(BODY, '').replace(HAPPENED, '');

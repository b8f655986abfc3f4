import { fold, plainOf } from './text/fold.ts';

/** What people say to a bot without wanting a record of anything. */
export type SmallTalk =
  | 'thanks'
  | 'greeting'
  | 'agreed'
  | 'answer'
  | 'annoyed'
  | 'tired'
  | 'successor'
  | 'deadline'
  | 'attribute'
  | 'until'
  | 'viewers'
  | 'contact'
  | 'bot';

const OPENING =
  '(?:あの|えっと|すみません|すいません|いつも|どうも|本当に|ほんとに|大変|とても|ご?丁寧に|早速|ご?対応|ご?連絡)*';
const ENDING =
  '(?:です|ます|でした|ました|でしょう|ございます|ございました|ください|下さい|よろしく|お願いします|お願いいたします|の|ね|よ|か|な|わ|けど|が)*';

/**
 * Only a sentence that is nothing else: 「ありがとうございます」, but not 「ありがとうございます K0-03 27/32」. Folded, without
 * blanks, signs and pictures.
 */
const WHOLE: readonly (readonly [SmallTalk, RegExp])[] = [
  [
    'thanks',
    whole(
      '(?:ありがとう|有難う|有り難う|あざす|感謝(?:して(?:い|お)り?)?|助か(?:り|った|る)|さんきゅー|thanks?|thankyou)+',
    ),
  ],
  [
    'greeting',
    whole(
      '(?:おはよう|こんにちは|こんばんは|お?疲れ(?:様|さま)|おつかれ(?:様|さま)|お世話(?:になって(?:お|い)り|になり)?|はじめまして|初めまして|ご?無沙汰して(?:お|い)り|よろしく|宜しく|お願いし|お願い(?:いた|致)し)+',
    ),
  ],
  [
    'agreed',
    whole(
      '(?:了解|承知|わかり|分かり|わかった|分かった|なるほど|ok|okay|おけ|おっけー|いいね)(?:し|いたし|致し|です)*',
    ),
  ],
  [
    'answer',
    /^(?:はい|うん|ええ|いいえ|いえ|ちがう|違う|ちがいます|違います|戻る|もどる|戻って|すきっぷ|続ける|続き|ここまでで送る|送る|送信|前回と同じ)(?:です)?$/,
  ],
  [
    'annoyed',
    whole(
      '(?:うるさい|しつこい|邪魔|じゃま|もう?送らないで|もういい|(?:通知|配信|連絡|お知らせ|りまいんど)(?:は|を|が)?(?:やめて|止めて|とめて|切って|おふ|停止(?:して)?|不要|いらない|要らない|多すぎ(?:る)?))',
    ),
  ],
  [
    'tired',
    whole(
      '(?:(?:疲れ(?:た|まし|てい)|つかれ(?:た|まし)|つらい|辛い|しんどい|忙し(?:い|く|すぎ)て?|手が回ら(?:ない|ませ)|時間が(?:ない|ありませ)|もう?無理|眠い|帰りたい)ん?)+',
    ),
  ],
  [
    'until',
    whole(
      '(?:これは?|報告[はの]?|週次報告[はの]?|今週の報告[はの]?|今週[のは])?(?:いつまで(?:に(?:出せば|報告すれば|送れば)?(?:いい|よい)?)?|締め?切り?は?(?:いつ)?)',
    ),
  ],
  [
    'viewers',
    whole(
      '(?:これは?|報告は?|内容は?|相談は?)?(?:(?:だれ|誰)(?:が|に|から)(?:見る|みる|見て(?:い)?る|見られ(?:る|て(?:い)?る)?|見え(?:る)?|読む|届く)|公開され(?:る|ま)|ほかの(?:町|村|市|団体)に?も?見(?:え|られ)(?:る|ま)?)す?',
    ),
  ],
  [
    'contact',
    whole(
      '(?:事務局(?:の|へ|に)?)?(?:連絡先|電話(?:番号)?|めーる(?:あどれす)?|問い?合わ?せ先|(?:だれ|誰)に(?:聞|相談|連絡)(?:けば|すれば)?(?:いい|よい)?)(?:は|を)?(?:教え(?:て)?|知りたい|どこ)?',
    ),
  ],
  [
    'bot',
    whole('(?:あなた|きみ|君|お前|これ)?(?:は|って)?(?:(?:だれ|誰|何者|なにもの)|ぼっと|ろぼっと|人間)(?:なの)?'),
  ],
];

/** A year that is not this one, as it is said of an item. */
const LATER =
  '(?:(?:(?:令和|r)\\s?(?:\\d{1,2}|元|[一二三四五六七八九十]+)|20\\d\\d)年度?|(?:来|翌|次|次の|再来|明)年度?)';
/** What is done to an item with it. */
const PUT =
  '(?:実施|対応|取り?組|着手|開始|始め|はじめ|やり|やる|やっ|回し|回す|まわし|まわす|先送|送り|送る|延期|見送|持ち?越|繰り?越|ずら|移|予定|対象|なり|なる|なった|します|する|した|扱|として|変更|です)';
/** Of this year nothing is done of it. */
const NOT_NOW =
  '(?:今|本)年度?(?:中)?(?:は|には|の|での?|に)?(?:実施|対応|取組|取り組み?|着手|予定|対象)?(?:は|を|も|に)?(?:し(?:ない|ません)|やら(?:ない|ず)|やりません|行わ(?:ない|ず)|行いません|取り組(?:まない|みません)|見送|対象外|あり(?:ません)|なし|無し|外(?:し|す|れ))';
/** 対象外, or the year of an item: no stage of it, and changed by the secretariat. Asked, it is looked up. */
const ATTRIBUTE = new RegExp(
  `^(?!.*[?]|.*(?:ですか|ますか|でしょうか|かな|っけ)[。\\s]*$)(?:.*(?:対象外|対象から(?:外|はず)|該当(?:し(?:ない|ません)|なし|外)|${LATER}(?:(?:以降|以後|から|より)(?:です|$)|(?:以降|以後|から|より|中|の)?に?(?:は|へ|も|、|\\s)*.{0,6}${PUT})|${NOT_NOW}))`,
  'u',
);

/** What matters wherever it stands, once nothing else in the sentence says what is wanted. */
const WITHIN: readonly (readonly [SmallTalk, RegExp])[] = [
  [
    'successor',
    /担当(?:者)?(?:が|は)?(?:変わり|変わった|替わり|替わった|代わり|代わった|かわり|かわった|交代|変更にな)|異動(?:し|に|と|です|で)|後任|退職/,
  ],
  ['attribute', ATTRIBUTE],
  ['deadline', /(?:期限|締め?切り?)(?:を|は|の)?(?:少し|もう少し)?(?:延ば|延び|延長|伸ば|のば|遅らせ|変え|変更)/],
];

/** Pictures that are a nod. */
const NOD = /^[👍👌🙆🙇🙏😊🙂]+$/u;

/** What a sentence says beside the work; undefined where it says something else as well. */
export function smallTalkIn(said: string): SmallTalk | undefined {
  const bare = said.trim().replace(/\p{Emoji_Modifier}|\p{Cf}|\p{Mn}|[♂♀]/gu, '');
  if (NOD.test(bare)) return /[🙇🙏]/u.test(bare) ? 'thanks' : 'agreed';
  const dense = fold(plainOf(bare)).replace(/[\s\p{P}\p{S}]/gu, '');
  return WHOLE.find(([, pattern]) => pattern.test(dense))?.[0];
}

/** What a sentence is about that no command takes: it is answered, and can be passed on to the secretariat as it stands. */
export function topicIn(said: string): SmallTalk | undefined {
  const folded = fold(plainOf(said));
  return WITHIN.find(([, pattern]) => pattern.test(folded))?.[0];
}

function whole(core: string): RegExp {
  return new RegExp(`^${OPENING}${core}${ENDING}$`);
}

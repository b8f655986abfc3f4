import type { Doubt } from '../../spoken.ts';
import { withoutCourtesy } from '../text/courtesy.ts';

/**
 * Signs of each, in text that is folded and in which a capital stands for what was read: S a stage, A a number, K an
 * item or KPI, T a town, D a day. One sign is enough; a sign too many costs a tap, one too few a wrong record.
 */
const signs: readonly (readonly [Doubt, RegExp])[] = [
  // 62%以上 is a bound and あと3回 what is left; 「62　以上です」 only closes a message. 出席しました is of a meeting that is over.
  [
    'several',
    /A(以上|以下|未満|超|台)|A.{0,8}(かな|かも)|(あと|残り|のこり|うち)\s*A|(出席|参加|欠席)(いた|致)?し(ました|た)/,
  ],
  [
    'question',
    /\?|(か|かな|かね|かしら|っけ|け)[。!、\s]*$|(か|かな|っけ)[。!]|どう(?!も|ぞ)|いつ(?!も)|どこ|誰|だれ|何(?!卒|とぞ)|なに(?!とぞ)|なん(で|の|と|[^からだ])|いくつ|どれ|どちら|なぜ|教え|おしえ|知りた|でしょう|(ます|です|した)か/,
  ],
  [
    'negation',
    /(?<!しれ)な(い|か(っ|ろ)|く[^な]|し)|無(い|し|く)|(?<!しれ)ませ?ん|(?<!は)ず[。、\s]*$|(せ|れ|わ|え|ら|か)ず|ずに|まだ|未[SKA済]|不[SK]|じゃ|では(あり|ご)|無理|否決|却下|中止|延期|見送|白紙|取りや|以外|除|違|ちが|嘘|うそ|誤|ぬ[。\s]*$|頓挫|保留|断念|撤回/,
  ],
  [
    'condition',
    /たら|だら|[ばへべめれけせて]ば|なら|もし|場合|次第|時は|とき|頃には|(?<!今月|今週|先週|先月|今日|本日|昨日|現在|これ)まで(?!す|S|進み|き|来|い)|でも[。、\s]*$|Sすると|としたら|とすれば|つつ|かけ/,
  ],
  [
    'hearsay',
    /らし(い|く)|そう(です|だ|な|で|。|$)|とのこと|[聞き]い[たて]|聞き|聞こ|みたい|よう(です|だ|な|。|$)|噂|うわさ|という|って(話|言|いう|いっ)|と(言|いう|いっ)|話(です|を)|とか|によると|曰く/,
  ],
  [
    'plan',
    /予定|見込|見通|つもり|来週|来月|来年|次回|今後(?!とも)|これから|間近|目前|もうす|もうじき|まもな|間もな|近々|近く|ほぼ|ほとんど|目指|めざ|た(い|く)(です|と|な|ん|の|思|[。\s]|$)|はず|だろ|思|おも(う|い|っ)|たぶん|多分|おそら|恐ら|かも|可能性|[SA](に|と)?(し|いたし)(ます|る|ま[^し])|(S(に|と)?|[DM].*A(に|と))な(り|る)(ます|る|ま[^し])|[SA](に|と)?(する|なる)|S(し)?て(くだ|下さ|ほし|欲し|もら|いただ|頂)|させ|(?<!出席|参加)でき(る|ます)|待ち|ところ|向け|むけ|頑張|がんば|依頼|計画|気がする|あたり|頃|ころ(に|$)/,
  ],
  [
    'elsewhere',
    /目標|基準値|前回|昨年|去年|先月(?!(?:から|より).{0,4}S)|前年|先々|以前|当初|昔|前は|ゴール|他(の|市|町|村|団体)|ほかの|隣|よその|全国|県内|平均|仮に|例えば|たとえば|例:|テスト|練習|冗談/,
  ],
];

/** The first sign of doubt in a sentence. */
export function doubtIn(said: string): Doubt | undefined {
  const masked = withoutCourtesy(said);
  return signs.find(([, sign]) => sign.test(masked))?.[0];
}

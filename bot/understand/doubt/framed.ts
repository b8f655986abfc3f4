import type { Command } from '../../command.ts';
import type { Doubt } from '../../inputs/spoken.ts';
import type { Registry } from '../../registry.ts';
import type { Reading } from '../parts/reading.ts';
import { fold, plainOf } from '../text/fold.ts';

/** Who is called by what they are. */
const TITLES =
  '(?:副?[課町村市部局]長|[係室所議会]長|副?首長|教育長|首長|知事|主任|主査|主幹|参事|前任者?|後任者?|上司|同僚|部下|先輩|後輩|先方|担当者?|専門家|事務局)';
/** Somebody else, by title or politely by name. */
const PERSON = `(?:[^、。\\s「」]{0,6}?${TITLES}(?:さん|様)?|[^、。\\s「」]{1,8}?(?<![市町村])(?:さん(?!が?せ)|氏))`;
/** What is shut for everybody is nobody's own leave. */
const HOUSE = '(?:役場|役所|庁舎|本庁|支所|学校|保育園|県庁|会社|全員|みんな|皆|課|係)';
const SAID =
  '(?:まし[ただて]|ます|です|でした|ません|くださ?い?|下さい|[だるたいて]|なし|無し|出席|欠席|完了|実施中?|中止|[」』])';
const END = '[〜~ー…。!)、\\s]*$';

/** Of the whole of what was typed, folded, without the texts that were taken from it. */
const frames: readonly (readonly [Doubt, RegExp])[] = [
  // 4回ですよね, 4回でしたね: whether it is so is asked of who hears it.
  ['question', new RegExp(`(?:よね|(?:でし|まし)たね|(?:です|ます|だ)っけ)${END}`, 'u')],
  // 欠席します、と課長; 欠席しますと連絡; 課長より: 欠席します.
  [
    'hearsay',
    new RegExp(
      `(?:${SAID}、?|[、。]\\s*)と(?:の|は)?、?(?:${PERSON}|[^、。\\s]{0,6}?(?:書|メール|めーる|連絡|電話|伝言|伝え|返事|回答|言|云|聞)[^。]{0,12})(?:より|から|談)?${END}`,
      'u',
    ),
  ],
  [
    'hearsay',
    new RegExp(
      `^[\\s「『]*${PERSON}(?:から|より|いわく|曰く|の話では)(?:の?(?:連絡|伝言|めーる|電話|話)(?:です|で)?)?[、:。\\s]`,
      'u',
    ),
  ],
  // 小海町打合せを入れてください（案）; …は下諏訪町のことです.
  [
    'elsewhere',
    /\((?:案|仮|例|未|予定|見込み?|取り?消し?|中止|却下|保留|没|下書き|てすと|練習|去年|昨年|前年|[^()]{1,12}の(?:話|件|分|こと|場合))\)[。\s]*$/u,
  ],
  ['elsewhere', /(?:は|、|。)[^。、は]{1,14}の(?:こと|話|件)(?:です|でした|だ)?[。)\s]*$/u],
  // 送ってしまいました: what went wrong is told, and not asked for once more.
  ['several', /(?:送っ|送信し|報告し|入力し|登録し|記録し|押し|出し|打っ)て(?:しま(?:い|っ)|ちゃ)/u],
  // 12/8か12/9, 対面かオンライン; 先週も今週も: two of what is one.
  [
    'several',
    /(?:\d[日時分]?|対面|おんらいん)か(?:\d|対面|おんらいん)|先々?週(?:と|も|、|・)、?今週|今週(?:と|も|、|・)、?先々?週/u,
  ],
  ['condition', /[、。\s](?:ただし|但し)|^(?:もし|仮に|例えば|たとえば)/u],
  ['elsewhere', /^(?:去年|昨年|以前)は/u],
  ['negation', /中止(?:しない|しません|では?な|じゃな)/u],
  ['elsewhere', /(?:の件|こと)は(?:忘れ|後で|なし)|[。、\s](?:例|練習|てすと)です[。\s]*$/u],
  ['plan', /[\s、]かも(?:しれません)?[。\s]*$/u],
  ['plan', /^(?:あとで|後で|後ほど|のちほど|そのうち|いずれ(?!も)|いつか|そろそろ)/u],
];

/** 訪問する案があります, 入れるか検討中, 訪問するつもりでした: spoken of, where only what is asked for is done. */
const SPOKEN_OF =
  /[うくすつぬむるぐぶ](?:案[がも]|話[がも]|前に|かどうか|か(?:は|を|検討|相談|未定|迷)|の[はが](?:難し|困|無理|やめ))|(?:つもり|はず|ところ)でした|(?:入れ|設定し|組み|作成し)ました[。!\s]*$/u;
/** 打合せは変更なし: of a meeting, and of no value. */
const OF_MEETINGS =
  /(?:会議|打ち?合わ?せ|研修|勉強会|説明会|日程|時刻|会場|出欠)(?:の(?:日程|時間|時刻|場所|会場|予定))?(?:は|に|も)/u;

/** 課長が休みます: of what everybody says of themselves, somebody else does it. Why one does so oneself is no such thing. */
const OTHERS = new RegExp(
  `(?:${PERSON}|${HOUSE})(?:が|は|も)(?![^。]*(?:ので|ため|から|により|につき|都合|ますが|ですが|けど|[てで]、|代わ|代理|かわりに|私|自分))`,
  'u',
);

/**
 * A reading with what the whole sentence says of it: that it is asked, told by somebody else, only a draft, or of others.
 * What a command reads in it says nothing of that.
 */
export function withFrame(reading: Reading, text: string, registry: Registry): Reading {
  const command = registry.find(reading.command);
  const isOpen = !command || reading.unknown || reading.doubt !== undefined || reading.options !== undefined;
  if (isOpen || command.shownFirst || !registry.writes(reading.command, reading.input)) return reading;
  const doubt = frameOf(withoutTexts(text, reading), command, reading, registry);
  return doubt === undefined ? reading : { ...reading, doubt };
}

function frameOf(said: string, command: Command, { input }: Reading, registry: Registry): Doubt | undefined {
  const framed = frames.find(([, frame]) => frame.test(said))?.[0];
  if (framed) return framed;
  if (command.spoken?.ofOneself && OTHERS.test(said)) return 'elsewhere';
  const isRest = registry.isMeantBy(command.name, 'unchanged') && input['kpi'] === undefined;
  if (isRest && OF_MEETINGS.test(said)) return 'elsewhere';
  return !registry.reports(command.name) && SPOKEN_OF.test(said) ? 'unread' : undefined;
}

/** What was typed without what was taken from it letter for letter, folded. */
function withoutTexts(text: string, { input }: Reading): string {
  const texts = Object.values(input).filter((value) => typeof value === 'string' && value.length > 1);
  return fold(texts.reduce((said: string, value) => said.replace(plainOf(String(value)), ' '), plainOf(text)));
}

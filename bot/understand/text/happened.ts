import { FOUND_OUT, withoutFound } from './courtesy.ts';

/** Nothing is told, quoted or asked of somebody else in it. */
const ANYTHING =
  '(?:[^。、!?\\n「」と]|(?<=ざっ|ちょっ|やっ|ずっ|きちん)と|(?<=[課室係局町村市県会長員者方さん様])と(?=[一-龠々]{1,8}[をのにがも])){0,24}?';
/** Nouns of what people did on the way to a value or a stage. */
const DID =
  '確認|再確認|説明|集計|再集計|計算|再計算|精査|照会|点検|訪問|電話|連絡|苦労|安心|感謝|協力|出張|立ち会い|立会い|奮闘|周知|研修|審査|手続き?|引き?継ぎ|打ち?合わ?せ|議論|意見交換|整理|回収|配布|棚卸し?|清書|説明会|研修会|勉強会|試験|公募|入札|ヒアリング|検証';
/** Verbs of it, by their stem before た and ます: 長引いた, 長引きました. */
const STEMS: readonly (readonly [beforeTa: string, beforeMasu: string])[] = [
  ['長引い', '長引き'],
  ['遅くなっ', '遅くなり'],
  ['おそくなっ', 'おそくなり'],
  ['手間取っ', '手間取り'],
  ['かかっ', 'かかり'],
  ['助かっ', '助かり'],
  ['喜ん', '喜び'],
  ['頑張っ', '頑張り'],
  ['兼ね', '兼ね'],
  ['数え', '数え'],
  ['数え直し', '数え直し'],
  ['測り直し', '測り直し'],
  ['計り直し', '計り直し'],
  ['計算し直し', '計算し直し'],
  ['数えなおし', '数えなおし'],
  ['しなおし', 'しなおし'],
  ['し直し', 'し直し'],
  ['調べ', '調べ'],
  ['立ち会っ', '立ち会い'],
  ['伺っ', '伺い'],
  ['もらっ', 'もらい'],
  ['取れ', '取れ'],
  ['経', '経'],
  ['気づい', '気づき'],
  ['気付い', '気付き'],
  ['いただい', 'いただき'],
  ['整っ', '整い'],
  ['揃っ', '揃い'],
  ['そろっ', 'そろい'],
  ['集まっ', '集まり'],
  ['まとまっ', 'まとまり'],
  ['ほっとし', 'ほっとし'],
];
const TE = STEMS.map(([stem]) => `${stem}[てで]`).join('|');
const PAST = `(?:${STEMS.map(([stem, masu]) => `${stem}[ただ]|${masu}まし[たて]|${masu}(?=、)`).join('|')}|(?:終わり|終え)(?:まして)?(?=、))`;
const HOLDS = `(?:兼ね|喜ん|助かっ)[てで](?:い|おり)ます|(?:伝え|話し|共有し|報告し|説明し)て(?:あり|い|おり)ます`;
const SURU = `(?:${DID})(?:を|も|は|が|まで)?(?:(?:いた|致)?し(?:ました|た|て(?:いただきました|もらいました)?)|(?:済|終わ)(?:んで|って|りました|みました|み(?:です)?(?=[、。!\\s]|$))|あり(?:ました)?)`;
/** How it was to do it, or how glad one is. */
const FELT =
  '(?:長かった|大変だった|大変でした|たいへんでした|苦労しました|うれしいです|嬉しいです|好評です|好評でした)';
const SO = '(?:が|けど|けれど|けれども|ので|ため|もので)?(?:です)?';
const BECAUSE = `${ANYTHING}(?:[ただ](?:ので|ため|もので|結果)|の(?:関係|都合|影響)(?:です|で))`;
/** 先月より上がって, 前回から3人増えて: how it was before is no part of what it is. */
const COMPARED =
  '(?:先月|先週|前回|前月|前の月|前年|昨年|去年)(?:の値|の数|末)?(?:から|より|と比べて?|に比べて?)(?:は|も)?、?(?:少し|だいぶ|かなり|大きく|さらに|また)?(?:[\\d.,]+(?:人|件|回|%|課|時間|分|ぽいんと)(?:ほど)?)?(?:上がっ|下がっ|増え|減っ|伸び|良くなっ|よくなっ|改善し|増加し|減少し|上昇し|低下し|向上し)て';
const COMPARED_TO = new RegExp(COMPARED, 'gu');
/** 今日のを入れて, 前回の分も含めて: what a number counts. */
const COUNTING =
  '(?:今日|本日|今回|昨日|今週|今月|先週|先月|前回)の(?:分|もの|回)?(?:を|も)?(?:入れて|いれて|含めて|含め|足して|あわせて)(?:(?:い|おり)?ます)?';
const PIECE = new RegExp(
  `^[\\s、。!]*(?:${ANYTHING}(?:${PAST}${SO}|${TE}|${HOLDS}|${SURU}${SO}|${FELT}${SO})|${FOUND_OUT}|${BECAUSE}|${COUNTING}|${ANYTHING}${COMPARED})[〜~ー…\\s。、!]*$`,
  'u',
);
/** Whatever else happened, in whatever words: it is told of the past, or is why or how it came about. */
const HAPPENED = new RegExp(
  `^[\\s、。!]*(?:ですが、?|ですけど、?|が、|、)?${ANYTHING}(?:まし(?:た(?:ので|ため|もので)?|て)|(?:て|で)(?:い|おり|あり)?ます|[ただ](?:ので|ため|もので)|[いしきぎちりみびにえけげせてでねべめれっ]て|んで|いで|[てで]しまい(?:まして)?)[〜~ー…\\s。、!]*$`,
  'u',
);
/** What may turn round what is reported, put it off, or make a part or another thing of it. */
const TURNS =
  /取り?消|取り?下|やめ|辞め|[止留]ま|[止留]め|(?<!ま)とま|(?<!ま)とめ|中断|戻|もど|失敗|[諦飽]|あきら|忘|わすれ|[消削外変替換絞省]|かわ|かえ|(?<!見)直|なお|訂正|修正|誤|ミス|みす|試|仮|別|他|ほか|代わ|逆|反対|覆|破|廃|休|遅|延|のび|のば|壊|倒|落|足り|足ら|残|減|増|加|途中|一部|半|一旦|いったん|だけ|しか|ばかり|問題|不備|漏|もれ|抜|欠|凍結|棚上|送り|後回|持ち越|繰|流れ|断|拒|異|負|言|いわ|云|述|話|聴|読|見え|書|答|伝|始|はじ|着手|入り|入っ|進|向|もらえ|待|まち|頼|願|次|今後|昔|以前|過去|最初|初め|任せ|よって|返|勝手|無断|応じ|基づ|とし[てた]/u;
/** What still goes on behind a report may be the report itself: 確かめています. */
const GOES_ON = /[てで](?:い|おり)?ます[^ぁ-ん]*$/u;
/** 受付が増えて5件です: by what it grew, and what it is now. */
const GREW = /^[^。、!?\n「」と\d]{1,24}?が(?:増え|加わっ|減っ)て$/u;

/** A clause of how or why, in words that are known for it. */
export const isCircumstance = (clause: string): boolean => PIECE.test(clause);

/** A clause of what happened, in whatever words. @param isBefore it stands before anything that it could turn round */
export const hasHappened = (clause: string, isBefore: boolean): boolean =>
  GREW.test(clause) || (HAPPENED.test(clause) && (isBefore || !(TURNS.test(clause) || GOES_ON.test(clause))));

/** A clause without how it was before and how it was found out, which may read like a doubt. */
export const withoutBefore = (clause: string): string => withoutFound(clause).replace(COMPARED_TO, '');

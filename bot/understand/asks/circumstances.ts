import { TODAY } from '../amounts/days.ts';
import { doubtIn } from '../doubt/doubt.ts';
import { isTold, pairsIn } from '../parts/pairs.ts';
import type { Span } from '../parts/span.ts';
import { FOUND_OUT, withoutFound } from '../text/courtesy.ts';

/** Nothing is told, quoted or asked of somebody else in it. */
const ANYTHING = '(?:[^。、!?\\n「」と]|(?<=ざっ|ちょっ|やっ|ずっ|きちん)と){0,24}?';
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
const SURU = `(?:${DID})(?:を|も|は|が|まで)?(?:(?:いた|致)?し(?:ました|た|て(?:いただきました|もらいました)?)|(?:済|終わ)(?:んで|って|りました|みました)|あり(?:ました)?)`;
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
  '(?:今日|本日|今回|昨日|今週|今月)の(?:分|もの|回)?(?:を|も)?(?:入れて|いれて|含めて|含め|足して|あわせて)';
const PIECE = new RegExp(
  `^[\\s、。!]*(?:${ANYTHING}(?:${PAST}${SO}|${TE}|${HOLDS}|${SURU}${SO}|${FELT}${SO})|${FOUND_OUT}|${BECAUSE}|${COUNTING}|${ANYTHING}${COMPARED})[〜~ー…\\s。、!]*$`,
  'u',
);
/** Said of what was just read, which is then told of somebody else or of something else. */
const GOES_ON = /^(?:[のがをにはもで]|と|って|という)/u;
/** A longer message is no report with a word beside it. */
const LONGEST = 400;

const WHEN: readonly Span['kind'][] = ['day', 'days', 'meeting'];
/** 先週で研修が終わったので: when that was, while a stage is of no week. A day may be of a year that is over. */
const IN_REASON = /^[^。、!\n]{0,20}?[ただ](?:ので|ため)/u;
const FIRM: readonly Span['kind'][] = [
  'key',
  'unknown-id',
  'town',
  'stage',
  'amount',
  'fraction',
  'url',
  'meeting',
  'day',
  'days',
  'time',
  'year',
  'step',
];

/**
 * A report without what is only told beside it: how the value or the stage came about, why it took so long, how glad one
 * is. Nothing of it may be doubted, and what was read as an item, a stage or a number stays where it is.
 */
export function withCircumstances(spans: readonly Span[], folded: string): readonly Span[] {
  if (folded.length > LONGEST) return spans;
  const isReport = pairsIn(spans).some((pair) => isTold(pair) && pair.keys.length > 0);
  const isAnswer = spans.some(({ kind }) => kind === 'intent') && spans.some(({ kind }) => WHEN.includes(kind));
  if (!isReport && !isAnswer) return spans;
  const firm = isReport ? reasonTaken(spans, folded) : spans.filter(({ kind }) => kind !== 'around');
  const asides = piecesOf(firm, folded);
  if (asides.length === 0) return spans;
  const kept = spans.filter((span) => !asides.some(({ from, to }) => from <= span.from && span.to <= to));
  return [...kept, ...asides].toSorted((a, b) => a.from - b.from);
}

/** Where the parts stand that a piece may not hold. A stage in a reason is none where another one follows it. */
function reasonTaken(spans: readonly Span[], folded: string): readonly Span[] {
  const last = spans.findLast(({ kind }) => kind === 'stage');
  const hasStage = last !== undefined && !spans.some(({ kind }) => kind === 'amount' || kind === 'fraction');
  const isFirm = (span: Span): boolean => {
    const behind = folded.slice(span.to);
    if (span.kind === 'stage')
      return span === last || !/^(?:[^。、!\n]{0,2}?(?:ので|ため)|んで|みまして)/u.test(behind);
    if (hasStage && span.kind === 'days' && IN_REASON.test(behind)) return false;
    if (span.kind === 'key') return span.keys.length === 1 || !/^[^。、!\n]{0,16}?[ただ](?:ので|ため)/u.test(behind);
    return FIRM.includes(span.kind) && !(span.kind === 'day' && TODAY.test(span.said));
  };
  return spans.filter(isFirm);
}

function piecesOf(firm: readonly Span[], folded: string): readonly (Span & { readonly kind: 'around' })[] {
  const ends = [...firm, { kind: 'around' as const, from: folded.length, to: folded.length }];
  let at = 0;
  return ends.flatMap((span, place) => {
    const before = firm[place - 1];
    const pieces = told(
      folded.slice(at, span.from),
      at,
      before !== undefined && before.kind !== 'key' && before.kind !== 'town',
    );
    at = span.to;
    return pieces;
  });
}

/** @param isBehind right behind a stage or a number: what goes on from there is said of it */
function told(text: string, from: number, isBehind: boolean): (Span & { readonly kind: 'around' })[] {
  let at = 0;
  return (text.match(/[^。、!\n]*[。、!\n]*/gu) ?? []).flatMap((piece) => {
    const start = at;
    at += piece.length;
    if (piece === '' || (isBehind && start === 0 && GOES_ON.test(piece))) return [];
    if (!PIECE.test(piece) || doubtIn(withoutFound(piece).replace(COMPARED_TO, '')) !== undefined) return [];
    return [{ kind: 'around' as const, from: from + start, to: from + at }];
  });
}

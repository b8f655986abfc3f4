/** Kana that people, and machines that listen, take for one another. */
const ALIKE: readonly (readonly [signs: string, cost: number])[] = [
  ['じぢ', 0],
  ['ずづ', 0],
  ['をお', 0],
  ['つっ', 0.25],
  ['くっ', 0.25],
  ['ちっ', 0.25],
  ['きっ', 0.25],
  ['うおー', 0.25],
  ['いえー', 0.25],
  ['あー', 0.25],
  ['ゃや', 0.25],
  ['ゅゆ', 0.25],
  ['ょよ', 0.25],
  ['んむ', 0.5],
  ['しひ', 0.5],
];
const VOICED = 'がぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽ';
const PLAIN = 'かきくけこさしすせそたちつてとはひふへほはひふへほ';
const VOICE = 0.25;
const OTHER = 1;
/** What is most easily lost or added. */
const SLIGHT: Readonly<Record<string, number>> = { う: 0.5, ー: 0.5, っ: 0.5, ん: 0.75, い: 0.75, の: 0.5 };

/** The signs as numbers: kana have the lowest, so that their costs stand in a table. */
const FIRST = 'ぁ'.charCodeAt(0);
const KANA = 96;
const LONG = 95;
const numbered = (sign: string): number => {
  const code = sign.charCodeAt(0) - FIRST;
  return sign === 'ー' ? LONG : code >= 0 && code < LONG ? code : KANA + sign.charCodeAt(0);
};
export const signsOf = (kana: string): readonly number[] => Array.from(kana, numbered);

const costs = new Float64Array(KANA * KANA).fill(OTHER);
const put = (a: string, b: string, cost: number): void => {
  const at = numbered(a) * KANA + numbered(b);
  costs[at] = Math.min(cost, costs[at] ?? OTHER);
};
for (const [signs, cost] of ALIKE) for (const a of signs) for (const b of signs) put(a, b, cost);
for (const [at, voiced] of [...VOICED].entries()) {
  put(voiced, PLAIN[at] ?? '', VOICE);
  put(PLAIN[at] ?? '', voiced, VOICE);
}
const losses = new Float64Array(KANA).fill(OTHER);
for (const [sign, cost] of Object.entries(SLIGHT)) losses[numbered(sign)] = cost;

/** How far off one sign is from another, from 0 to 1. */
export const changed = (a: number, b: number): number =>
  a === b ? 0 : a < KANA && b < KANA ? (costs[a * KANA + b] ?? OTHER) : OTHER;
/** What it costs that a sign is missing, or is there without being meant. */
export const lost = (sign: number): number => (sign < KANA ? (losses[sign] ?? OTHER) : OTHER);

/** Without what is easily lost and without voice: what is first compared, roughly. */
export function skeletonOf(kana: string): string {
  let bare = '';
  for (const sign of kana) {
    const at = VOICED.indexOf(sign);
    const plain = at < 0 ? sign : (PLAIN[at] ?? sign);
    if (!'うーっのを'.includes(plain)) bare += plain === 'ひ' ? 'し' : plain;
  }
  return bare;
}

/** Each two kana that stand beside each other. */
export const pairsOfKana = (skeleton: string): readonly string[] =>
  Array.from({ length: Math.max(0, skeleton.length - 1) }, (_, at) => skeleton.slice(at, at + 2));

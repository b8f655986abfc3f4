import type { IndicatorAnswer } from '../national-indicator.ts';
import type { FigureReading } from './national-figure.ts';

/** What a cell of a published table says, or what is wrong with it and what to write. */
export type CellRead<T> = { readonly is: T } | { readonly instead: string };

/** Signs of statistics for what is not published, does not exist or was not asked. */
const UNPUBLISHED = /^(?:[-－―—–‐ー…‥]+|\.{2,}|\*+|x+|n\/?a|調査無し|調査なし|非公表|秘匿|該当なし|該当無し)?$/iu;
const YES =
  /^(?:実施(?:済み?)?|有り?|あり|[○◯〇]|任命(?:済み?)?|策定(?:済み?)?|構築(?:済み?)?|活用|導入(?:済み?)?|1)$/u;
const NO = /^(?:未実施|無し?|なし|[×✕✗]|未任命|未策定|未構築|未活用|未導入|0)$/u;
const NUMBER = /^\d+(?:\.\d+)?$/;

const plainOf = (said: string): string => said.normalize('NFKC').trim();

/** As it stands in the table, for what is not published; undefined for everything else. */
export function unpublishedSign(said: string): string | undefined {
  const plain = plainOf(said);
  return UNPUBLISHED.test(plain) ? said.trim().slice(0, 10) : undefined;
}

function yesNoIn(said: string): CellRead<number> {
  const plain = plainOf(said);
  if (YES.test(plain)) return { is: 1 };
  if (NO.test(plain)) return { is: 0 };
  return {
    instead: `「${shortened(said)}」は読み取れません。「実施」か「未実施」、公表のないものは「…」にしてください`,
  };
}

/** In percent: 62.5 of 62.5% and of 62.5. */
function rateIn(said: string): CellRead<number> {
  const plain = plainOf(said)
    .replace(/[,\s]/g, '')
    .replace(/(?:%|パーセント)$/u, '');
  if (!NUMBER.test(plain))
    return {
      instead: `「${shortened(said)}」は数ではありません。「62.5%」のような数、公表のないものは「…」にしてください`,
    };
  const value = Number(plain);
  return value <= 100
    ? { is: value }
    : { instead: `「${shortened(said)}」は100%を超えています。公表元の表の値を確かめてください` };
}

/** How many: 分子 and 分母. */
function countIn(said: string): CellRead<number> {
  const plain = plainOf(said)
    .replace(/[,\s]/g, '')
    .replace(/(?:手続|件|人|団体)$/u, '');
  return NUMBER.test(plain) && Number.isInteger(Number(plain))
    ? { is: Number(plain) }
    : { instead: `「${shortened(said)}」は整数ではありません。「24」のように書いてください` };
}

/** What one municipality has in the columns of one indicator. */
export type SaidCells = {
  readonly value: string;
  readonly numerator?: string | undefined;
  readonly denominator?: string | undefined;
};

/** Together what one municipality has of one indicator. */
export function readingIn(answer: IndicatorAnswer, said: SaidCells): CellRead<FigureReading> {
  const sign = unpublishedSign(said.value);
  if (sign !== undefined) return { is: { unpublished: sign } };
  const value = answer === 'yesNo' ? yesNoIn(said.value) : rateIn(said.value);
  if ('instead' in value) return value;
  const parts = answer === 'rate' ? partsIn(said) : { is: {} };
  if ('instead' in parts) return parts;
  const { numerator, denominator } = parts.is;
  return numerator === undefined || denominator === undefined || fits(value.is, numerator, denominator)
    ? { is: { value: value.is, ...parts.is } }
    : {
        instead: `値 ${value.is}% と 分子/分母 ${numerator}/${denominator} が合いません。公表元の表の値を確かめてください`,
      };
}

type Parts = { readonly numerator?: number; readonly denominator?: number };

/** Both parts, or neither: one alone says nothing. */
function partsIn({ numerator, denominator }: SaidCells): CellRead<Parts> {
  const said = [numerator, denominator].map((each) =>
    each === undefined || unpublishedSign(each) !== undefined ? undefined : countIn(each),
  );
  const wrong = said.find((each) => each !== undefined && 'instead' in each);
  if (wrong && 'instead' in wrong) return wrong;
  const [above, below] = said.map((each) => (each && 'is' in each ? each.is : undefined));
  if (above === undefined || below === undefined) return { is: {} };
  if (below === 0) return { instead: '分母が0です。実施していないものは、値を「…」にしてください' };
  return above <= below
    ? { is: { numerator: above, denominator: below } }
    : { instead: `分子 ${above} が分母 ${below} より大きくなっています。公表元の表の値を確かめてください` };
}

/** Tables round to whole percent. */
const fits = (value: number, numerator: number, denominator: number): boolean =>
  Math.abs(value - (numerator / denominator) * 100) <= 0.5 + 1e-9;

const shortened = (said: string): string => (said.trim().length > 20 ? `${said.trim().slice(0, 20)}…` : said.trim());

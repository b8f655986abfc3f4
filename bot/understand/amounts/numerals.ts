const DIGITS = '〇一二三四五六七八九';
const FORMAL: Readonly<Record<string, string>> = { 零: '〇', 壱: '一', 弐: '二', 参: '三' };
const PLAIN = /^(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/;
const MYRIADS: readonly (readonly [sign: string, scale: number])[] = [
  ['億', 1e8],
  ['万', 1e4],
];
const TENS: Readonly<Record<string, number>> = { 千: 1000, 百: 100, 十: 10 };

/** What a numeral is written with; whether it is one is for `numeralOf` to say. */
export const NUMERAL =
  '(?:[-−▲△]|マイナス)?[\\d〇零一二三四五六七八九壱弐参十百千万億](?:[\\d〇零一二三四五六七八九壱弐参十百千万億,.]{0,24}[\\d〇零一二三四五六七八九壱弐参十百千万億])?';

/** 62, 1,204, -3, 六十二, 六二, 1万2千, 1.5億; undefined for anything that is not wholly one number. */
export function numeralOf(text: string): number | undefined {
  const [, minus, body = ''] = /^([-−▲△]|マイナス)?(.+)$/.exec(text) ?? [];
  const value = unsigned(body.replace(/[零壱弐参]/g, (sign) => FORMAL[sign] ?? sign));
  return value === undefined ? undefined : minus ? -value : value;
}

/** 億 first, then 万, then what is below; each part is a number of its own. */
function unsigned(text: string, scales = MYRIADS): number | undefined {
  const [next, ...smaller] = scales;
  if (!next) return sectionOf(text);
  const [sign, scale] = next;
  const [front = '', behind, ...more] = text.split(sign);
  if (behind === undefined) return unsigned(text, smaller);
  const [count, rest] = [unsigned(front, smaller), behind === '' ? 0 : unsigned(behind, smaller)];
  return count === undefined || rest === undefined || more.length > 0 ? undefined : rounded(count * scale + rest);
}

/** Below ten thousand where 漢数字 scale it; a plain number may be of any size. */
function sectionOf(text: string): number | undefined {
  const plain = digitsOf(text);
  if (plain !== undefined) return plain;
  const parts = (text.match(/[^千百十]*[千百十]|[^千百十]+$/g) ?? []).map(partOf);
  const isFalling = parts.every((part, at) => part !== undefined && part.scale < (parts[at - 1]?.scale ?? 1e4));
  return isFalling && parts.length > 0 ? parts.reduce((sum, part) => sum + (part?.value ?? 0), 0) : undefined;
}

/** 千, 3百, 五 */
function partOf(part: string): { readonly scale: number; readonly value: number } | undefined {
  const scale = TENS[part.slice(-1)] ?? 1;
  const digits = scale === 1 ? part : part.slice(0, -1);
  const count = digits === '' ? 1 : digitsOf(digits);
  return count === undefined ? undefined : { scale, value: count * scale };
}

function digitsOf(text: string): number | undefined {
  if (PLAIN.test(text)) return Number(text.replaceAll(',', ''));
  const digits = [...text].map((sign) => DIGITS.indexOf(sign));
  return text === '' || digits.includes(-1) ? undefined : Number(digits.join(''));
}

/** 1.2万 is 12000 and not a little less. */
const rounded = (value: number) => Math.round(value * 1e6) / 1e6;

const DIGITS = '〇一二三四五六七八九';
const FORMAL: Readonly<Record<string, string>> = { 零: '〇', 壱: '一', 弐: '二', 参: '三' };
const PLAIN = /^(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/;
const MYRIADS = [
  ['億', 1e8],
  ['万', 1e4],
] as const;
const TENS: Readonly<Record<string, number>> = { 千: 1000, 百: 100, 十: 10 };

/** What a numeral is written with; whether it is one is for `numeralOf` to say. */
export const NUMERAL =
  '(?:[-−▲△]|マイナス)?[\\d〇零一二三四五六七八九壱弐参十百千万億](?:[\\d〇零一二三四五六七八九壱弐参十百千万億,.]*[\\d〇零一二三四五六七八九壱弐参十百千万億])?';

/** 62, 1,204, -3, 六十二, 六二, 1万2千, 1.5億; undefined for anything that is not wholly one number. */
export function numeralOf(text: string): number | undefined {
  const [, minus, body = ''] = /^([-−▲△]|マイナス)?(.+)$/.exec(text) ?? [];
  const value = unsigned(body.replace(/[零壱弐参]/g, (sign) => FORMAL[sign] ?? sign));
  return value === undefined ? undefined : minus ? -value : value;
}

function unsigned(text: string): number | undefined {
  let rest = text;
  let total = 0;
  for (const [sign, scale] of MYRIADS) {
    const [front, ...behind] = rest.split(sign);
    if (behind.length === 0) continue;
    const section = front === '' ? undefined : sectionOf(front ?? '');
    if (section === undefined || behind.length > 1) return undefined;
    total += section * scale;
    rest = behind[0] ?? '';
    if (rest === '') return rounded(total);
  }
  const last = sectionOf(rest);
  return last === undefined ? undefined : rounded(total + last);
}

/** Below ten thousand where 漢数字 scale it; a plain number may be of any size. */
function sectionOf(text: string): number | undefined {
  const plain = digitsOf(text);
  if (plain !== undefined) return plain;
  let total = 0;
  let last = Number.POSITIVE_INFINITY;
  for (const part of text.match(/[^千百十]*[千百十]|[^千百十]+$/g) ?? []) {
    const scale = TENS[part.slice(-1)] ?? 1;
    const count = scale === 1 ? digitsOf(part) : part.length === 1 ? 1 : digitsOf(part.slice(0, -1));
    if (count === undefined || scale >= last) return undefined;
    total += count * scale;
    last = scale;
  }
  return last === Number.POSITIVE_INFINITY ? undefined : total;
}

function digitsOf(text: string): number | undefined {
  if (PLAIN.test(text)) return Number(text.replaceAll(',', ''));
  const digits = [...text].map((sign) => DIGITS.indexOf(sign));
  return text === '' || digits.includes(-1) ? undefined : Number(digits.join(''));
}

/** 1.2万 is 12000 and not a little less. */
const rounded = (value: number) => Math.round(value * 1e6) / 1e6;

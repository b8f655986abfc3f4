/** A piece of a number format. */
type Token =
  | { readonly as: 'literal'; readonly text: string }
  | { readonly as: 'digit'; readonly sign: string }
  | { readonly as: 'moment'; readonly letter: string }
  | { readonly as: 'point' | 'comma' | 'percent' | 'general' | 'at' | 'odd' };

type Section = { readonly tokens: readonly Token[]; readonly takes?: (number: number) => boolean };

/** Which parts of a moment a format shows. */
export type MomentParts = {
  readonly month: boolean;
  readonly day: boolean;
  readonly hour: boolean;
  readonly minute: boolean;
};

/** What a person sees of a number: as many signs, or a moment. */
export type ShownCell =
  | { readonly kind: 'digits'; readonly text: string; readonly percent: boolean }
  | { readonly kind: 'moment'; readonly parts: MomentParts };

/** How a format shows a number. Fractions and powers of ten are shown as plain digits: their value is the same. */
export function shownNumber(number: number, format: string): ShownCell {
  const { section, minus } = sectionFor(number, sectionsOf(format || 'General'));
  const { tokens } = section;
  if (tokens.some(({ as }) => as === 'moment')) return { kind: 'moment', parts: momentParts(tokens) };
  const percent = tokens.some(({ as }) => as === 'percent');
  const isPlain = tokens.some(({ as }) => as === 'general' || as === 'at' || as === 'odd');
  const text = `${minus ? '-' : ''}${isPlain ? general(Math.abs(number), tokens) : digits(number, tokens)}`.trim();
  return { kind: 'digits', text, percent };
}

/** How a format shows a text: some add a word to it, and some hide it. */
export function shownText(text: string, format: string): string {
  if (!/[@;]/.test(format)) return text;
  const sections = sectionsOf(format);
  const own = sections[3] ?? sections.find(({ tokens }) => tokens.some(({ as }) => as === 'at'));
  if (!own) return text;
  return own.tokens.map((token) => (token.as === 'at' ? text : token.as === 'literal' ? token.text : '')).join('');
}

/** 0.62 × 100 is 62, not 62.00000000000001. */
export function tidy(number: number): number {
  return Number(number.toPrecision(12));
}

const PIECE =
  /"([^"]*)"?|\\([\s\S])|[_*]([\s\S])|\[([^\]]*)\]|(General|G\/標準)|(E[+-])|(AM\/PM|A\/P)|(y+|m+|d+|h+|s+|g+|e+|a+|b+)|([0#?])|([.,%@;/])|([\s\S])/giu;
const SIGNS = { '.': 'point', ',': 'comma', '%': 'percent', '@': 'at', '/': 'odd' } as const;

function sectionsOf(format: string): readonly Section[] {
  const sections: { tokens: Token[]; takes?: (number: number) => boolean }[] = [{ tokens: [] }];
  for (const piece of format.matchAll(PIECE)) {
    const section = sections.at(-1);
    const takes = conditionOf(piece[4]);
    if (piece[10] === ';') sections.push({ tokens: [] });
    else if (takes && section) section.takes = takes;
    else section?.tokens.push(...tokensOf(piece));
  }
  return sections.map((section) => ({ ...section, tokens: slashed(section.tokens) }));
}

function tokensOf(piece: RegExpMatchArray): readonly Token[] {
  const [whole, quoted, single, , bracket, general, power, half, letters, digit, sign] = piece;
  if (quoted !== undefined || single !== undefined) return [{ as: 'literal', text: quoted ?? single ?? '' }];
  if (bracket !== undefined) return bracketTokens(bracket);
  if (general !== undefined) return [{ as: 'general' }];
  if (power !== undefined) return [{ as: 'odd' }];
  if (half !== undefined) return [{ as: 'moment', letter: 'p' }];
  if (letters !== undefined) return [{ as: 'moment', letter: letters.toLowerCase() }];
  if (digit !== undefined) return [{ as: 'digit', sign: digit }];
  if (sign !== undefined && sign in SIGNS) return [{ as: SIGNS[sign as keyof typeof SIGNS] }];
  return piece[3] === undefined ? [{ as: 'literal', text: whole }] : [];
}

/** [h] counts beyond a day; [$¥-411] is a sign and a place; colours and places show nothing. */
function bracketTokens(inside: string): readonly Token[] {
  if (/^(h+|m+|s+)$/i.test(inside)) return [{ as: 'moment', letter: inside.toLowerCase() }];
  const sign = /^\$([^-]*)/.exec(inside)?.[1] ?? '';
  return sign === '' ? [] : [{ as: 'literal', text: sign }];
}

/** A slash between dates is only a slash, and one between digits makes a fraction. */
function slashed(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ as }) => as === 'moment')) return tokens;
  return tokens.filter(({ as }) => as !== 'odd');
}

function conditionOf(inside: string | undefined): ((number: number) => boolean) | undefined {
  const [, sign, limit] = /^([<>]=?|=|<>)(-?[\d.]+)$/.exec(inside ?? '') ?? [];
  if (sign === undefined) return undefined;
  const at = Number(limit);
  return (number) =>
    (sign.includes('=') && number === at) || (sign.includes('<') && number < at) || (sign.includes('>') && number > at);
}

/** Of several sections the first is for numbers above zero, the second for those below, the third for zero. */
function sectionFor(number: number, all: readonly Section[]): { readonly section: Section; readonly minus: boolean } {
  const [first = { tokens: [] }, second, third = first] = all;
  const below = number < 0;
  if (!second) return { section: first, minus: below };
  if (first.takes || second.takes) return { section: conditional(number, all), minus: below };
  return { section: below ? second : number === 0 ? third : first, minus: false };
}

/** The first section whose condition holds, or the last one. */
function conditional(number: number, [first, second, third]: readonly Section[]): Section {
  const isFirst = first?.takes ? first.takes(number) : number > 0;
  const isSecond = second?.takes ? second.takes(number) : third === undefined || number < 0;
  return (isFirst ? first : isSecond ? second : third) ?? { tokens: [] };
}

/** Texts of a format around the number as it is. */
function general(number: number, tokens: readonly Token[]): string {
  const bare = String(tidy(number));
  if (tokens.some(({ as }) => as === 'odd')) return bare;
  return tokens.map((token) => (token.as === 'literal' ? token.text : token.as === 'digit' ? '' : bare)).join('');
}

/** The number in the places a format has for its digits, scaled by its per-cent signs and its commas at the end. */
function digits(number: number, tokens: readonly Token[]): string {
  if (!tokens.some(({ as }) => as === 'digit')) return tokens.map(signOf).join('');
  const layout = layoutOf(tokens);
  const scaled = tidy((number * 100 ** layout.percents) / 1000 ** layout.thousands);
  const [whole = '0', part = ''] = rounded(scaled, layout.decimals).split('.');
  const before = beforePoint(whole === '0' ? '' : whole, layout.before, layout.isGrouped);
  return before + afterPoint(part, layout.after);
}

type Layout = {
  readonly before: readonly Token[];
  readonly after: readonly Token[];
  readonly decimals: number;
  readonly percents: number;
  readonly thousands: number;
  readonly isGrouped: boolean;
};

function layoutOf(tokens: readonly Token[]): Layout {
  const point = tokens.findIndex(({ as }) => as === 'point');
  const before = point < 0 ? tokens : tokens.slice(0, point);
  const after = point < 0 ? [] : tokens.slice(point);
  const lastDigit = before.findLastIndex(({ as }) => as === 'digit');
  const commas = (some: readonly Token[]) => some.filter(({ as }) => as === 'comma').length;
  return {
    before: before.filter(({ as }) => as !== 'comma'),
    after: after.filter(({ as }) => as !== 'comma'),
    decimals: after.filter(({ as }) => as === 'digit').length,
    percents: tokens.filter(({ as }) => as === 'percent').length,
    thousands: lastDigit < 0 ? 0 : commas(before.slice(lastDigit)) + commas(after),
    isGrouped: commas(before.slice(0, Math.max(0, lastDigit))) > 0,
  };
}

/** Rounds a number without a sign; halves go up as they are written, not as they are kept in bits. */
function rounded(number: number, decimals: number): string {
  const size = Math.abs(number);
  const shifted = Number(`${size}e${decimals}`);
  if (!Number.isFinite(shifted) || shifted >= 1e15)
    return size < 1e15 ? size.toFixed(Math.min(decimals, 20)) : `${size}`;
  const all = String(Math.round(shifted)).padStart(decimals + 1, '0');
  return decimals === 0 ? all : `${all.slice(0, -decimals)}.${all.slice(-decimals)}`;
}

/** Puts digits in the places of a format from the right; those without a place of their own stand in the first one. */
function beforePoint(whole: string, tokens: readonly Token[], isGrouped: boolean): string {
  const first = tokens.findIndex(({ as }) => as === 'digit');
  let [left, shown, count] = [whole, '', 0];
  const put = (digit: string) => {
    shown = (isGrouped && count > 0 && count % 3 === 0 && digit !== ' ' ? `${digit},` : digit) + shown;
    count += 1;
  };
  for (const [at, token] of [...tokens.entries()].reverse()) {
    if (token.as !== 'digit') {
      shown = signOf(token) + shown;
      continue;
    }
    const own = left.slice(-1) || (token.sign === '0' ? '0' : '');
    left = left.slice(0, -1);
    if (own !== '') put(own);
    if (at !== first) continue;
    for (const digit of [...left].reverse()) put(digit);
    left = '';
  }
  return left + shown;
}

function afterPoint(part: string, tokens: readonly Token[]): string {
  const kept = tokens.filter(({ as }) => as === 'digit').findLastIndex((token, at) => isKept(token, part[at]));
  let at = 0;
  return tokens
    .map((token) => {
      if (token.as !== 'digit') return signOf(token);
      const digit = at <= kept ? (part[at] ?? '') : '';
      at += 1;
      return digit;
    })
    .join('');
}

const isKept = (token: Token, digit: string | undefined): boolean =>
  (token.as === 'digit' && token.sign === '0') || (digit !== undefined && digit !== '0');

function signOf(token: Token): string {
  if (token.as === 'literal') return token.text;
  return token.as === 'percent' ? '%' : token.as === 'point' ? '.' : '';
}

/** An m is minutes behind an hour and before seconds, and a month elsewhere. Only the number of a day tells the day. */
function momentParts(tokens: readonly Token[]): MomentParts {
  const letters = tokens.flatMap((token) => (token.as === 'moment' && token.letter !== 'p' ? [token.letter] : []));
  const isMinute = (at: number) => letters[at - 1]?.[0] === 'h' || letters[at + 1]?.[0] === 's';
  const ms = letters.flatMap((letter, at) => (letter[0] === 'm' ? [isMinute(at)] : []));
  return {
    month: ms.includes(false),
    day: letters.some((letter) => /^d{1,2}$/.test(letter)),
    hour: letters.some((letter) => letter[0] === 'h'),
    minute: ms.includes(true),
  };
}

import { withoutDirection } from '../../../../programme/written.ts';

const ZERO_WIDTH = '\u200B';
const URL = /(https?:\/\/[^\s<>"`\u0080-\uFFFF]+)/;
const BLOCK_START = /^(?=[-+*](?:\s|$)|[-=*_]{2,}\s*$|#{1,6}(?:\s|$)|>|\d{1,9}[.)](?:\s|$))/;

/** Signs that mark emphasis in pairs, and what stands in for them. Between letters and digits `_` marks nothing. */
const PAIRED = [
  [/\*+/g, '＊'],
  [/(?<![A-Za-z0-9_])_+|_+(?![A-Za-z0-9_])/g, '＿'],
  [/~{2,}/g, '～'],
  [/`+/g, '｀'],
] as const;

/** One line without any sign that Markdown or a URL could begin with. Most texts are, and need no second look. */
const HARMLESS = /^(?![-+=#>\s]|\d{1,9}[.)])[^\r\n*_~`\]<\\&{:]*[^\s*_~`\]<\\&{:]$/;

/**
 * Makes text that people wrote safe for a TextBlock, which reads Markdown: it is shown as it was typed, never as a link,
 * emphasis, list or mention. Teams on Android and iOS shows the backslash of a backslash escape (AdaptiveCards issue
 * 5590), so a sign that would be read as Markdown becomes its full-width twin or is parted from its partner by a
 * zero-width space. In a URL it is percent-encoded: still the same address.
 */
export function asTyped(typed: string): string {
  const text = withoutDirection(typed);
  if (HARMLESS.test(text)) return text;
  return unpaired(text)
    .split(URL)
    .map((part, index) => (index % 2 === 1 ? escapeUrl(part) : escapeWords(part)))
    .join('')
    .split(/\r\n?|\n/)
    .map((line) => line.trim().replace(BLOCK_START, ZERO_WIDTH))
    .filter((line) => line !== '')
    .join('\n\n');
}

/** A sign without a partner marks nothing and stays as it is. */
function unpaired(text: string): string {
  return PAIRED.reduce((safe, [sign, twin]) => {
    if ((safe.match(sign) ?? []).length < 2) return safe;
    return safe
      .split(URL)
      .map((part, index) => part.replace(sign, (run) => (index % 2 === 1 ? encode(run) : twin.repeat(run.length))))
      .join('');
  }, text);
}

function escapeWords(words: string): string {
  return (
    words
      .replace(/\](?=[([:])/g, `]${ZERO_WIDTH}`)
      // A part that ends in `<` has a URL after it.
      .replace(/<(?=[A-Za-z/!?]|$)/g, `<${ZERO_WIDTH}`)
      .replace(/\\(?=[!-/:-@[-`{-~])/g, `\\${ZERO_WIDTH}`)
      .replace(/&(?=#?[A-Za-z0-9]{1,31};)/g, `&${ZERO_WIDTH}`)
      .replace(/\{(?=\{)/g, `{${ZERO_WIDTH}`)
  );
}

function escapeUrl(url: string): string {
  return url.replace(/&(#?[A-Za-z0-9]{1,31});/g, '&$1%3B').replace(/[[\]\\{}]/g, encode);
}

function encode(signs: string): string {
  return [...signs].map((sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`).join('');
}

const ZERO_WIDTH = '\u200B';
const URL = /(https?:\/\/[^\s<>"`\u0080-\uFFFF]+)/;
const BLOCK_START = /^(?=[-+](?:\s|$)|[-=]{2,}\s*$|#{1,6}(?:\s|$)|>|\d{1,9}[.)](?:\s|$))/;

/**
 * Makes text that people wrote safe for a TextBlock, which reads Markdown: it is shown as it was typed, never as a link,
 * emphasis, list or mention. Teams on Android and iOS shows the backslash of a backslash escape (AdaptiveCards issue
 * 5590), so a sign that would be read as Markdown becomes its full-width twin or is parted from its partner by a
 * zero-width space.
 */
export function asTyped(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => escapeLine(line).replace(BLOCK_START, ZERO_WIDTH))
    .join('\n\n');
}

function escapeLine(line: string): string {
  return line
    .split(URL)
    .map((part, index) => (index % 2 === 1 ? escapeUrl(part) : escapeWords(part)))
    .join('');
}

function escapeWords(words: string): string {
  return (
    words
      .replace(/\*/g, '＊')
      .replace(/`/g, '｀')
      .replace(/~{2,}/g, (run) => '～'.repeat(run.length))
      .replace(/_+/g, (run, at: number) => (insideWord(words, at, run.length) ? run : '＿'.repeat(run.length)))
      .replace(/\](?=[([:])/g, `]${ZERO_WIDTH}`)
      // A part that ends in `<` has a URL after it.
      .replace(/<(?=[A-Za-z/!?]|$)/g, `<${ZERO_WIDTH}`)
      .replace(/\\(?=[!-/:-@[-`{-~])/g, `\\${ZERO_WIDTH}`)
      .replace(/&(?=#?[A-Za-z0-9]{1,31};)/g, `&${ZERO_WIDTH}`)
      .replace(/\{(?=\{)/g, `{${ZERO_WIDTH}`)
  );
}

/** A URL must still work when copied: its Markdown signs are percent-encoded, which leaves it the same address. */
function escapeUrl(url: string): string {
  return url
    .replace(/_+/g, (run, at: number) => (insideWord(url, at, run.length) ? run : '%5F'.repeat(run.length)))
    .replace(/&(#?[A-Za-z0-9]{1,31});/g, '&$1%3B')
    .replace(/[*[\]\\{}]|~{2,}/g, (run) => encodeRun(run));
}

function encodeRun(run: string): string {
  return [...run].map((sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`).join('');
}

/** Between ASCII letters or digits an underscore is never emphasis, on any client. */
function insideWord(text: string, at: number, length: number): boolean {
  return /^[A-Za-z0-9]$/.test(text[at - 1] ?? '') && /^[A-Za-z0-9]$/.test(text[at + length] ?? '');
}

/** A part of a message as the client marked it up: words, and whether they are only quoted. */
export type Piece = { readonly text: string; readonly isQuoted: boolean };

/** What the Teams clients mark messages up with. Anything else between `<` and `>` is what somebody typed. */
const CLIENT_TAGS = new Set(
  ['at', 'attachment', 'blockquote', 'quoted', 'div', 'p', 'br', 'span', 'b', 'strong', 'i', 'em', 'u', 's', 'strike']
    .concat(['a', 'ul', 'ol', 'li', 'h1', 'h2', 'h3', 'pre', 'code', 'codeblock', 'font', 'img', 'emoji', 'hr', 'sub'])
    .concat(['sup', 'table', 'thead', 'tbody', 'tr', 'td', 'th', 'readonly', 'systemeventmessage']),
);
const QUOTES = new Set(['blockquote', 'quoted']);
const LINES = new Set(['div', 'p', 'br', 'li', 'h1', 'h2', 'h3', 'pre', 'tr', 'hr', 'blockquote']);
const CELLS = new Set(['td', 'th']);

const TAG = /<(\/?)([a-z][a-z0-9]*)((?:[\s/][^<>]*)?)>/gi;
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

type Tag = { readonly name: string; readonly isEnd: boolean; readonly attributes: string };

/**
 * A message without its markup. Every tag is one pass from left to right, so that no text makes this slow.
 * @param isHtml the text is HTML; else only what the clients use counts as markup
 */
export function piecesOf(text: string, isHtml = false): readonly Piece[] {
  const pieces: Piece[] = [];
  let depth = 0;
  let from = 0;
  const add = (words: string) => {
    if (words !== '') pieces.push({ text: words, isQuoted: depth > 0 });
  };
  // A placeholder has nothing inside, whether or not it says so.
  const lastEnd = text.toLowerCase().lastIndexOf('</quoted');
  for (const { index, 0: whole, 1: slash, 2: named = '', 3: attributes = '' } of text.matchAll(TAG)) {
    const tag: Tag = { name: named.toLowerCase(), isEnd: slash === '/', attributes };
    if (!isHtml && !CLIENT_TAGS.has(tag.name)) continue;
    add(decoded(text.slice(from, index)));
    from = index + whole.length;
    const step = tag.name === 'quoted' && index > lastEnd ? 0 : quoteStep(tag);
    if (step < 0) depth = Math.max(0, depth - 1);
    add(shownBy(tag));
    if (step > 0) depth++;
  }
  add(decoded(text.slice(from)));
  return pieces;
}

/** What a tag shows by itself. */
function shownBy({ name, attributes }: Tag): string {
  if (LINES.has(name)) return '\n';
  if (CELLS.has(name)) return ' ';
  const isEmoji = name === 'emoji' || (name === 'img' && /schema\.skype\.com\/Emoji/i.test(attributes));
  return isEmoji ? decoded(/\balt="([^"]*)"/i.exec(attributes)?.[1] ?? '') : '';
}

/** Whether a tag leads into a quote, out of it, or neither. */
function quoteStep({ name, isEnd, attributes }: Tag): number {
  if (!QUOTES.has(name)) return 0;
  if (isEnd) return -1;
  return attributes.trimEnd().endsWith('/') ? 0 : 1;
}

/** Words of the pieces that are the person's own, or of all. */
export const markupWords = (pieces: readonly Piece[], which: 'own' | 'quoted' | 'all' = 'all'): string =>
  pieces
    .filter(({ isQuoted }) => which === 'all' || isQuoted === (which === 'quoted'))
    .map(({ text }) => text)
    .join('');

/** Whether anything is shown that is no text. */
export const hasPicture = (html: string): boolean => /<(?:img|video|audio)[\s/>]/i.test(html);

/** HTML entities are read once: `&amp;lt;` is what shows as `&lt;`. */
function decoded(text: string): string {
  return text.replace(ENTITY, (entity, decimal?: string, hex?: string, named?: string) => {
    if (named !== undefined) return ENTITIES[named.toLowerCase()] ?? entity;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    const isSign = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isSign ? String.fromCodePoint(code) : entity;
  });
}

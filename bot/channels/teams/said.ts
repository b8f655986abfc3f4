import { asWritten } from '../../../programme/written.ts';
import { type InboundActivity, quotedReplyIn } from './activity.ts';
import { hasPicture, markupWords, type Piece, piecesOf } from './markup.ts';
import { type BotMention, withoutBot } from './mentions.ts';

/** Why a message says nothing that may be acted on. */
export type Unsaid =
  /** Only a file, a picture or a voice. */
  | 'not-text'
  /** Only somebody else's words. */
  | 'only-quoted'
  /** Somebody else's words are in it, and nobody can tell where they end. */
  | 'quote-unclear';

/** `words` of the person; or why there are none. */
type Own = { readonly words: string } | Unsaid;

const LONGEST = 20_000;
const HTML = 'text/html';

/** What the person says in a message: without the bot's name, without markup, and without what is only quoted. */
export function saidIn(activity: InboundActivity, mentions: readonly BotMention[]): { readonly text: string } | Unsaid {
  // The house refuses it as too long; nobody needs to read it before.
  if ((activity.text ?? '').length > LONGEST) return { text: activity.text ?? '' };
  const html = htmlOf(activity);
  const plain = mentions.length === 0 && isPlain(activity, html) ? asWritten(activity.text ?? '').trim() : '';
  return plain === '' ? saidAmong(activity, mentions, html) : { text: plain };
}

/** The same where there is markup, a quotation or a name in it. */
function saidAmong(
  activity: InboundActivity,
  mentions: readonly BotMention[],
  html: string,
): { readonly text: string } | Unsaid {
  const shown = piecesOf(html, true);
  const typed = withoutBot(activity.text ?? '', mentions);
  const own = ownIn(isShownAs(activity.text ?? '', shown) ? [{ text: typed, isQuoted: false }] : piecesOf(typed));
  const said = own === 'only-quoted' ? own : withoutQuote(own.words, shown, { activity, mentions });
  if (typeof said === 'string') return said;
  const text = said.words.trim();
  return text === '' && holdsMore(activity, html) ? 'not-text' : { text };
}

/** Nothing in it could be markup or somebody else's words: most messages in 1:1 are. */
function isPlain({ text = '', entities = [] }: InboundActivity, html: string): boolean {
  if (/[<&]/.test(text) || /quote/i.test(html)) return false;
  return !entities.some(quotedReplyIn);
}

function ownIn(pieces: readonly Piece[]): { readonly words: string } | 'only-quoted' {
  const words = asWritten(markupWords(pieces, 'own'));
  return squeezed(words) === '' && squeezed(markupWords(pieces, 'quoted')) !== '' ? 'only-quoted' : { words };
}

/** Nothing tells markup from what only looks like it; but what the client shows just so is no markup. */
function isShownAs(text: string, shown: readonly Piece[]): boolean {
  if (shown.length === 0) return false;
  const plain = squeezed(text.replace(/<\/?at(?:\s[^<>]*)?>/gi, ''));
  return [markupWords(shown, 'all'), markupWords(shown, 'own')].some((words) => squeezed(words) === plain);
}

type Around = { readonly activity: InboundActivity; readonly mentions: readonly BotMention[] };

/** Some clients put quoted words in front of the new ones; what they show says which these are. */
function withoutQuote(own: string, shown: readonly Piece[], { activity, mentions }: Around): Own {
  const quoted = markupWords(shown, 'quoted');
  if (squeezed(quoted) === '') return answering(own, activity);
  const nameless = (words: string) => asWritten(withoutNames(words, mentions));
  const said = nameless(markupWords(shown, 'own'));
  if (squeezed(said) === '') return 'only-quoted';
  if (squeezed(own) === squeezed(said)) return { words: own };
  if (squeezed(own) === squeezed(nameless(markupWords(shown, 'all')))) return { words: said };
  const [front, rest] = parted(own, squeezed(said));
  return rest !== undefined && isPartOf(front, quoted) ? { words: rest } : 'quote-unclear';
}

/** Where nothing is marked as quoted, an entity may still say that the message answers another one. */
function answering(own: string, { entities = [], text = '' }: InboundActivity): Own {
  const reply = entities.map(quotedReplyIn).find((found) => found !== undefined);
  // A placeholder stands for the quote: none of it is in the text.
  if (!reply || /<(?:quoted|blockquote)[\s/>]/i.test(text)) return { words: own };
  const preview = uncut(reply.quotedReply?.preview ?? '');
  return preview === '' || squeezed(own).includes(preview) ? 'quote-unclear' : { words: own };
}

function htmlOf({ attachments = [] }: InboundActivity): string {
  const contents = attachments.filter(({ contentType }) => contentType.toLowerCase() === HTML);
  return contents.map(({ content }) => (typeof content === 'string' ? content : '')).join('\n');
}

const holdsMore = ({ attachments = [] }: InboundActivity, html: string): boolean =>
  attachments.some(({ contentType }) => contentType.toLowerCase() !== HTML) || hasPicture(html);

/** What is shown holds the bot's name as a word like others. */
const withoutNames = (words: string, mentions: readonly BotMention[]): string =>
  mentions.reduce((rest, { names: [name = ''] }) => (name === '' ? rest : rest.replace(name, () => ' ')), words);

/** What is compared: clients differ in blanks and line ends. */
const squeezed = (text: string): string => asWritten(text).replace(/\s/g, '');

/** What stands before these words at the end of a text, and from where they begin. */
function parted(text: string, end: string): readonly [string, string?] {
  const before = squeezed(text).length - end.length;
  if (before < 0 || !squeezed(text).endsWith(end)) return [text];
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    if (/\s/.test(text[at] ?? '')) continue;
    if (count === before) return [text.slice(0, at), text.slice(at)];
    count++;
  }
  return [text];
}

/** Previews are cut short, and some clients put the author in front. */
function isPartOf(front: string, quoted: string): boolean {
  const [shown, told] = [uncut(quoted), uncut(front)];
  return shown !== '' && (told.includes(shown) || shown.includes(told));
}

/** Without the dots of what was cut short. */
const uncut = (text: string): string => squeezed(text).replace(/(?<![.…])[.…]+$/, '');

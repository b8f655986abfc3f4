import { unreadIn } from './fluff.ts';
import { fold, plainOf } from './fold.ts';

/** A message as a mail was pasted: what its writer says, and what that is about by its subject and by what it quotes. */
export type Mail = { readonly said: string; readonly about: string };

const SUBJECT = /^\s*(?:subject|件名|題名)\s*[:：]\s*(.*)$/i;
const HEADER = /^\s*(?:from|to|cc|bcc|date|sent|差出人|宛先|送信者|送信日時|日時|受信者)\s*[:：]/i;
const QUOTED = /^\s*[>＞|｜]+(.*)$/;
/** From here on somebody else wrote, at another time. */
const FORWARDED =
  /^\s*-{2,}\s*(?:original message|forwarded message|元のメッセージ|転送メッセージ|転送)|^.{0,80}(?:さんが書きました|wrote)\s*[:：]\s*$/i;
/** A line of signs that a signature begins or ends with. */
const RULE = /^\s*(?:[-–—―ー_=＝*＊━─~〜☆★◇◆・.]{2,}|--)\s*$/;
/** What only stands in a signature. */
const CONTACT =
  /(?:tel|fax|電話|携帯|内線|直通|e-?mail|メール)\s*[:：.]?\s*[（(]?[\d@a-z]|〒\s*\d|^\s*0\d{1,4}-\d{1,4}-\d{3,4}\s*$|\b0\d{1,4}-\d{1,4}-\d{3,4}\b|[\w.+-]+@[\w-]+\.[\w.]+\s*$/i;
const ADDRESSED = /^\s*\S{1,20}(?:\s*\S{1,20}){0,2}\s*(?:御中|各位|様|さま|の皆様|皆様)\s*[、,]?\s*$/;
/** A signature is no longer than this, in lines. */
const LONGEST_SIGNATURE = 8;

/**
 * What the writer of a mail says in it: without the lines that it quotes, its header, whom it is addressed to and its
 * signature. Undefined for what is no mail, and where nothing would be left.
 */
export function mailIn(text: string, own: readonly string[]): Mail | undefined {
  const lines = text.normalize('NFC').split(/\r?\n/);
  if (lines.length < 2) return undefined;
  const written = upToForwarded(lines);
  const about = written.flatMap((line) => SUBJECT.exec(line)?.[1] ?? QUOTED.exec(line)?.[1] ?? []);
  const kept = unsigned(written.filter((line) => !isFrame(line))).filter((line) => !isPolite(line, own));
  const said = kept.join('\n').trim();
  const isMail = about.length > 0 || kept.length < lines.filter((line) => line.trim() !== '').length;
  return isMail && said !== '' ? { said, about: about.join('\n') } : undefined;
}

/** お世話になっております。小海町の山田です。 */
const isPolite = (line: string, own: readonly string[]): boolean =>
  unreadIn(fold(plainOf(line)), 'greeting', own) === '';

const isFrame = (line: string): boolean =>
  line.trim() === '' || SUBJECT.test(line) || HEADER.test(line) || QUOTED.test(line) || ADDRESSED.test(line);

function upToForwarded(lines: readonly string[]): readonly string[] {
  const at = lines.findIndex((line) => FORWARDED.test(line));
  return at < 0 ? lines : lines.slice(0, at);
}

/** Cut where a rule stands before the last few lines, or where the lines with an address or a number begin. */
function unsigned(lines: readonly string[]): readonly string[] {
  const first = Math.max(1, lines.length - LONGEST_SIGNATURE);
  const rule = lines.findIndex((line, at) => at >= first && RULE.test(line));
  if (rule > 0) return lines.slice(0, rule);
  const contact = lines.findIndex((line, at) => at >= first && CONTACT.test(line));
  if (contact < 0) return lines;
  return lines.slice(0, nameBefore(lines, contact));
}

/** The name and office that stand above a number, where they are no sentence. */
function nameBefore(lines: readonly string[], contact: number): number {
  let at = contact;
  while (at > 1 && contact - at < 3 && isNameLine(lines[at - 1] ?? '')) at -= 1;
  return at;
}

const isNameLine = (line: string): boolean =>
  line.trim().length <= 24 &&
  !/[。、!！?？]|(?:ます|です|した|ません|ください)\s*$|[A-Z]\d?-\d/.test(line) &&
  !/\d/.test(line);

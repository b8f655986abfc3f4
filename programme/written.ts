const PICTURE = String.raw`\p{ExtPict}[\uFE0E\uFE0F]?\p{EMod}?`;
/** Signs that mean nothing alone but make a picture, a flag, a key or the form of a kanji what it is. */
const TOGETHER = [
  String.raw`${PICTURE}(?:\u200D${PICTURE})*(?:[\u{E0020}-\u{E007E}]{1,8}\u{E007F})?`,
  String.raw`[0-9#*]\uFE0F?\u20E3`,
  String.raw`\p{Script=Han}[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]`,
  String.raw`[\t\n\r]`,
].join('|');
/** Empty to the eye, but as wide as a letter. */
const EMPTY = String.raw`([\u115F\u1160\u2800\u3164\uFFA0])`;
const BREAK = String.raw`([\v\f\u0085\u2028\u2029])`;
/** \p{DI}: what is ignored where it cannot be shown. */
const UNSEEN = String.raw`[\p{Cf}\p{Cc}\p{DI}]`;
const SIGNS = new RegExp(`(${TOGETHER})|${EMPTY}|${BREAK}|${UNSEEN}`, 'gu');

/** What most messages are made of: nothing in it is unseen, and only its form (NFC) can differ. */
const ORDINARY = /^[\n\x20-\x7e\u3000-\u30ff\u4e00-\u9fff\uff01-\uff5e]*$/;

export const isOrdinary = (text: string): boolean => ORDINARY.test(text);

/**
 * What a person wrote, letter for letter, as it is kept: one form of every letter (NFC), and nothing that nobody sees.
 * What copying from mails and pages brings along goes, and so does every control of direction: it would turn around
 * what stands beside it in other people's cards. Emoji and forms of kanji stay whole.
 */
export function asWritten(text: string): string {
  const whole = text.normalize('NFC');
  if (isOrdinary(whole)) return whole;
  return whole.replace(SIGNS, (_, kept?: string, empty?: string, line?: string) =>
    kept !== undefined ? kept : empty !== undefined ? ' ' : line !== undefined ? '\n' : '',
  );
}

/** The same for reading, where a picture is a picture and 葛 is 葛 in whatever form. */
export const withoutForms = (text: string): string =>
  text.replace(/\u200D|[\uFE00-\uFE0F]|[\u{E0020}-\u{E007F}]|[\u{E0100}-\u{E01EF}]/gu, '');

/** For what was kept before `asWritten`, or came another way: no text turns around what stands beside it. */
export const withoutDirection = (text: string): string =>
  text.replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '');

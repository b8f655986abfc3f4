import type { Day } from '../../../programme/day.ts';
import type { Command } from '../../command.ts';
import { inputsOf } from '../../inputs/fields.ts';
import { inputKinds } from '../../inputs/input-kinds.ts';
import type { TitledMeeting } from '../../inputs/meeting-titles.ts';
import type { Registry } from '../../registry.ts';
import type { TurnStart } from '../../turn.ts';
import type { Sentence } from '../parts/sentence.ts';
import type { Span } from '../parts/span.ts';
import { unreadIn } from '../text/fluff.ts';
import { fold } from '../text/fold.ts';
import { meetingMeant, withNamedMeeting } from './meeting-meant.ts';

/** What a meeting's title ends with; behind 庁内会議のため or 会議で nobody names the meeting that is answered. */
const TITLE =
  /[\p{Script=Han}\p{Script=Katakana}ーA-Za-z0-9]{1,40}(?:会議|打合せ|打ち合わせ|ミーティング)(?:\([^)]{1,20}\))?(?!の?(?:ため|都合)|があ|が入|が続|と重|で|により|等|名)/gu;
const ENDING = /(?:会議|打合せ|打ち合わせ|ミーティング)(?:\([^)]*\))?$/u;
/** 次回会議 and 今月会議 are no titles. */
const WHEN = /^(?:次|今|来|前|先|毎|本日|明日|昨日|この|その)/;
const JOINED = /^\s*の?\s*$/;

/**
 * The parts of a sentence, and the title of a meeting in it where the command that is wanted takes a meeting:
 * 進捗状況確認会議に出席します is about no other one. 第8回 or a day before the title belongs to it.
 */
export function withMeetingTitle(
  command: Command | undefined,
  spans: readonly Span[],
  { plain }: Sentence,
  { titles, today }: { readonly titles: readonly TitledMeeting[]; readonly today: Day },
): readonly Span[] {
  if (!command || !inputsOf(command).some(({ meta }) => meta.reads === 'meeting')) return spans;
  const known = knownIn(plain, titles);
  if (known) return withNamed(known, spans, plain, titles);
  const meant = meetingMeant(plain, spans, { titles, today, wanted: command.name });
  if (meant) return meant;
  for (const { index, 0: said } of plain.matchAll(TITLE)) {
    const [to, ending] = [index + said.length, index + said.replace(ENDING, '').length];
    // 会議 and 進捗 in a title ask for nothing; what else was read before it, and the command's own word, is no part of it.
    const apart = spans.filter(
      (span) => span.from < ending && (span.kind !== 'intent' || isOwn(span, command, ending)),
    );
    const from = Math.max(index, ...apart.map((span) => span.to));
    const title = plain.slice(from, to);
    // 会議 that asks for the list of meetings still asks for it behind a title.
    const asks = spans.find((span) => span.kind === 'intent' && span.command === command.name && span.to > ending);
    if (isTitle(title)) return withNamed({ title, from, to: Math.min(to, asks?.from ?? to) }, spans, plain, titles);
  }
  return spans;
}

/** Whether a meeting is spoken of and none that is meant: 庁内会議のため欠席します. */
export function isOfNoMeeting(
  command: Command | undefined,
  spans: readonly Span[],
  { folded }: Pick<Sentence, 'folded'>,
): boolean {
  const takes = command !== undefined && inputsOf(command).some(({ meta }) => meta.reads === 'meeting');
  return takes && MEETING.test(folded) && !spans.some(({ kind }) => kind === 'meeting' || kind === 'day');
}
const MEETING = new RegExp(fold('会議|打ち?合わ?せ|ミーティング|研修|勉強会|説明会'), 'u');

/** The shortest title that is looked for as it stands: 会 is in too many words. */
const SHORTEST = 4;

/** The longest of the titles that stands in a text: 個別相談 is one too. */
function knownIn(plain: string, titles: readonly TitledMeeting[]) {
  const forms = titles
    .flatMap(({ title }) => [title, title.replace(/\s/g, '')])
    .filter(({ length }) => length >= SHORTEST);
  const [title] = forms.filter((form) => plain.includes(form)).toSorted((a, b) => b.length - a.length);
  const from = title === undefined ? -1 : plain.indexOf(title);
  return title === undefined ? undefined : { title, from, to: from + title.length };
}

/** The titles a sentence may name: looked up only where it asks for something that is done with a meeting. */
export async function titlesFor(
  { spans }: Sentence,
  { find }: Registry,
  turn: TurnStart,
): Promise<readonly TitledMeeting[]> {
  const commands = spans.flatMap((span) => (span.kind === 'intent' ? (find(span.command) ?? []) : []));
  const read = commands.flatMap(inputsOf).find(({ meta }) => inputKinds[meta.reads].titles !== undefined);
  return (read && (await inputKinds[read.meta.reads].titles?.(turn))) ?? [];
}

const isOwn = (span: Span, { name }: Command, ending: number): boolean =>
  span.kind === 'intent' && span.command === name && span.to <= ending;

/** With 第8回 or the day before it as one with it; the day alone where it says the same. */
function withNamed(
  { title, from, to }: { readonly title: string; readonly from: number; readonly to: number },
  spans: readonly Span[],
  plain: string,
  titles: readonly TitledMeeting[],
): readonly Span[] {
  const before = spans.findLast((span) => span.to <= from);
  const isJoined = before !== undefined && JOINED.test(plain.slice(before.to, from));
  const when = !isJoined ? undefined : before.kind === 'day' ? before.day : before.kind === 'meeting' && before.said;
  const onDay = isJoined && before.kind === 'day' ? titles.filter(({ day }) => day === before.day) : [];
  const isOnly = onDay.length === 1 && onDay[0]?.title.replace(/\s/g, '').includes(title.replace(/\s/g, ''));
  const named: Span = when
    ? { kind: 'meeting', said: isOnly ? when : `${when} ${title}`, from: before?.from ?? from, to }
    : { kind: 'meeting', said: title, from, to };
  return withNamedMeeting(spans, named);
}

function isTitle(title: string): boolean {
  const proper = title.replace(ENDING, '');
  return ENDING.test(title) && !WHEN.test(proper) && unreadIn(fold(proper), 'ask', []) !== '';
}

/** A word behind a number or a day that goes on naming the meeting: 第8回 市町村連絡会議. */
export const isTitleWord = (word: string): boolean =>
  isTitle(word.replace(/(?:研修会?|勉強会|説明会|セミナー)$/u, '会議'));

import type { Command } from '../../command.ts';
import { inputsOf } from '../../inputs/fields.ts';
import type { Registry } from '../../registry.ts';
import type { Sentence } from './sentence.ts';
import type { Span } from './span.ts';

/** The parts of a sentence where a verb behind a word of one command makes it a word of another one. */
export function withBehind(
  spans: readonly Span[],
  { folded }: Pick<Sentence, 'folded'>,
  { commands }: Registry,
): readonly Span[] {
  let read = spans;
  for (const { name, spoken } of commands) {
    const { of = [], by } = spoken?.behind ?? {};
    const word =
      by && read.find((span) => span.kind === 'intent' && of.includes(span.command) && by.test(folded.slice(span.to)));
    const [verb] = (word && by?.exec(folded.slice(word.to))) ?? [];
    if (!word || verb === undefined) continue;
    const to = word.to + verb.length;
    const others = read.filter(
      (span) => span !== word && !(span.kind === 'intent' && span.from < to && span.to > word.to),
    );
    // What stands between the two may have been read: the verb is what asks, and it is all in front of what is read.
    const inside = others.some((span) => span.from < to && span.to > word.to);
    const own = { kind: 'intent' as const, command: name, whole: false, from: word.from, to: inside ? word.to : to };
    read = [...others, own].toSorted((a, b) => a.from - b.from);
  }
  return read;
}

/** The parts of a sentence, and what the command that is wanted says is only said along with it. */
export function withAside(
  command: Command | undefined,
  spans: readonly Span[],
  { folded }: Pick<Sentence, 'folded'>,
): readonly Span[] {
  const pattern = command?.spoken?.aside;
  if (!pattern) return spans;
  const takesKeys = command !== undefined && inputsOf(command).some(({ meta }) => ['item', 'kpi'].includes(meta.reads));
  // 研修のため: the name of an item or a KPI is none where nothing is done with one.
  const isOther = (span: Span) =>
    (span.kind === 'intent' && span.command !== command?.name) || (span.kind === 'key' && !takesKeys);
  let read = spans;
  for (const { index, 0: all } of folded.matchAll(pattern)) {
    const to = index + all.length;
    // What was read as something else stands before what is said along: 12/17は別の予定があって.
    const stops = read.filter((span) => !isOther(span) && span.from < to && span.to > index);
    const from = Math.max(index, ...stops.map((span) => span.to));
    const rest = folded.slice(from, to);
    const within = read.filter((span) => span.from < to && span.to > from);
    const isAside =
      from === index ||
      [...folded.slice(from).matchAll(pattern)].some(({ index: at, 0: part }) => from + at + part.length === to);
    if (rest === '' || !isAside || !within.every((span) => isOther(span) && span.from >= from && span.to <= to))
      continue;
    read = [...read.filter((span) => !within.includes(span)), { kind: 'around' as const, from, to }];
  }
  return read === spans ? spans : read.toSorted((a, b) => a.from - b.from);
}

import type { Day } from '../../../programme/day.ts';
import type { Command } from '../../command.ts';
import { alsoSaid } from '../../inputs/also-said.ts';
import { inputsOf } from '../../inputs/fields.ts';
import { lexiconOf, namesIn } from '../names/lexicon.ts';
import type { Sentence } from './sentence.ts';
import type { Span } from './span.ts';
import { yearOfMonth } from './year-of-month.ts';

/**
 * The parts of a sentence, and what of the rest the command that is wanted offers by name: nobody else's choices are
 * looked for, and nothing that was read is read again.
 */
export function withChoices(
  command: Command | undefined,
  spans: readonly Span[],
  sentence: Sentence,
  today: Day,
): readonly Span[] {
  const offered = (command ? inputsOf(command) : []).flatMap(({ name, meta: { choices = [] } }) =>
    choices.flatMap(({ value, label }) =>
      [label, ...alsoSaid(label)].map((said) => [said, { kind: 'choice', input: name, value }] as const),
    ),
  );
  if (offered.length === 0) return spans;
  // 満足度5 継続を希望: the second word of its own is what is chosen.
  const own = spans.filter((span) => span.kind === 'intent' && span.command === command?.name);
  const kept = own.length > 1 ? spans.filter((span) => !own.slice(1).includes(span)) : spans;
  const isFree = (at: number) => !kept.some(({ from, to }) => from <= at && at < to);
  const found = namesIn(sentence.folded, lexiconOf(offered), isFree);
  const taken = new Set<string>();
  const read = found.flatMap(({ from, to, meanings }) => {
    // What two inputs offer by one name is the first of them, and said again it is the second.
    const meant = meanings.find(({ input }) => !taken.has(input)) ?? meanings[0];
    if (!meant) return [];
    taken.add(meant.input);
    return [{ ...meant, from, to }];
  });
  const isOfYears = command !== undefined && inputsOf(command).some(({ meta: { reads } }) => reads === 'year');
  const years = isOfYears ? read.flatMap((span) => yearOfMonth(sentence.folded, span, today) ?? []) : [];
  const others = spans.filter(({ from, to }) => !read.some((choice) => choice.from < to && from < choice.to));
  return [...others, ...read, ...years.filter(({ from }) => isFree(from))].toSorted((a, b) => a.from - b.from);
}

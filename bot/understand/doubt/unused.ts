import type { Member } from '../../../programme/member.ts';
import type { Command } from '../../command.ts';
import { inputsOf } from '../../inputs/fields.ts';
import { inputKinds } from '../../inputs/input-kinds.ts';
import type { Doubt } from '../../inputs/spoken.ts';
import type { Registry } from '../../registry.ts';
import type { Reading } from '../parts/reading.ts';
import type { Sentence } from '../parts/sentence.ts';
import type { Span } from '../parts/span.ts';

/** Words for the time that is meant anyway: not using them loses nothing. */
const NOW = /^(今週|今日|本日|きょう)/;

/**
 * The parts of a sentence that were read and that the chosen command does not use, as they were said. A command that
 * writes is not done without them unseen; one that shows says that they are left out.
 */
export function unusedIn(
  { command: name, input, options }: Reading,
  { plain }: Sentence,
  spans: readonly Span[],
  { who, registry }: { readonly who: Member | undefined; readonly registry: Registry },
): readonly string[] {
  const command = registry.find(name);
  // Read together with its value: what a report has no use for speaks against it on its own.
  const isReport = registry.reports(name) || command?.spoken?.takesReport;
  const isDraft = command?.drafts !== undefined && input[command.drafts] !== undefined;
  if (!command || isReport || isDraft || options) return [];
  const uses = usedBy(command, input);
  const values = Object.values(input).filter((value) => typeof value === 'string');
  const isUsed = (span: Span): boolean => {
    if (uses.includes(span.kind)) return true;
    switch (span.kind) {
      case 'key':
        // What is looked at and may be several things is asked for.
        return command.spoken?.looks || span.keys.some(({ id }) => values.includes(id));
      case 'day':
        return values.includes(span.day) || NOW.test(span.said);
      case 'days':
        return span.days.every((day) => values.includes(day));
      case 'time':
        return span.times.every((time) => time === undefined || values.includes(time));
      case 'town':
        // 小海町さんと打合せ: whom it is for is read from the names.
        return isOwn(span, who) || inputsOf(command).some(({ meta }) => meta.reads === 'invited');
      default:
        return !OF_USE.includes(span.kind);
    }
  };
  const unused = spans.filter((span) => !isUsed(span) && !NOW.test(plain.slice(span.from, span.to)));
  return unused.map(({ from, to }) => plain.slice(from, to));
}

/** Parts of a sentence that are only of use to an input that says so. */
const OF_USE: readonly Span['kind'][] = ['step', 'meeting', 'year'];

/** What the inputs that are given have a use for. */
export function usedBy(command: Command, input: Reading['input']): readonly Span['kind'][] {
  const inputs = inputsOf(command);
  const isPair = inputs.some(({ meta }) => meta.reads === 'day' && meta.second);
  return inputs
    .filter(({ name }) => input[name] !== undefined)
    .flatMap(({ meta }) => [
      ...(inputKinds[meta.reads].uses ?? []),
      // Of several days one is taken; the first and the last of a leave are two.
      ...(meta.reads === 'day' && !isPair ? (['day'] as const) : []),
    ]);
}

/** 来週の水曜(12/3): of two days one was taken, where only one can be meant. */
export function doubtOfDays(command: Command, input: Reading['input'], spans: readonly Span[]): Doubt | undefined {
  const days = inputsOf(command).filter(({ meta }) => meta.reads === 'day');
  const taken = days.map(({ name }) => input[name]).filter((value) => value !== undefined);
  if (days.length !== 1 || taken.length === 0) return undefined;
  const isLost = spans.some((span) => span.kind === 'day' && !taken.includes(span.day) && !NOW.test(span.said));
  return isLost ? 'several' : undefined;
}

const isOwn = ({ towns }: { readonly towns: readonly { readonly code: string }[] }, who: Member | undefined): boolean =>
  towns.some(({ code }) => who?.municipalities.includes(code));

import type { Member } from '../../programme/member.ts';
import type { Registry } from '../registry.ts';
import type { Reading } from './reading.ts';
import type { Sentence, Span } from './sentence.ts';

/** Said of the time that is meant anyway. */
const NOW = /^(今週|今日|本日|きょう)/;

/**
 * The parts of a sentence that were read and that the chosen command does not use, as they were said. A command that
 * writes is not done without them unseen; one that shows says that they are left out.
 */
export function unusedIn(
  { command, input, options }: Reading,
  { plain }: Sentence,
  spans: readonly Span[],
  { who, registry }: { readonly who: Member | undefined; readonly registry: Registry },
): readonly string[] {
  const { takesReport, looks } = registry.find(command)?.spoken ?? {};
  // Read together with its value: what a report has no use for speaks against it on its own.
  if (registry.reports(command) || takesReport || options || input['text'] !== undefined) return [];
  const values = Object.values(input).filter((value) => typeof value === 'string');
  const isUsed = (span: Span): boolean => {
    switch (span.kind) {
      case 'key':
        // What is looked at and may be several things is asked for.
        return looks || span.keys.some(({ id }) => values.includes(id));
      case 'day':
        // A weekday may be the day itself, or the one a prompt comes on.
        return (
          values.includes(span.day) || input['day'] !== undefined || input['week'] !== undefined || NOW.test(span.said)
        );
      case 'days':
        return span.days.every((day) => values.includes(day)) || input['week'] !== undefined;
      case 'time':
        return span.times.every((time) => time === undefined || values.includes(time));
      case 'town':
        return input['municipality'] !== undefined || input['audience'] !== undefined || isOwn(span, who);
      case 'step':
        return input['step'] !== undefined || input['item'] !== undefined;
      case 'meeting':
        return input['meeting'] !== undefined;
      default:
        return true;
    }
  };
  const unused = spans.filter((span) => !isUsed(span) && !NOW.test(plain.slice(span.from, span.to)));
  return unused.map(({ from, to }) => plain.slice(from, to));
}

const isOwn = ({ towns }: { readonly towns: readonly { readonly code: string }[] }, who: Member | undefined): boolean =>
  towns.some(({ code }) => who?.municipalities.includes(code));

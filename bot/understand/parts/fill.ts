import type { Day } from '../../../programme/day.ts';
import type { Command } from '../../command.ts';
import { inputsOf } from '../../inputs/fields.ts';
import { inputKinds } from '../../inputs/input-kinds.ts';
import type { Span } from './span.ts';

/** The inputs of a command that parts of a sentence can be read as; the municipality is for `whereIn`. */
export function fillFrom(command: Command, spans: readonly Span[], today: Day): Record<string, unknown> {
  const inputs = inputsOf(command);
  const given: Record<string, unknown> = {};
  for (const { name, meta } of inputs) {
    const part = meta.onlyMarked ? undefined : inputKinds[meta.reads].part;
    const value =
      firstOf(spans, (span) => (span.kind === 'choice' && span.input === name ? span.value : undefined)) ??
      (part && firstOf(spans, (span) => part(span, today, meta.second === true)));
    if (value !== undefined) given[name] = value;
  }
  const named = (reads: string, second = false) =>
    inputs.find(({ meta }) => meta.reads === reads && (meta.second ?? false) === second)?.name ?? '';
  if (given[named('item')] !== undefined) delete given[named('kpi')];
  if (given[named('day', true)] === given[named('day')]) delete given[named('day', true)];
  return given;
}

function firstOf<T>(spans: readonly Span[], read: (span: Span) => T | undefined): T | undefined {
  for (const span of spans) {
    const value = read(span);
    if (value !== undefined) return value;
  }
  return undefined;
}

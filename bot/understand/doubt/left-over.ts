import type { Command } from '../../command.ts';
import type { Registry } from '../../registry.ts';
import type { Reading } from '../parts/reading.ts';
import type { Sentence } from '../parts/sentence.ts';
import type { Span } from '../parts/span.ts';
import { isOfOther, takesMeeting } from './bare.ts';
import { usedBy } from './unused.ts';

type Read = {
  readonly reading: Reading;
  readonly wanted: readonly Command[];
  readonly spans: readonly Span[];
  readonly sentence: Pick<Sentence, 'folded'>;
};

/** Whether something else was read that the command has no use for, or that makes something else of it. */
export function isLeftOver(command: Command, { reading, wanted, spans, sentence }: Read, registry: Registry): boolean {
  if (!takesMeeting(command) && isOfOther(command, spans, sentence.folded)) return true;
  return leftOver(command, wanted, unclaimed(command, reading, spans), registry);
}

/** What was read as no input that is given: of two numbers, or two choices, one was taken. */
function unclaimed(command: Command, { input }: Reading, spans: readonly Span[]): readonly Span[] {
  const uses = usedBy(command, input);
  const inputOf = (span: Span) => (span.kind === 'choice' ? span.input : span.kind);
  const isFirst = (span: Span, at: number) => spans.findIndex((other) => inputOf(other) === inputOf(span)) === at;
  return spans.filter((span, at) => !(uses.includes(span.kind) && isFirst(span, at)));
}

/** Something else that was read, and that the command has no use for. */
function leftOver(
  { name, spoken }: Command,
  wanted: readonly Command[],
  spans: readonly Span[],
  { reports }: Registry,
): boolean {
  const isReport = reports(name);
  const hasUrl = spans.some(({ kind }) => kind === 'url');
  const isPassing = (other: Command): boolean => {
    const { passing, besideReport } = other.spoken ?? {};
    if (spoken?.lets?.includes(other.name) || (isReport && besideReport)) return true;
    return passing === 'with an address' ? hasUrl : passing === true;
  };
  if (wanted.some((other) => other.name !== name && !isPassing(other))) return true;
  const left: readonly Span['kind'][] = isReport
    ? ['unknown-id']
    : ['stage', 'amount', 'fraction', 'choice', 'unknown-id', 'url'];
  return spans.some(({ kind }) => left.includes(kind));
}

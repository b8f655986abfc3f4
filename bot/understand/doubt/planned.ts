import type { Registry } from '../../registry.ts';
import type { Reading } from '../parts/reading.ts';
import type { Sentence } from '../parts/sentence.ts';
import type { Span } from '../parts/span.ts';

/** A word that asks for a command, or only says that something is to come: 会議の予定, 来月完了予定. */
export function isOfPlan(span: Span, { find }: Registry): boolean {
  return span.kind === 'intent' && find(span.command)?.spoken?.orPlan !== undefined;
}

/** 予定 beside a stage, a fraction, an item or a KPI, or behind a verb, says when it will be so, and asks for nothing. */
export function isPlanned({ folded }: Sentence, spans: readonly Span[], registry: Registry): boolean {
  const plans = spans.filter((span) => isOfPlan(span, registry));
  if (plans.length === 0) return false;
  const isOnlyPlan = plans.every(
    (span) =>
      span.kind === 'intent' && registry.find(span.command)?.spoken?.orPlan?.includes(folded.slice(span.from, span.to)),
  );
  const isOfWork = spans.some(({ kind }) => ['key', 'stage', 'fraction'].includes(kind));
  return isOnlyPlan && (isOfWork || /[うくすつぬむるぐぶ]予定/.test(folded));
}

type Planned = { readonly sentence: Sentence; readonly spans: readonly Span[]; readonly registry: Registry };

/** What is only planned is answered with what is on record, and said to be no part of it. */
export function withPlan(reading: Reading, { sentence, spans, registry }: Planned): Reading {
  if (registry.writes(reading.command, reading.input) || !isPlanned(sentence, spans, registry)) return reading;
  return { ...reading, notes: [...reading.notes, '予定や見込みは記録していません。'] };
}

import type { Command } from '../../command.ts';
import { inputsOf } from '../../inputs/fields.ts';
import type { Reading } from './reading.ts';
import type { Span } from './span.ts';

/** 小海町 12/3と下諏訪町 12/8に訪問予定: which day is of which place nobody knows, and the first is not taken for both. */
export function withoutTimesOfSeveral(reading: Reading, command: Command, spans: readonly Span[]): Reading {
  const saidOf = (kind: Span['kind']) =>
    new Set(spans.flatMap((span) => (span.kind !== kind ? [] : span.kind === 'day' ? [span.day] : [timeKey(span)])));
  const several = (['day', 'time'] as const).filter((kind) => saidOf(kind).size > 1);
  const left = inputsOf(command).filter(
    ({ name, meta }) => reading.input[name] !== undefined && isOneOf(several, meta),
  );
  if (left.length === 0) return reading;
  const names = left.map(({ name }) => name);
  const kept = Object.entries(reading.input).filter(([name]) => !names.includes(name));
  return { ...reading, input: Object.fromEntries(kept), notes: [...reading.notes, ONE_PLACE] };
}

const ONE_PLACE = '日付や時刻は、どちらの市町村のことか分からないため入れていません。1団体ずつ送ってください。';
const timeKey = (span: Span): string => (span.kind === 'time' ? span.times.join('-') : '');
const isOneOf = (kinds: readonly string[], { reads }: { readonly reads: string }): boolean => kinds.includes(reads);

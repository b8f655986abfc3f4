import { z } from 'zod';
import type { Day } from '../../programme/day.ts';
import { type InputMeta, inputMeta } from '../../programme/inputs.ts';
import { weekOfDay } from '../../programme/week.ts';
import { daySaid } from './days.ts';
import type { Span } from './sentence.ts';

const WEEKDAYS = '月火水木金';

/** The inputs of a command that parts of a sentence can be read as; the municipality is for `whereIn`. */
export function fillFrom(schema: z.ZodObject, spans: readonly Span[], today: Day): Record<string, unknown> {
  const given: Record<string, unknown> = {};
  for (const [name, input] of Object.entries(schema.shape)) {
    const meta = inputMeta.get((input instanceof z.ZodOptional ? input.unwrap() : input) as z.ZodType);
    const value = meta && valueFor(name, meta, spans, today);
    if (value !== undefined) given[name] = value;
  }
  if (given['item'] !== undefined) delete given['kpi'];
  if (given['until'] === given['from']) delete given['until'];
  return given;
}

function valueFor(name: string, meta: InputMeta, spans: readonly Span[], today: Day): unknown {
  switch (meta.reads) {
    case 'item':
    case 'kpi':
      return firstOf(spans, (span) =>
        span.kind === 'key' ? only(span.keys.filter(({ kind }) => kind === meta.reads)) : undefined,
      );
    case 'step':
      return firstOf(spans, (span) => (span.kind === 'step' ? span.step : undefined));
    case 'meeting':
      return firstOf(spans, (span) =>
        span.kind === 'meeting' ? span.said : span.kind === 'day' ? span.day : undefined,
      );
    case 'week':
      return firstOf(spans, (span) => weekFor(span, today));
    case 'url':
      return firstOf(spans, (span) => (span.kind === 'url' ? span.said : undefined));
    case 'weekday':
      return firstOf(spans, (span) => (span.kind === 'day' ? weekdayIn(span.said) : undefined));
    case 'officeTime':
    case 'time':
      return firstOf(spans, (span) => (span.kind === 'time' ? span.times[name === 'end' ? 1 : 0] : undefined));
    case 'day':
      return firstOf(spans, (span) => dayFor(name, span));
    default:
      return undefined;
  }
}

/** The days of a leave are two, those of everything else one. */
function dayFor(name: string, span: Span): string | undefined {
  if (span.kind === 'days') return name === 'until' ? span.days[1] : span.days[0];
  return span.kind === 'day' && name !== 'until' ? span.day : undefined;
}

/** The Monday of the week that is meant, results lying behind; none for this week, which is meant anyway. */
function weekFor(span: Span, today: Day): Day | undefined {
  const said = span.kind === 'days' ? span.days[0] : span.kind === 'day' ? pastDay(span, today) : undefined;
  const week = said && weekOfDay(said);
  return week === weekOfDay(today) ? undefined : week;
}

const pastDay = ({ said, day }: { readonly said: string; readonly day: Day }, today: Day): Day =>
  day > today ? (daySaid(said, today, 'behind') ?? day) : day;

/** A day on which offices are closed stays as it was said, so that the person is told so. */
function weekdayIn(said: string): string | undefined {
  const name = /^([月火水木金土日])曜?日?$/.exec(said)?.[1];
  if (name === undefined) return undefined;
  const at = WEEKDAYS.indexOf(name);
  return at < 0 ? said : String(at + 1);
}

const only = (keys: readonly { readonly id: string }[]): string | undefined =>
  keys.length === 1 ? keys[0]?.id : undefined;

function firstOf<T>(spans: readonly Span[], read: (span: Span) => T | undefined): T | undefined {
  for (const span of spans) {
    const value = read(span);
    if (value !== undefined) return value;
  }
  return undefined;
}

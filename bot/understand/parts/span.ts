import type { Day } from '../../../programme/day.ts';
import type { Key } from '../names/catalogue-names.ts';
import type { MunicipalityName } from '../names/municipality-names.ts';
import type { Meaning } from '../names/words.ts';

export type Intent = Extract<Meaning, { kind: 'intent' }>;

/** What a part of a sentence was read as. */
export type PartRead =
  /** `asked`: its name is also a word for a command, which is meant where nothing is said of it. */
  | { readonly kind: 'key'; readonly keys: readonly Key[]; readonly asked?: Intent }
  | { readonly kind: 'unknown-id'; readonly said: string }
  | { readonly kind: 'town'; readonly towns: readonly MunicipalityName[] }
  | Intent
  | { readonly kind: 'stage'; readonly stage: string }
  | { readonly kind: 'amount'; readonly said: string }
  | { readonly kind: 'url'; readonly said: string }
  | { readonly kind: 'meeting'; readonly said: string }
  | { readonly kind: 'fraction'; readonly numerator: number; readonly denominator: number }
  | { readonly kind: 'day'; readonly said: string; readonly day: Day }
  | { readonly kind: 'days'; readonly days: readonly [Day, Day] }
  | { readonly kind: 'time'; readonly times: readonly [string, string?] }
  | { readonly kind: 'step'; readonly step: string }
  /** A fiscal year: 2024 for 令和6年度. */
  | { readonly kind: 'year'; readonly year: number }
  /** One of what an input of the command that is wanted offers. */
  | { readonly kind: 'choice'; readonly input: string; readonly value: string }
  /** Explained, and of no consequence: the prefecture, its 郡, the year, すみません. */
  | { readonly kind: 'around' };
export type Span = PartRead & { readonly from: number; readonly to: number };
export type SpanOf<K extends Span['kind']> = Extract<Span, { kind: K }>;

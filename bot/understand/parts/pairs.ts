import { findKpi, type Kpi } from '../../../programme/catalogue.ts';
import { amountSaid } from '../amounts/numbers.ts';
import type { Key } from '../names/catalogue-names.ts';
import { BEGUN } from '../names/stage-words.ts';
import { fold } from '../text/fold.ts';
import type { Sentence } from './sentence.ts';
import type { Span, SpanOf } from './span.ts';

type Value = SpanOf<'amount'> | SpanOf<'fraction'>;
/** An item or KPI that was named, and what was said of it; more than one key: it is not clear which. */
export type Pair = {
  readonly keys: readonly Key[];
  readonly values: readonly Value[];
  readonly stages: readonly string[];
  /** Something was begun, of which the stage has to be asked. */
  readonly isBegun: boolean;
};

type Open = { keys: readonly Key[]; values: Value[]; stages: string[]; isBegun: boolean };

/** What was said of which item or KPI: of the one before it, or of the only one there is. */
export function pairsIn(spans: readonly Span[]): readonly Pair[] {
  const open: Open[] = [];
  const early: Open = { keys: [], values: [], stages: [], isBegun: false };
  for (const span of spans) {
    if (span.kind === 'key') name(span.keys, open);
    else put(span, open.at(-1) ?? early);
  }
  const [first, ...others] = open;
  if (!first) return saysSomething(early) ? [early] : [];
  if (others.length === 0) return [narrowed(joined(early, first))];
  return (saysSomething(early) ? shifted(early, open) : open).map(narrowed);
}

const saysSomething = (pair: Pair): boolean => isTold(pair) || pair.isBegun;

/** Whether a value or a stage was said of it. */
export const isTold = ({ values, stages }: Pair): boolean => values.length + stages.length > 0;

const joined = (early: Pair, { keys, values, stages, isBegun }: Pair): Pair => ({
  keys,
  values: [...early.values, ...values],
  stages: [...early.stages, ...stages],
  isBegun: early.isBegun || isBegun,
});

/** 62% K0-03、5% K1-04: each value stands before what it is of. Otherwise what came first is of nothing that was named. */
function shifted(early: Pair, open: readonly Pair[]): readonly Pair[] {
  const last = open.at(-1);
  if (!last || saysSomething(last)) return [early, ...open];
  const before = [early, ...open];
  return open.map(({ keys }, at) => ({ ...(before[at] ?? early), keys }));
}

/** K0-03 DX基礎研修受講率: an id and a name of the same thing are one. */
function name(keys: readonly Key[], open: Open[]): void {
  const last = open.at(-1);
  const both = last ? last.keys.filter((key) => keys.includes(key)) : [];
  // K0-03 14課中10課で自己点検: the same KPI is named once more behind its value.
  if (last && saysSomething(last) && last.keys.length === 1 && both.length === 1) return;
  if (last && !saysSomething(last) && both.length > 0) last.keys = both;
  else open.push({ keys, values: [], stages: [], isBegun: false });
}

function put(span: Span, open: Open): void {
  if (span.kind === 'amount' || span.kind === 'fraction') open.values.push(span);
  if (span.kind !== 'stage') return;
  if (span.stage === BEGUN) open.isBegun = true;
  else open.stages.push(span.stage);
}

/** Keeps of what was named what the value can be of: a number is of a KPI, a stage of an item. */
function narrowed(pair: Pair): Pair {
  const { keys, values, stages, isBegun } = pair;
  const kind = values.length > 0 ? 'kpi' : stages.length > 0 || isBegun ? 'item' : undefined;
  const fitting = keys.filter((key) => key.kind === kind);
  return { ...pair, keys: fitting.length > 0 ? fitting : keys };
}

/**
 * Words that are values only of the KPI they follow: 有, 素案; and a day that is a fraction where one is wanted (8/20).
 */
export function withValues({ spans: read, folded }: Sentence): readonly Span[] {
  const spans = withWhole(read, folded);
  return spans
    .flatMap((span, at): Span[] => {
      if (span.kind === 'day') return [fractionInstead(span, at, spans, folded)];
      const kpi = span.kind === 'key' ? onlyKpi(span.keys) : undefined;
      if (!kpi || hasValue(spans, at)) return [span];
      const until =
        spans.slice(at + 1).find(({ kind }) => kind !== 'stage' && kind !== 'intent')?.from ?? folded.length;
      return [span, ...(gradeAfter(kpi, span.to, folded) ?? valueAfter(kpi, span.to, folded.slice(span.to, until)))];
    })
    .filter(
      (span, _at, all) =>
        !(
          (span.kind === 'stage' || span.kind === 'intent' || span.kind === 'key') &&
          all.some((other) => other.kind === 'amount' && other.from <= span.from && span.to <= other.to)
        ),
    );
}

/** Whether a number is said of what is named here; where nothing else is named, wherever it stands. */
function hasValue(spans: readonly Span[], at: number): boolean {
  const next = spans.findIndex((span, place) => place > at && isKey(span));
  const isAlone = next < 0 && keyBefore(spans, at) < 0;
  const own = isAlone ? spans : spans.slice(at + 1, next < 0 ? undefined : next);
  return own.some(({ kind }) => kind === 'amount' || kind === 'fraction');
}

/** 13人でした。40人中です: of how many is said behind how many. */
function withWhole(spans: readonly Span[], folded: string): readonly Span[] {
  const amounts = spans.filter((span) => span.kind === 'amount');
  const [part, whole, ...more] = amounts;
  if (!part || !whole || more.length > 0 || !/^(?:中|のうち)(?:です|でした)?[。!、\s]*$/.test(folded.slice(whole.to)))
    return spans;
  const [numerator, denominator] = [part, whole].map(({ said }) => amountSaid(said.replace(COUNTED, ''))?.value);
  const isSameUnit = COUNTED.exec(part.said)?.[0] === COUNTED.exec(whole.said)?.[0];
  if (numerator === undefined || denominator === undefined || !isSameUnit) return spans;
  const { from, to } = part;
  return spans.flatMap((span): Span[] => {
    if (span === part) return [{ kind: 'fraction', numerator, denominator, from, to }];
    return span === whole ? [{ kind: 'around', from: span.from, to: folded.length }] : [span];
  });
}
const COUNTED = /(?:手続|窓口|業務|[人名課件回枚通])$/;

function onlyKpi(keys: readonly Key[]): Kpi | undefined {
  const kpis = keys.filter(({ kind }) => kind === 'kpi');
  return kpis.length === 1 ? findKpi(kpis[0]?.id ?? '') : undefined;
}

const isKey = ({ kind }: Span): boolean => kind === 'key';

function keyBefore(spans: readonly Span[], at: number): number {
  let place = at - 1;
  while (place >= 0 && spans[place]?.kind !== 'key') place -= 1;
  return place;
}

/** 8/20 after a KPI that is a fraction, and that has no other value. */
function fractionInstead(span: SpanOf<'day'>, at: number, spans: readonly Span[], folded: string): Span {
  const [, top, bottom] = /^(\d+)\/(\d+)$/.exec(span.said) ?? [];
  if (!top || !bottom || !spans.some(isKey)) return span;
  const before = keyBefore(spans, at);
  const first = spans.findIndex((other, place) => place > at && isKey(other));
  const next = before < 0 && first >= 0 ? spans.findIndex((other, place) => place > first && isKey(other)) : first;
  const own = spans.slice(Math.max(before, 0), next < 0 ? undefined : next);
  const key = own.find(isKey);
  const isWanted = key?.kind === 'key' && key.keys.some(({ id }) => findKpi(id)?.denominator !== undefined);
  const isTaken = own.some(({ kind }) => kind === 'amount' || kind === 'fraction' || kind === 'stage');
  // 10/3のK0-03, 10/3時点: a day, whatever it is of.
  const isDay = /^(の|時点|現在|付|まで|から)/.test(folded.slice(span.to));
  if (!isWanted || isTaken || isDay) return span;
  return { kind: 'fraction', numerator: Number(top), denominator: Number(bottom), from: span.from, to: span.to };
}

/** 「改修見積・予算要求」: a grade in so many words, whatever else its words may name. */
function gradeAfter(kpi: Kpi, from: number, folded: string): Span[] | undefined {
  const rest = folded.slice(from);
  const graded = kpi.grades?.find(([, title]) => rest.includes(fold(title)));
  return graded && amountAt(String(graded[0]), from + rest.indexOf(fold(graded[1])), fold(graded[1]).length);
}

function valueAfter(kpi: Kpi, from: number, rest: string): Span[] {
  const [all, before = '', word = ''] =
    /^([はがも:\s「『]*)(有り|有|あり|無し|無|なし)(?=[」』]?(?:です|でした|で|[。!、\s]|$))/.exec(rest) ?? [];
  if (all === undefined || kpi.type !== 'boolean') return [];
  return amountAt(word, from + before.length, word.length);
}

const amountAt = (said: string, from: number, length: number): Span[] => [
  { kind: 'amount', said, from, to: from + length },
];

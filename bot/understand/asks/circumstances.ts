import { TODAY } from '../amounts/days.ts';
import { doubtIn } from '../doubt/doubt.ts';
import { isTold, pairsIn } from '../parts/pairs.ts';
import type { Span } from '../parts/span.ts';
import { hasHappened, isCircumstance, withoutBefore } from '../text/happened.ts';

/** Said of what was just read, which is then told of somebody else or of something else. */
const GOES_ON = /^(?:[のがをにはもで]|と|って|という)/u;
/** 先週の回も入れています: what a number counts, and no week of it. */
const COUNTED_ALONG = /^の(?:分|もの|回)?(?:を|も)?(?:入れて|いれて|含めて|含め|足して|あわせて)/u;
/** A longer message is no report with a word beside it. */
const LONGEST = 400;

/** Right behind a name or the sign of one, a stage is told of it. */
const BARE = /(?:[\da-z]|[)」』、。はがを\s])$/u;
const WHEN: readonly Span['kind'][] = ['day', 'days', 'meeting'];
/** 先週で研修が終わったので: when that was, while a stage is of no week. A day may be of a year that is over. */
const IN_STAGE_REASON = /^(?:[^。、!\n]{0,2}?(?:ので|ため)|んで|みまして)/u;
const IN_NAME_REASON = /^[^。、!\n]{0,16}?[ただ](?:ので|ため)/u;
const IN_REASON = /^[^。、!\n]{0,20}?[ただ](?:ので|ため)/u;
/** 税務課の2人が受け終わりまして、 */
const IN_AMOUNT_REASON = /^[^。、!\n\d]{0,24}?(?:まし(?:て|た(?:ので)?)|[ただ](?:ので|ため))[。、]/u;
const FIRM: readonly Span['kind'][] = [
  'key',
  'unknown-id',
  'town',
  'stage',
  'amount',
  'fraction',
  'url',
  'meeting',
  'day',
  'days',
  'time',
  'year',
  'step',
];

/**
 * A report without what is only told beside it: how the value or the stage came about, why it took so long, how glad one
 * is. Nothing of it may be doubted, and what was read as an item, a stage or a number stays where it is.
 */
export function withCircumstances(spans: readonly Span[], folded: string): readonly Span[] {
  if (folded.length > LONGEST) return spans;
  const isReport = pairsIn(spans).some((pair) => isTold(pair) && pair.keys.length > 0);
  const isAnswer = spans.some(({ kind }) => kind === 'intent') && spans.some(({ kind }) => WHEN.includes(kind));
  if (!isReport && !isAnswer) return spans;
  const firm = isReport ? reasonTaken(spans, folded) : spans.filter(({ kind }) => kind !== 'around');
  const asides = piecesOf(firm, isReport ? spans : undefined, folded);
  if (asides.length === 0) return spans;
  const kept = spans.filter((span) => !asides.some(({ from, to }) => from <= span.from && span.to <= to));
  return [...kept, ...asides].toSorted((a, b) => a.from - b.from);
}

/** Where the parts stand that a piece may not hold. A stage in a reason is none where another one follows it. */
function reasonTaken(spans: readonly Span[], folded: string): readonly Span[] {
  const last = spans.findLast(({ kind }) => kind === 'stage');
  const isAgain = saidAgain(spans, folded);
  const hasStage = last !== undefined && !spans.some(({ kind }) => kind === 'amount' || kind === 'fraction');
  const key = spans.find(({ kind }) => kind === 'key');
  const first = key?.from ?? 0;
  const isValued = spans.some(({ kind, from }) => (kind === 'fraction' || kind === 'amount') && from > first);
  const isFirm = (span: Span): boolean =>
    FIRM.includes(span.kind) &&
    !isAgain(span) &&
    !isInReason(span, folded.slice(span.to), { last, hasStage, first, isValued });
  return spans.filter(isFirm);
}

type Told = {
  readonly last: Span | undefined;
  readonly hasStage: boolean;
  /** Where the first name begins, and whether a value stands behind it. */
  readonly first: number;
  readonly isValued: boolean;
};

/** Whether it is only said of why or of when, by what stands behind it. */
function isInReason(span: Span, behind: string, { last, hasStage, first, isValued }: Told): boolean {
  switch (span.kind) {
    case 'stage':
      return span !== last && IN_STAGE_REASON.test(behind);
    case 'days':
      return COUNTED_ALONG.test(behind) || (hasStage && IN_REASON.test(behind));
    case 'key':
      return span.keys.length > 1 && IN_NAME_REASON.test(behind);
    case 'amount':
      return isValued && span.from < first && IN_AMOUNT_REASON.test(behind);
    case 'day':
      return TODAY.test(span.said);
    default:
      return false;
  }
}

/** 集計まで終わりました。完了です, S2-6は補正予算が通ったので: of one item, its name or its stage once more. */
function saidAgain(spans: readonly Span[], folded: string): (span: Span) => boolean {
  const keys = spans.filter((span) => span.kind === 'key');
  const isOne = new Set(keys.map((key) => key.keys.map(({ id }) => id).join())).size === 1;
  const last = spans.findLast((span) => span.kind === 'stage');
  return (span) => {
    if (!isOne) return false;
    if (span.kind === 'key') return span !== keys[0];
    if (span.kind !== 'stage' || span === last || span.stage !== last?.stage) return false;
    return /^\s*[。!\n]/u.test(folded.slice(span.to)) && !BARE.test(folded.slice(0, span.from));
  };
}

/** @param spans of a report, beside which anything else may have happened */
function piecesOf(
  firm: readonly Span[],
  spans: readonly Span[] | undefined,
  folded: string,
): readonly (Span & { readonly kind: 'around' })[] {
  const ends = [...firm, { kind: 'around' as const, from: folded.length, to: folded.length }];
  let at = 0;
  return ends.flatMap((span, place) => {
    const before = firm[place - 1];
    const pieces = told(
      folded.slice(at, span.from),
      at,
      before !== undefined && !['key', 'town', 'days'].includes(before.kind),
      spans,
    );
    at = span.to;
    return pieces;
  });
}

/** @param isBehind right behind a stage or a number: what goes on from there is said of it */
function told(
  text: string,
  from: number,
  isBehind: boolean,
  spans: readonly Span[] | undefined,
): (Span & { readonly kind: 'around' })[] {
  let at = 0;
  return (text.match(/[^。、!\n]*[。、!\n]*/gu) ?? []).flatMap((piece) => {
    const start = at;
    at += piece.length;
    if (piece === '' || (isBehind && start === 0 && GOES_ON.test(piece))) return [];
    if (!isCircumstance(piece) && !(spans && isApart(piece, isBehind && start === 0, spans, from + start))) return [];
    if (doubtIn(withoutBefore(piece)) !== undefined) return [];
    return [{ kind: 'around' as const, from: from + start, to: from + at }];
  });
}

/** A piece for itself that nothing was read in but what is no part of the report. */
function isApart(piece: string, isBehind: boolean, spans: readonly Span[], from: number): boolean {
  const isAsked = spans.some(
    ({ kind, ...span }) => kind === 'intent' && span.from < from + piece.length && span.to > from,
  );
  // A sentence of its own before anything is reported turns nothing round.
  const isBefore = /[。!\n]\s*$/u.test(piece) && !spans.some((span) => span.kind !== 'around' && span.from < from);
  return !isBehind && !isAsked && hasHappened(piece, isBefore);
}

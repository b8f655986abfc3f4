import { findKpi } from '../../../programme/catalogue.ts';
import { homeOf } from '../../../programme/member.ts';
import { kpisIn } from '../../../storage/progress.ts';
import type { TurnStart } from '../../turn.ts';
import { ID_WORDS, isGivenTo, type Key } from '../names/catalogue-names.ts';
import type { Sentence } from '../parts/sentence.ts';
import type { Span, SpanOf } from '../parts/span.ts';
import { keyOf } from '../text/fold.ts';

/** The least length of a part of a KPI's name that stands for it: 課数 and 件数 stand in too many sentences. */
const SHORTEST = 3;

/**
 * A name that several KPIs share, or that only one of another step has, means one of those that the person's own
 * municipality has: by their names, else by what is counted in them (修了者). An id is what it says.
 */
export async function withOwnKpis(sentence: Sentence, { who, store, programme }: TurnStart): Promise<Sentence> {
  const home = who && homeOf(who);
  const isNamed = sentence.spans.some(
    (span) => span.kind === 'key' && !isId(span, sentence) && kpisOf(span).length > 0,
  );
  if (home === undefined || !isNamed) return sentence;
  const found = await kpisIn(store, home, programme.fiscalYear);
  const own = new Set(found.map(({ value }) => value.kpi));
  if (own.size === 0) return sentence;
  const spans = sentence.spans.map(
    (span): Span => (span.kind === 'key' && !isId(span, sentence) ? narrowed(span, own, sentence) : span),
  );
  return { ...sentence, spans };
}

const kpisOf = ({ keys }: SpanOf<'key'>): readonly Key[] => keys.filter(({ kind }) => kind === 'kpi');

const isId = ({ from, to }: Span, { folded }: Sentence): boolean => folded.slice(from, to).replace(ID_WORDS, '') === '';

function narrowed(span: SpanOf<'key'> & Span, own: ReadonlySet<string>, { folded, plain }: Sentence): Span {
  const theirs = span.keys.filter(({ kind, id }) => kind === 'item' || own.has(id));
  const [only, ...others] = theirs;
  if (only && others.length === 0 && isGivenTo(only.id, plain.slice(span.from, span.to)))
    return { ...span, keys: theirs };
  // Of a shared name that leaves only one, it is still asked whether that one was meant.
  if (theirs.length > 0) return theirs.length > 1 ? { ...span, keys: theirs } : span;
  const said = keyOf(folded.slice(span.from, span.to));
  const counted = [...own].filter((id) => countedIn(id).some((part) => said.includes(part)));
  return counted.length > 0 ? { ...span, keys: counted.map((id) => ({ kind: 'kpi', id })) } : span;
}

/** What a rate counts, without its 数: 修了者, 対象職員. */
function countedIn(id: string): readonly string[] {
  const kpi = findKpi(id);
  const parts = kpi?.denominator === undefined ? [] : [kpi.numerator ?? '', kpi.denominator];
  return parts.map((part) => keyOf(part.replace(/数$/, ''))).filter((part) => part.length >= SHORTEST);
}

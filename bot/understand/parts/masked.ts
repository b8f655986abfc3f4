import type { Sentence } from './sentence.ts';
import type { Span } from './span.ts';

const SIGNS: Readonly<Partial<Record<Span['kind'], string>>> = {
  key: 'K',
  'unknown-id': 'K',
  town: 'T',
  stage: 'S',
  amount: 'A',
  fraction: 'A',
  day: 'D',
  days: 'D',
  time: 'D',
  url: 'U',
  meeting: 'M',
  step: 'P',
  year: '',
  around: '',
};

/** The sentence with a capital in place of everything that was read, for what else is said with it. */
export function masked({ folded }: Pick<Sentence, 'folded'>, spans: readonly Span[]): string {
  let text = '';
  let at = 0;
  for (const span of spans) {
    text += folded.slice(at, span.from);
    // 変更ありません has a negation in it that is none.
    const isKept = span.kind === 'intent' && !span.whole;
    text += isKept ? folded.slice(span.from, span.to) : (SIGNS[span.kind] ?? 'I');
    at = span.to;
  }
  return text + folded.slice(at);
}

/** What stands between the parts that were read. */
export function gapsIn(
  { folded, plain }: Sentence,
  spans: readonly Span[],
): readonly { readonly folded: string; readonly plain: string }[] {
  const ends = [{ from: 0, to: 0 }, ...spans, { from: folded.length, to: folded.length }];
  return ends.slice(1).map(({ from }, at) => {
    const start = ends[at]?.to ?? 0;
    return { folded: folded.slice(start, from), plain: plain.slice(start, from) };
  });
}

import { type Found, type Lexicon, namesIn } from '../names/lexicon.ts';

type At = { readonly from: number; readonly to: number };

/** What has been read of a text so far: every sign is read once, by whoever comes first. */
export type Marks<S> = {
  /** Reads every match of a pattern that is still free; `as` may decline. */
  match(pattern: RegExp, as: (said: string, groups: readonly string[], from: number) => S | undefined): void;
  /** Reads every name of a lexicon that is still free. */
  names<T>(lexicon: Lexicon<T>, as: (found: Found<T>) => S | undefined): void;
  /** In order, none over another. */
  inOrder(): (S & At)[];
};

/** @param plain what is shown, @param folded what is compared; sign by sign the same text */
export function createMarks<S>(plain: string, folded: string): Marks<S> {
  const taken = new Array<boolean>(folded.length).fill(false);
  const spans: (S & At)[] = [];
  const isFree = (at: number) => !taken[at];
  const take = (span: S | undefined, from: number, to: number) => {
    if (span === undefined || taken.slice(from, to).some(Boolean)) return;
    taken.fill(true, from, to);
    spans.push({ ...span, from, to });
  };
  return {
    match(pattern, as) {
      for (const found of folded.matchAll(pattern)) {
        const to = found.index + found[0].length;
        if (to > found.index) take(as(plain.slice(found.index, to), found.slice(1), found.index), found.index, to);
      }
    },
    names(lexicon, as) {
      for (const found of namesIn(folded, lexicon, isFree)) take(as(found), found.from, found.to);
    },
    inOrder: () => spans.toSorted((a, b) => a.from - b.from),
  };
}

import type { Day } from '../../programme/day.ts';

/** What was said, in the plainest words; nothing of the product's model is in it. A scope is its place, narrowest first. */
export type Said =
  | ({ readonly what: 'yes' | 'no' } & SaidOfText)
  | { readonly what: 'prefecture-yes'; readonly town: string; readonly scope: number; readonly number: number }
  | { readonly what: 'prefecture-no'; readonly town: string; readonly number: number | 'all' };
type SaidOfText = {
  readonly town: string;
  readonly text: string;
  readonly scope: number;
  readonly until: Day | undefined;
};

type Question = { readonly town: string; readonly text: string; readonly scope: number; readonly day: Day };

/** Whether a text of a town may be seen in a scope: what was said last of each thing counts, told from the start every time. */
export function allowed(said: readonly Said[], { town, text, scope, day }: Question): boolean {
  const isConsented = said.some(
    (each, at) =>
      each.what === 'yes' &&
      each.town === town &&
      each.text === text &&
      each.scope >= scope &&
      (each.until === undefined || each.until >= day) &&
      !said.some((no, later) => later > at && no.what === 'no' && isSameText(no, each)),
  );
  return isConsented && (scope === 0 || isApproved(said, town, scope));
}

const isSameText = (a: SaidOfText, b: SaidOfText): boolean =>
  a.town === b.town && a.text === b.text && a.scope === b.scope && a.until === b.until;

const isApproved = (said: readonly Said[], town: string, scope: number): boolean =>
  said.some(
    (each, at) =>
      each.what === 'prefecture-yes' &&
      each.town === town &&
      each.scope >= scope &&
      !said.some(
        (no, later) =>
          later > at &&
          no.what === 'prefecture-no' &&
          no.town === town &&
          (no.number === 'all' || no.number === each.number),
      ),
  );

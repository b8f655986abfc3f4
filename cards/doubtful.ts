import type { Inputs } from '../programme/input-meta.ts';
import { type Ask, type Button, buttons, type Card, facts, offering, text } from './card.ts';
import { type ReviewLine, reviewNodes } from './confirm-report.ts';
import { never, understoodFacts } from './understood.ts';

export type Doubtful = {
  readonly ask: Ask;
  /** What the command takes. */
  readonly inputs: Inputs;
  /** What the command is called. */
  readonly says: string;
  /** Why it was not simply done. */
  readonly why: string;
  readonly townName: (code: string) => string;
  readonly notes: readonly string[];
  /** Where somebody looks instead, when what they said was not a report. */
  readonly view?: Button | undefined;
  /** What it would change, and the ask that says yes to all of it. */
  readonly review?: { readonly lines: readonly ReviewLine[]; readonly yes: Ask } | undefined;
};

/** Said by before → after, where that is shown. */
const NEW_VALUES: readonly string[] = ['段階', '値'];

/** What was understood, why it was not done, and a button that does it if it was meant. */
export function doubtfulCard({ ask, inputs, says, why, townName, notes, review, view }: Doubtful): Card {
  const lines = review?.lines ?? [];
  const shown = new Set([...(lines.length > 0 ? NEW_VALUES : []), ...lines.map(({ what }) => what)]);
  const read = understoodFacts(ask, inputs, townName);
  const rest = read.filter(([label]) => !shown.has(label));
  return offering(
    'このことですか',
    `${says}: ${read.map(([, value]) => value).join('、')}。${why}まだ記録していません。`,
    text(`「${says}」と読み取りました。${why}まだ記録していません。`),
    rest.length > 0 ? facts(...rest) : [],
    reviewNodes(lines),
    notes.map((note) => text(note, 'quiet')),
    buttons({ label: `はい、${says}`, ask: review?.yes ?? ask, look: 'primary' }, ...(view ? [view] : []), never),
  );
}

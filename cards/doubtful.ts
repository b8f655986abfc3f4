import type { CommandName } from '../programme/asks.ts';
import { type Ask, buttons, type Card, facts, offering, text } from './card.ts';
import { never, understoodFacts, viewButton } from './understood.ts';

export type Doubtful = {
  readonly ask: Ask & { readonly command: CommandName };
  /** What the command is called. */
  readonly says: string;
  /** Why it was not simply done. */
  readonly why: string;
  readonly townName: (code: string) => string;
  readonly notes: readonly string[];
};

/** What was understood, why it was not done, and a button that does it if it was meant. */
export function doubtfulCard({ ask, says, why, townName, notes }: Doubtful): Card {
  const read = understoodFacts(ask.input, townName);
  const view = viewButton(ask.command, ask.input);
  return offering(
    'このことですか',
    `${says}: ${read.map(([, value]) => value).join('、')}。${why}まだ記録していません。`,
    text(`「${says}」と読み取りました。${why}まだ記録していません。`),
    read.length > 0 ? facts(...read) : [],
    notes.map((note) => text(note, 'quiet')),
    buttons({ label: `はい、${says}`, ask, look: 'primary' }, ...(view ? [view] : []), never),
  );
}

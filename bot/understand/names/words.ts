import type { CommandName } from '../../../programme/asks.ts';
import type { Command } from '../../command.ts';
import { keyOf } from '../text/fold.ts';
import { catalogueNames, type Key } from './catalogue-names.ts';
import { idsInKana } from './kana-ids.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';
import { stageNames } from './stage-words.ts';

/** What a word of the programme stands for, whoever says it. */
export type Meaning =
  | Key
  | { readonly kind: 'stage'; readonly stage: string }
  /** `whole`: a negation in the word is none. */
  | { readonly kind: 'intent'; readonly command: CommandName; readonly whole: boolean };

/** A word of a command that is said of nothing else; shorter ones are ordinary words as well. */
const LONG = 4;

/** Items, KPIs, stages and what can be asked; of two commands with the same word the one that wins. */
export function lexiconFor(commands: readonly Command[]): Lexicon<Meaning> {
  const spoken = commands.map(({ name, says, spoken: { words = [], wins = 0, whole = false } = {} }) => ({
    ...{ name, wins, whole },
    words: [...says.filter((word) => keyOf(word).length >= LONG), ...words],
  }));
  return lexiconOf<Meaning>([
    ...catalogueNames,
    ...idsInKana(),
    ...stageNames.map(([name, stage]) => [name, { kind: 'stage', stage }] as const),
    ...spoken
      .toSorted((a, b) => b.wins - a.wins)
      .flatMap(({ name, words, whole }) =>
        words.map((word) => [word, { kind: 'intent', command: name, whole }] as const),
      ),
  ]);
}

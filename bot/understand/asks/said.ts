import type { CommandName } from '../../../programme/asks.ts';
import type { Said } from '../../inputs/spoken.ts';
import { doubtIn } from '../doubt/doubt.ts';
import { gapsIn, masked } from '../parts/masked.ts';
import type { Sentence } from '../parts/sentence.ts';
import type { Span } from '../parts/span.ts';
import { unreadIn } from '../text/fluff.ts';

/** A sentence as a command reads it that has its own way. */
export function saidOf(command: CommandName, sentence: Sentence, spans: readonly Span[]): Said {
  const own = spans.filter((span) => span.kind === 'intent' && span.command === command);
  const read = spans.filter((span) => span === own[0] || span.kind !== 'intent');
  return {
    typed: sentence.typed,
    clauses: (beside) =>
      gapsIn(sentence, beside === 'own words' ? own : read).map(({ folded, plain }) => ({
        plain,
        unread: unreadIn(folded, 'ask', []),
      })),
    doubt(without) {
      const text = masked(sentence, spans);
      return doubtIn(without === undefined ? text : text.replace(without, ''));
    },
  };
}

import type { Ask } from '../../../cards/card.ts';
import type { Command, Review } from '../../command.ts';
import { decide } from '../../decide.ts';
import type { TurnStart } from '../../turn.ts';

/**
 * What a report that is in doubt would change, so that its 「はい」 is said to before → after and nothing is asked a
 * second time. Undefined where something is missing, refused anyway, or nothing is changed.
 */
export async function reviewed(
  asked: Ask,
  commands: readonly Command[],
  start: TurnStart,
): Promise<Review | undefined> {
  const decision = await decide(asked, commands, start);
  if (decision.kind !== 'ready' && decision.kind !== 'confirmation') return undefined;
  const { command, input, turn } = decision;
  const review = await command.review?.(input, turn);
  return review && review.lines.length > 0 ? review : undefined;
}

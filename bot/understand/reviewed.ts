import type { Ask } from '../../cards/card.ts';
import { Refusal } from '../../programme/refusal.ts';
import type { Command, Review, Turn, TurnStart } from '../command.ts';
import { aboutMunicipality } from '../municipality.ts';

/**
 * What a report that is in doubt would change, so that its 「はい」 is said to before → after and nothing is asked a
 * second time. Undefined where something is missing, refused anyway, or nothing is changed.
 */
export async function reviewed(command: Command, asked: Ask, start: TurnStart): Promise<Review | undefined> {
  if (!command.review) return undefined;
  try {
    const { municipality } = await aboutMunicipality(command, asked, start);
    const parsed = command.input.safeParse({ ...asked.input, municipality: municipality?.code });
    if (!municipality || !parsed.success || (command.check?.(parsed.data) ?? []).length > 0) return undefined;
    // Reviewing looks only; it is given no way to write.
    const review = await command.review(parsed.data, { ...start, municipality } as unknown as Turn);
    return review && review.lines.length > 0 ? review : undefined;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

import type { Change } from '../../../../cards/card.ts';
import { drawText, type Element } from './text.ts';

export function drawChanges(changes: readonly Change[]): Element[] {
  return changes.flatMap(({ what, before, after }) => [
    drawText(what, 'strong'),
    drawText(before === undefined ? after : `${before} → ${after}`, 'plain'),
  ]);
}

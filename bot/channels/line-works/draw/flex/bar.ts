import type { FlexBox } from '../../message.ts';
import { column, LINE_COLOUR } from './paint.ts';

const HEIGHT = '10px';
const FILLER = { type: 'filler' } as const;

/** A share above zero is never drawn as an empty bar, and one below the whole never as a full one. */
export function bar(share: number, color: `#${string}`): FlexBox {
  const percent = share <= 0 ? 0 : share >= 1 ? 100 : Math.min(98, Math.max(2, Math.round(share * 100)));
  const filled = column([FILLER], { width: `${percent}%`, height: HEIGHT, backgroundColor: color, cornerRadius: 'md' });
  return column([percent === 0 ? FILLER : filled], {
    height: HEIGHT,
    backgroundColor: LINE_COLOUR,
    cornerRadius: 'md',
  });
}

/** A bar that stands in the middle of a line of text beside it. */
export function barInLine(share: number, color: `#${string}`, flex: number): FlexBox {
  return column([FILLER, bar(share, color), FILLER], { flex });
}

import { limits, type TextContent } from '../message.ts';
import { asTyped } from './as-typed.ts';
import { wholeSigns } from './shorten.ts';

/** Text as messages: one where it fits, else parted at line ends, and within a line only where that alone is too long. */
export function textMessages(text: string): TextContent[] {
  return pieces(asTyped(text), limits.text).map((piece) => ({ type: 'text', text: piece }));
}

function pieces(text: string, most: number): string[] {
  const found: string[] = [];
  let rest = text.trim();
  while (rest.length > most) {
    const end = endWithin(rest, most);
    found.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return [...found, rest];
}

/** After the last blank line, line or sentence that fits. */
function endWithin(text: string, most: number): number {
  const fits = text.slice(0, most);
  for (const sign of ['\n\n', '\n', '。']) {
    const at = fits.lastIndexOf(sign);
    if (at > most / 2) return at + sign.length;
  }
  const line = fits.lastIndexOf('\n');
  return line > 0 ? line + 1 : wholeSigns(fits).length;
}

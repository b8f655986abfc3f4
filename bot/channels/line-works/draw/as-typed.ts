import { withoutDirection } from '../../../../programme/written.ts';

const ZERO_WIDTH = '\u200B';

/**
 * Makes text that people wrote safe wherever LINE WORKS reads it: `<m userId="…">` would call a person, or all of the
 * room. A zero-width space parts the tag; the reader sees what was typed. `<memo>` too, which shortening may cut.
 */
export function asTyped(text: string): string {
  return withoutDirection(text).replace(/<(?=\s*\/?\s*m)/gi, `<${ZERO_WIDTH}`);
}

const ZERO_WIDTH = '\u200B';

/**
 * Makes text that people wrote safe wherever LINE WORKS reads it: `<m userId="…">` would call a person, or all of the
 * room. A zero-width space parts the tag; the reader sees what was typed.
 */
export function asTyped(text: string): string {
  return text.replace(/<(?=\s*\/?\s*m(?![A-Za-z0-9]))/gi, `<${ZERO_WIDTH}`);
}

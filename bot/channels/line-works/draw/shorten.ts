const MORE = '…';

/** At most so many UTF-16 units in one line; what does not fit is seen to be missing. No sign is cut in two. */
export function shorten(text: string, most: number): string {
  const line = text.replace(/\s*[\r\n]+\s*/g, ' ').trim();
  if (line.length <= most) return line;
  return wholeSigns(line.slice(0, most - MORE.length)).trimEnd() + MORE;
}

/** Without half a surrogate pair at the end. */
export function wholeSigns(text: string): string {
  return /[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text;
}

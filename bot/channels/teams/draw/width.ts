/** About how many pixels text takes in Teams: 14 for a Japanese character, 8 for a Latin one. */
export function pixels(text: string): number {
  return [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 0x100 ? 8 : 14), 0);
}

/** A column for these labels: as wide as the longest, which wraps where it would leave no room for the values. */
export function labelColumn(labels: readonly string[]): `${number}px` {
  return `${Math.min(112, Math.max(28, ...labels.map(pixels)))}px`;
}

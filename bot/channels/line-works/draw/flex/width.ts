/** Signs in a line, a Japanese one as two. */
export function width(text: string): number {
  return [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 0x100 ? 1 : 2), 0);
}

/**
 * A workbook writes a character that XML cannot hold as `_xHHHH_`, and an underscore that would be taken for the
 * beginning of one as `_x005F_`. What is written through `escaped` and read through `unescaped` is the same text.
 */
const CHARACTER = /_x([0-9a-f]{4})_/gi;
const MISTAKABLE = /_(?=x[0-9a-f]{4}_)/gi;

export function unescaped(text: string): string {
  return text.replace(CHARACTER, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

export function escaped(text: string): string {
  return text.replace(MISTAKABLE, '_x005F_');
}

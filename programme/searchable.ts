/** What is compared where a word is looked for: in one width and one case, and ひらがな for カタカナ. */
export const searchable = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x60));

/** The words that are looked for; all of them have to be there. */
export const wordsSought = (text: string | undefined): readonly string[] =>
  searchable(text ?? '')
    .split(/[\s、・,]+/)
    .filter((word) => word !== '');

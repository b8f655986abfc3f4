/** What a number in a text may be that is not to be kept without somebody having meant it. */
export type PrivateNumber = 'twelve digits' | 'telephone';

export const privateNumberNames: Readonly<Record<PrivateNumber, string>> = {
  'twelve digits': '12桁の数字（マイナンバーかもしれません）',
  telephone: '電話番号',
};

const DASH = '[-‐‑–−ー\\s]?';
const TWELVE = new RegExp(`(?<!\\d)\\d{4}${DASH}\\d{4}${DASH}\\d{4}(?!\\d)`);
const TELEPHONE = /(?<!\d)(?:\+81[-\s]?\(?0?\)?|\(?0)\d{1,4}\)?[-‐‑–−ー\s(]?\d{1,4}\)?[-‐‑–−ー\s]?\d{3,4}(?!\d)/g;

/** The first of them in any of these texts, in whatever width it was typed; undefined where there is none. */
export function privateNumberIn(texts: readonly (string | undefined)[]): PrivateNumber | undefined {
  const plain = texts.map((text) => (text ?? '').normalize('NFKC'));
  if (plain.some((text) => TWELVE.test(text))) return 'twelve digits';
  const found = plain.flatMap((text) => [...text.matchAll(TELEPHONE)].map(([said]) => said.replace(/^\+81/, '0')));
  return found.some((said) => isTelephone(said.replace(/\D/g, '').replace(/^00/, '0'))) ? 'telephone' : undefined;
}

/** 10 digits of a place, 11 of a mobile one. */
const isTelephone = (digits: string): boolean => /^0\d{9}$/.test(digits) || /^0[5789]0\d{8}$/.test(digits);

/** The text with every such number struck out, for what has to be passed on before anybody can be asked. */
export function withoutPrivateNumbers(text: string): string {
  if (privateNumberIn([text]) === undefined) return text;
  const plain = text.normalize('NFKC').replace(new RegExp(TWELVE, 'g'), STRUCK_OUT);
  return plain.replace(TELEPHONE, (said) => (privateNumberIn([said]) === undefined ? said : STRUCK_OUT));
}

const STRUCK_OUT = '●●●';

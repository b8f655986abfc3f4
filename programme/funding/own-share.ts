/** A number that a rate is, as a part of one: 1/2, 0.7, 50%; undefined for anything that says more than that. */
export function plainRate(rate: string): number | undefined {
  const plain = rate.normalize('NFKC').replace(/\s/g, '');
  const fraction = /^(\d{1,3})\/(\d{1,3})$/.exec(plain);
  const value = fraction ? Number(fraction[1]) / Number(fraction[2]) : numberIn(plain);
  return value !== undefined && value > 0 && value <= 1 ? value : undefined;
}

function numberIn(plain: string): number | undefined {
  const percent = /^(\d{1,3}(?:\.\d+)?)%$/.exec(plain);
  if (percent) return Number(percent[1]) / 100;
  return /^[01](?:\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/** Anything that is only a number, whatever its sign, its unit and its size. */
const ONLY_A_RATE = /^[-−▲+]?\d+(?:\.\d+)?(?:%|割|\/[-−]?\d+(?:\.\d+)?)?$/u;
const ONLY_AN_AMOUNT = /^[-−▲+]?\d+(?:\.\d+)?(?:[千万億]?円?)$/u;

/** What is wrong with a 率 that is a number and no part of one; a sentence may say more than a number. */
export function rateTrouble(said: string): string | undefined {
  const plain = said.normalize('NFKC').replace(/\s/g, '');
  if (!ONLY_A_RATE.test(plain) || plainRate(plain) !== undefined) return undefined;
  return '率は、0より大きく1以下の数を「1/2」「0.5」「50%」のように書くか、文で書いてください。';
}

/** What is wrong with a 上限 that is a number and no amount: below nothing, or of nobody knows what. */
export function capTrouble(said: string): string | undefined {
  const plain = said.normalize('NFKC').replace(/[\s,]/g, '');
  if (!ONLY_AN_AMOUNT.test(plain)) return undefined;
  const cap = plainCap(plain);
  if (typeof cap === 'number' && cap > 0) return undefined;
  return '上限は、「1億円」「500万円」のように単位まで書くか、「なし」か、文で書いてください。';
}

const UNITS: Readonly<Record<string, number>> = { 千円: 1, 万円: 10, 億円: 100_000 };

/** What a limit is in 千円: `none` where there is said to be none, undefined where nothing is said or more than an amount. */
export function plainCap(cap: string): number | 'none' | undefined {
  const plain = cap.normalize('NFKC').replace(/[\s,]/g, '');
  if (plain === 'なし' || plain === '上限なし') return 'none';
  const found = /^(?:上限)?(\d+(?:\.\d+)?)(千円|万円|億円)$/.exec(plain);
  return found ? Math.round(Number(found[1]) * (UNITS[found[2] ?? ''] ?? 0)) : undefined;
}

/**
 * 一般財源負担 of what is spent once, in 千円: what a confirmed plain rate leaves, rounded up. Running costs are not
 * reckoned: whether anything pays for them is said nowhere in a rate.
 */
export function ownShare(initialCost: number, rate: string, cap: string): number | undefined {
  const part = plainRate(rate);
  const limit = plainCap(cap);
  if (part === undefined || limit === undefined) return undefined;
  // A fraction such as 2/3 of a whole amount is whole where it should be, whatever the floating point says.
  const paid = Math.floor(initialCost * part + 1e-9);
  return initialCost - (limit === 'none' ? paid : Math.min(paid, limit));
}

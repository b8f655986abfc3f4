/** What a text says of a sum of money in 千円; `ask`: what to write, where it may mean several or none. */
export type CostSaid = { readonly thousands: number } | { readonly ask: string };

/** Yen that each word for money stands for. */
const YEN: Readonly<Record<string, number>> = {
  円: 1,
  千円: 1_000,
  万円: 10_000,
  百万円: 1_000_000,
  億円: 100_000_000,
  // Nobody counts thousands of yen in these.
  万: 10_000,
  百万: 1_000_000,
  億: 100_000_000,
};
const SAID = /^(?:(\d+)億)?(\d+(?:\.\d+)?)(千円|百万円?|万円?|億円?|円)?$/;
const OKU = 100_000_000;
/** 10億円: from here on a bare number is more likely one of yen. */
const LIKELY_YEN = 1_000_000;

export const thousandsText = (thousands: number): string => `${thousands.toLocaleString('ja-JP')}千円`;

/**
 * 1,200 and 1200千円 as they are; 120万円, 480万, 1億2000万円 and 1200000円 are plainly of yen and converted. A bare number that is rather one of yen,
 * a part of a thousand, and anything else is asked about.
 */
export function thousandsSaid(text: string): CostSaid {
  const plain = text
    .normalize('NFKC')
    .replace(/[,、\s]/g, '')
    .replace(/^年額?|(?:\/年|です)$/g, '');
  const [found, oku, number = '', unit] = SAID.exec(plain) ?? [];
  if (found === undefined || (oku !== undefined && !unit?.startsWith('万')))
    return { ask: '千円単位の数字（例: 1,200）か、「120万円」のように書いてください' };
  if (unit === undefined && Number(number) >= LIKELY_YEN) {
    return { ask: `「${text.trim()}」は円ですか、千円ですか。「${number}円」か「${number}千円」と書いてください` };
  }
  const yen = Math.round((Number(oku ?? 0) * OKU + Number(number) * (YEN[unit ?? '千円'] ?? 0)) * 1000) / 1000;
  if (yen % 1000 !== 0)
    return {
      ask: `千円未満の端数があります。千円単位に丸めて、「${Math.ceil(yen / 1000)}千円」のように書いてください`,
    };
  return { thousands: yen / 1000 };
}

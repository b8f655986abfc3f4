import type { Card } from '../../cards/card.ts';
import { samples } from '../../cards/samples.ts';

/** Chat products whose pictures are taken. */
export type Product = 'teams' | 'line-works';

export type Picture = { readonly name: string; readonly png: Buffer };

export const FOLDER = '.cache/cards';
/** A phone. */
export const PHONE = 400;

export function sampleOf(name: string): Card {
  const sample = samples[name];
  if (!sample) throw new Error(`no sample ${name}`);
  return sample();
}

export function pictureName(name: string, product: Product, width: number, theme: string): string {
  return `${name}-${product}-${width}-${theme}`;
}

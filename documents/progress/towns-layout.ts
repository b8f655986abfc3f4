/** How a municipality is laid out; the more there are, the less each shows. */
export type Layout = {
  readonly columns: number;
  readonly height: number;
  /** Of the name and of the figure below it. */
  readonly name: number;
  readonly figure: number;
  /** `apart`: from the left of one to the left of the next. */
  readonly bar: { readonly width: number; readonly height: number; readonly apart: number };
  readonly curve: boolean;
  /** How large it is painted. */
  readonly scale: number;
};

const WIDE: Layout = {
  columns: 3,
  height: 150,
  name: 26,
  figure: 24,
  bar: { width: 24, height: 44, apart: 29 },
  curve: true,
  scale: 1,
};
const USUAL: Layout = {
  columns: 4,
  height: 120,
  name: 24,
  figure: 22,
  bar: { width: 18, height: 36, apart: 23 },
  curve: true,
  scale: 0.8,
};
const DENSE: Layout = {
  columns: 5,
  height: 53,
  name: 20,
  figure: 18,
  bar: { width: 11, height: 20, apart: 14 },
  curve: false,
  scale: 0.6,
};

/** @param small where much else stands beside it */
export const townsLayoutOf = (towns: number, small: boolean): Layout =>
  small && towns > 12 ? DENSE : towns <= 12 ? WIDE : towns <= 28 ? USUAL : DENSE;

/** The size at which words stand in so many pixels; a sign of ASCII takes a little more than half of another. */
export function fitted(said: string, size: number, room: number): number {
  const signs = [...said].reduce((sum, sign) => sum + (sign < '\u0100' ? 0.62 : 1), 0);
  return Math.min(size, Math.floor((room / signs) * 10) / 10);
}

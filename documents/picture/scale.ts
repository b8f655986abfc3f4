/** Even steps of 1, 2 or 5 times a power of ten that hold everything from `low` to `high`; about so many of them. */
export function evenSteps(low: number, high: number, about: number): readonly number[] {
  const span = high > low ? high - low : Math.abs(high) || 1;
  const rough = span / about;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((times) => times * power >= rough) ?? 10);
  const [from, to] = [Math.floor(low / step), Math.ceil((high > low ? high : low + span) / step)];
  return Array.from({ length: to - from + 1 }, (_, at) => clean((from + at) * step));
}

/** Without what is left of a fraction in binary: 0.30000000000000004 is 0.3. */
const clean = (value: number): number => Number(value.toPrecision(12));

/** From a range of values to a range of pixels. */
export const between =
  (values: readonly [number, number], pixels: readonly [number, number]) =>
  (value: number): number => {
    const share = values[1] === values[0] ? 0 : (value - values[0]) / (values[1] - values[0]);
    return pixels[0] + share * (pixels[1] - pixels[0]);
  };

const figures = (most: number) => new Intl.NumberFormat('ja-JP', { maximumFractionDigits: most });
/** By how many digits behind the point; made once, for making one takes longer than what it is made for. */
const FIGURES = { 1: figures(1), 2: figures(2) };

/** 1,204・1,200万・3.4億: short enough for an axis. */
export function shortFigure(value: number): string {
  const [size, sign] = [Math.abs(value), value < 0 ? '−' : ''];
  const said = (number: number, most: 1 | 2 = 1) => sign + FIGURES[most].format(number);
  if (size >= 1e12) return `${said(size / 1e12)}兆`;
  if (size >= 1e8) return `${said(size / 1e8)}億`;
  if (size >= 1e5) return `${said(size / 1e4)}万`;
  return said(size, size < 10 ? 2 : 1);
}

/**
 * The colours of a picture, on white. Each stands out on white by itself (4.5 : 1 and more for what is read), and none
 * says anything alone: a shape, a word or a figure beside it says the same.
 */
export const colours = {
  white: '#ffffff',
  ink: '#1f2933',
  grey: '#5f6b76',
  blue: '#0b5cad',
  red: '#b3261e',
  /** Behind other things: lines and grounds. */
  faint: '#d9dee3',
  paleBlue: '#dbe8f6',
  paleRed: '#fbe3e1',
} as const;
export type Colour = keyof typeof colours;

type Rgb = readonly [number, number, number];

/** How much of a colour is left at an edge that lies between it and white: a third step costs a quarter in size. */
const EDGES = [1, 0.5] as const;

/** At most sixteen colours, so that a point takes four bits: what is drawn with, and what lies between that and white. */
export const palette: readonly Rgb[] = [
  ...(['white', 'faint', 'paleBlue', 'paleRed'] as const).map((name) => rgbOf(colours[name])),
  ...(['ink', 'grey', 'blue', 'red'] as const).flatMap((name) => EDGES.map((share) => faded(name, share))),
];

function rgbOf(hex: string): Rgb {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return [r ?? 0, g ?? 0, b ?? 0];
}

function faded(name: Colour, share: number): Rgb {
  const [r, g, b] = rgbOf(colours[name]).map((part) => Math.round(255 - (255 - part) * share));
  return [r ?? 0, g ?? 0, b ?? 0];
}

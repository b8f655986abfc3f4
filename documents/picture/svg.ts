import { type Colour, colours } from './colours.ts';

/** A part of a picture, as SVG. Made by the functions of this file only, so that nothing in it is unescaped. */
export type SvgPart = string & { readonly svg?: never };

/** Pixels of the picture, which is shown at half its size on a phone. */
export type Spot = { readonly x: number; readonly y: number };

type WordLook = {
  readonly size: number;
  readonly colour?: Colour;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly bold?: true;
};

const FAMILY = 'BIZ UDPGothic';

type Sheet = { readonly width: number; readonly height: number };

/** The whole picture on white. @param scale how large it is painted: what is full is painted smaller, to stay light */
export function svgPicture({ width, height }: Sheet, parts: readonly SvgPart[], scale = 1): string {
  const size = `width="${Math.round(width * scale)}" height="${Math.round(height * scale)}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${width} ${height}" font-family="${FAMILY}">`,
    svgBox({ x: 0, y: 0 }, { width, height }, 'white'),
    ...parts,
    '</svg>',
  ].join('\n');
}

/** Words whose line stands at `y`. */
export function svgWords(said: string, { x, y }: Spot, look: WordLook): SvgPart {
  const { size, colour = 'ink', anchor = 'start', bold } = look;
  const weight = bold ? ' font-weight="700"' : '';
  const where = `x="${round(x)}" y="${round(y)}" font-size="${size}" text-anchor="${anchor}"${weight}`;
  return `<text ${where} fill="${colours[colour]}">${escaped(said)}</text>`;
}

export function svgBox(
  { x, y }: Spot,
  { width, height }: { readonly width: number; readonly height: number },
  fill: Colour,
  outline?: Colour,
): SvgPart {
  const line = outline === undefined ? '' : ` stroke="${colours[outline]}" stroke-width="2"`;
  const size = `width="${round(width)}" height="${round(height)}"`;
  return `<rect x="${round(x)}" y="${round(y)}" ${size} fill="${colours[fill]}"${line} shape-rendering="crispEdges"/>`;
}

type LineLook = { readonly colour: Colour; readonly width: number; readonly dashes?: string };

/** A line through these spots; one spot alone is no line. */
export function svgLine(spots: readonly Spot[], { colour, width, dashes }: LineLook): SvgPart {
  if (spots.length < 2) return '';
  const points = spots.map(({ x, y }) => `${round(x)},${round(y)}`).join(' ');
  const look = `stroke="${colours[colour]}" stroke-width="${width}" stroke-linejoin="round"`;
  return `<polyline points="${points}" fill="none" ${look}${dashes ? ` stroke-dasharray="${dashes}"` : ''}/>`;
}

/** What a mark looks like without its colour. */
export type MarkShape = 'circle' | 'ring' | 'triangle' | 'square' | 'diamond' | 'dash';

/** A mark of this radius around a spot. */
export function svgMark(shape: MarkShape, { x, y }: Spot, radius: number, colour: Colour): SvgPart {
  const at = (dx: number, dy: number) => `${round(x + dx * radius)},${round(y + dy * radius)}`;
  const filled = `fill="${colours[colour]}"`;
  const polygon = (...corners: readonly string[]) => `<polygon points="${corners.join(' ')}" ${filled}/>`;
  switch (shape) {
    case 'circle':
      return `<circle cx="${round(x)}" cy="${round(y)}" r="${radius}" ${filled}/>`;
    case 'ring':
      return `<circle cx="${round(x)}" cy="${round(y)}" r="${radius - 1.5}" fill="${colours.white}" stroke="${colours[colour]}" stroke-width="3"/>`;
    case 'triangle':
      return polygon(at(0, -1), at(1, 0.8), at(-1, 0.8));
    case 'square':
      return polygon(at(-0.9, -0.9), at(0.9, -0.9), at(0.9, 0.9), at(-0.9, 0.9));
    case 'diamond':
      return polygon(at(0, -1.1), at(1.1, 0), at(0, 1.1), at(-1.1, 0));
    case 'dash':
      return polygon(at(-1, -0.25), at(1, -0.25), at(1, 0.25), at(-1, 0.25));
  }
}

const round = (value: number): number => Math.round(value * 10) / 10;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** What XML cannot hold. */
const UNHEARD = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const escaped = (said: string): string => said.replace(UNHEARD, '').replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? '');

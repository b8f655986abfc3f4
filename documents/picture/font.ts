/** A sign as the font draws it, in units of the font, upwards: how far it takes the line, and its outline as an SVG path. */
type Glyph = { readonly advance: number; readonly outline: string };

/** A TrueType font, read as far as lines of Japanese need it: no kerning, no ligatures, no hinting. */
export type Font = { readonly unitsPerEm: number; glyph(sign: string): Glyph };

type Point = { readonly x: number; readonly y: number; readonly onCurve: boolean };
type Contours = readonly (readonly Point[])[];

/** Parts within parts are no deeper in any font; a circle of them ends. */
const DEEPEST = 6;

/** @param bytes of a .ttf with `glyf` outlines and a `cmap` of format 4 */
export function readFont(bytes: Buffer): Font {
  const table = tablesOf(bytes);
  const [head, hhea, hmtx, loca, glyf] = [table('head'), table('hhea'), table('hmtx'), table('loca'), table('glyf')];
  const isLong = head.readInt16BE(50) === 1;
  const measured = hhea.readUInt16BE(34);
  const idOf = characterMap(table('cmap'));
  const known = new Map<string, Glyph>();

  const dataOf = (id: number): Buffer => {
    const at = (index: number) => (isLong ? loca.readUInt32BE(index * 4) : loca.readUInt16BE(index * 2) * 2);
    return glyf.subarray(at(id), at(id + 1));
  };
  const contoursOf = (id: number, depth = 0): Contours => {
    const data = dataOf(id);
    if (data.length === 0 || depth > DEEPEST) return [];
    return data.readInt16BE(0) >= 0 ? simpleContours(data) : partsOf(data).flatMap((part) => moved(part, depth));
  };
  const moved = ({ id, dx, dy }: Part, depth: number): Contours =>
    contoursOf(id, depth + 1).map((contour) =>
      contour.map((point) => ({ ...point, x: point.x + dx, y: point.y + dy })),
    );

  return {
    unitsPerEm: head.readUInt16BE(18),
    glyph(sign) {
      const found = known.get(sign);
      if (found) return found;
      const id = idOf(sign.codePointAt(0) ?? 0);
      const advance = hmtx.readUInt16BE(Math.min(id, measured - 1) * 4);
      const made = { advance, outline: contoursOf(id).map(pathOf).join('') };
      known.set(sign, made);
      return made;
    },
  };
}

function tablesOf(bytes: Buffer): (tag: string) => Buffer {
  const places = new Map<string, Buffer>();
  for (let at = 12, left = bytes.readUInt16BE(4); left > 0; left--, at += 16) {
    const [from, length] = [bytes.readUInt32BE(at + 8), bytes.readUInt32BE(at + 12)];
    places.set(bytes.toString('latin1', at, at + 4), bytes.subarray(from, from + length));
  }
  return (tag) => {
    const found = places.get(tag);
    if (!found) throw new Error(`the font has no ${tag}`);
    return found;
  };
}

/** Code points of the basic plane to glyphs; 0, the box for what is missing, for any other. */
function characterMap(cmap: Buffer): (code: number) => number {
  const tables = Array.from({ length: cmap.readUInt16BE(2) }, (_, at) => cmap.subarray(cmap.readUInt32BE(8 + at * 8)));
  const map = tables.find((each) => each.readUInt16BE(0) === 4);
  if (!map) throw new Error('the font has no character map that is read');
  const twice = map.readUInt16BE(6);
  const [ends, starts, deltas, ranges] = [14, 16 + twice, 16 + twice * 2, 16 + twice * 3];
  const idIn = (at: number, code: number): number => {
    const start = map.readUInt16BE(starts + at);
    if (code < start) return 0;
    const [delta, range] = [map.readUInt16BE(deltas + at), map.readUInt16BE(ranges + at)];
    if (range === 0) return (code + delta) & 0xffff;
    const id = map.readUInt16BE(ranges + at + range + (code - start) * 2);
    return id === 0 ? 0 : (id + delta) & 0xffff;
  };
  return (code) => {
    for (let at = 0; at < twice; at += 2) if (code <= map.readUInt16BE(ends + at)) return idIn(at, code);
    return 0;
  };
}

const [ON_CURVE, SHORT_X, SHORT_Y, REPEATED, SAME_X, SAME_Y] = [1, 2, 4, 8, 16, 32];

function simpleContours(data: Buffer): Contours {
  const count = data.readInt16BE(0);
  const ends = Array.from({ length: count }, (_, at) => data.readUInt16BE(10 + at * 2));
  const points = (ends.at(-1) ?? -1) + 1;
  let at = 10 + count * 2;
  at += 2 + data.readUInt16BE(at);
  const flags: number[] = [];
  while (flags.length < points) {
    const flag = data[at++] ?? 0;
    const times = flag & REPEATED ? (data[at++] ?? 0) + 1 : 1;
    for (let each = 0; each < times; each++) flags.push(flag);
  }
  const along = (short: number, same: number): number[] => {
    let value = 0;
    return flags.map((flag) => {
      if (flag & short) value += (flag & same ? 1 : -1) * (data[at++] ?? 0);
      else if (!(flag & same)) {
        value += data.readInt16BE(at);
        at += 2;
      }
      return value;
    });
  };
  const [xs, ys] = [along(SHORT_X, SAME_X), along(SHORT_Y, SAME_Y)];
  const all = flags.map((flag, n) => ({ x: xs[n] ?? 0, y: ys[n] ?? 0, onCurve: (flag & ON_CURVE) !== 0 }));
  return ends.map((end, n) => all.slice(n === 0 ? 0 : (ends[n - 1] ?? 0) + 1, end + 1));
}

type Part = { readonly id: number; readonly dx: number; readonly dy: number };

const [WORDS, XY, SCALE, MORE, XY_SCALE, TWO_BY_TWO] = [1, 2, 8, 32, 64, 128];

/** What a glyph is put together from, moved and not scaled: the signs of this font are made so. */
function partsOf(data: Buffer): readonly Part[] {
  const parts: Part[] = [];
  for (let at = 10, flags = MORE; flags & MORE; at += lengthOf(flags)) {
    flags = data.readUInt16BE(at);
    const [dx, dy] =
      flags & WORDS
        ? [data.readInt16BE(at + 4), data.readInt16BE(at + 6)]
        : [data.readInt8(at + 4), data.readInt8(at + 5)];
    const isMoved = (flags & XY) !== 0;
    parts.push({ id: data.readUInt16BE(at + 2), dx: isMoved ? dx : 0, dy: isMoved ? dy : 0 });
  }
  return parts;
}

const lengthOf = (flags: number): number =>
  (flags & WORDS ? 8 : 6) + (flags & SCALE ? 2 : 0) + (flags & XY_SCALE ? 4 : 0) + (flags & TWO_BY_TWO ? 8 : 0);

/** Quadratic curves; between two points off the curve lies one on it. */
function pathOf(contour: readonly Point[]): string {
  const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, onCurve: true });
  const whole = contour.flatMap((point, at) => {
    const next = contour[(at + 1) % contour.length] ?? point;
    return point.onCurve || next.onCurve ? [point] : [point, middle(point, next)];
  });
  const from = whole.findIndex(({ onCurve }) => onCurve);
  if (from < 0) return '';
  const turned = [...whole.slice(from), ...whole.slice(0, from + 1)];
  const said = ({ x, y }: Point) => `${x} ${y}`;
  const steps = turned.slice(1).map((point, at) => {
    if (!point.onCurve) return `Q${said(point)} `;
    return turned[at]?.onCurve ? `L${said(point)}` : said(point);
  });
  return `M${said(turned[0] as Point)}${steps.join('')}Z`;
}

import { inflateSync } from 'node:zlib';

type Picture = { readonly width: number; readonly height: number; readonly pixels: readonly Pixel[] };
type Pixel = { readonly r: number; readonly g: number; readonly b: number; readonly a: number };

const SIGNATURE = 8;
const RGBA = 4;

/** Reads a PNG of 8-bit RGBA without interlacing, from the format's own description. */
export function readPng(bytes: Uint8Array): Picture {
  const file = Buffer.from(bytes);
  let header = Buffer.alloc(0);
  const data: Buffer[] = [];
  for (let at = SIGNATURE; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const kind = file.toString('latin1', at + 4, at + 8);
    const body = file.subarray(at + 8, at + 8 + length);
    if (kind === 'IHDR') header = Buffer.from(body);
    if (kind === 'IDAT') data.push(body);
    at += length + 12;
  }
  const [depth, colour, , , interlace] = header.subarray(8);
  if (depth !== 8 || colour !== 6 || interlace !== 0) throw new Error('only plain 8-bit RGBA');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  return { width, height, pixels: pixelsOf(unfilter(inflateSync(Buffer.concat(data)), width * RGBA, height)) };
}

/** Every line begins with the number of the rule that predicted it. */
function unfilter(raw: Buffer, stride: number, height: number): Buffer {
  const out = Buffer.alloc(stride * height);
  const known = (x: number, y: number): number => (x < 0 || y < 0 ? 0 : (out[y * stride + x] ?? 0));
  for (let y = 0; y < height; y++) {
    const [rule = 0] = raw.subarray(y * (stride + 1));
    for (let x = 0; x < stride; x++) {
      const predicted = predict(rule, known(x - RGBA, y), known(x, y - 1), known(x - RGBA, y - 1));
      out[y * stride + x] = raw.readUInt8(y * (stride + 1) + 1 + x) + predicted;
    }
  }
  return out;
}

function predict(rule: number, left: number, above: number, corner: number): number {
  return [0, left, above, (left + above) >> 1, paeth(left, above, corner)][rule] ?? 0;
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
}

function pixelsOf(data: Buffer): Pixel[] {
  return Array.from({ length: data.length / RGBA }, (_, i) => {
    const [r = 0, g = 0, b = 0, a = 0] = data.subarray(i * RGBA, (i + 1) * RGBA);
    return { r, g, b, a };
  });
}

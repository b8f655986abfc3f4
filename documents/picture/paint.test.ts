import { inflateSync } from 'node:zlib';
import { LARGEST_PICTURE, PictureTooLarge, paint } from './paint.ts';
import { svgBox, svgMark, svgPicture, svgWords } from './svg.ts';

/** The points of a PNG of ours, by the index of their colour. */
function pointsOf(png: Uint8Array) {
  const bytes = Buffer.from(png);
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const from = bytes.indexOf('IDAT');
  const rows = inflateSync(bytes.subarray(from + 4, from + 4 + bytes.readUInt32BE(from - 4)));
  const rowBytes = 1 + Math.ceil(width / 2);
  const at = (x: number, y: number) => ((rows[y * rowBytes + 1 + (x >> 1)] ?? 0) >> (x % 2 === 0 ? 4 : 0)) & 15;
  return { width, height, at };
}

function inked(png: Uint8Array): number {
  const { width, height, at } = pointsOf(png);
  return Array.from({ length: width * height }, (_, n) => at(n % width, Math.floor(n / width))).filter(Boolean).length;
}

it('paints Japanese with the font of the house, each sign as another shape', async () => {
  const said = (words: string) =>
    paint(svgPicture({ width: 120, height: 40 }, [svgWords(words, { x: 4, y: 30 }, { size: 28 })]));
  const [one, two, none] = await Promise.all([said('小海'), said('町村'), said('')]);
  expect(inked(one)).toBeGreaterThan(100);
  expect(Buffer.from(one).equals(Buffer.from(two))).toBe(false);
  expect(inked(none)).toBe(0);
});

it('paints what people write as they wrote it, and nothing that XML cannot hold', async () => {
  const words = svgWords('<b>&"\u0000\u0007町😀\uD800', { x: 4, y: 30 }, { size: 24 });
  expect(words).toContain('&lt;b&gt;&amp;&quot;町😀</text>');
  expect(inked(await paint(svgPicture({ width: 300, height: 40 }, [words])))).toBeGreaterThan(100);
});

it('takes two points a byte: an odd width and what is at its edge come out whole', async () => {
  const edge = svgBox({ x: 30, y: 0 }, { width: 1, height: 9 }, 'ink');
  const png = await paint(svgPicture({ width: 31, height: 9 }, [edge, svgMark('circle', { x: 5, y: 4 }, 3, 'red')]));
  const { width, at } = pointsOf(png);
  expect(width).toBe(31);
  expect(at(30, 4)).not.toBe(0);
  expect(at(29, 4)).toBe(0);
  expect(at(5, 4)).not.toBe(0);
  expect(at(5, 4)).not.toBe(at(30, 4));
});

it('refuses a picture that is too large for a message, and does not cut it', async () => {
  const full = Array.from({ length: 1_500 }, (_, n) => {
    const at = { x: (n % 40) * 20, y: 24 + Math.floor(n / 40) * 24 };
    return svgWords(String.fromCodePoint(0x4e00 + n * 4), at, { size: 20 });
  });
  await expect(paint(svgPicture({ width: 800, height: 940 }, full))).rejects.toThrow(PictureTooLarge);
  expect(LARGEST_PICTURE).toBeLessThan(30_000);
});

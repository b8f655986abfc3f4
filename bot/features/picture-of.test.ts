import { svgPicture } from '../../documents/picture/svg.ts';
import { pictureOf } from './picture-of.ts';

it('paints what is drawn', async () => {
  const png = await pictureOf(async () => svgPicture({ width: 8, height: 8 }, []), undefined);
  expect(Buffer.from(png ?? []).toString('latin1', 1, 4)).toBe('PNG');
});

it.each([
  ['cannot be drawn', () => Promise.reject(new TypeError('小海町'))],
  ['is no SVG', async () => 'no picture'],
])('a picture that %s is left out, and that is told', async (_, make) => {
  const told: string[] = [];
  expect(await pictureOf(make, (what) => told.push(what))).toBeUndefined();
  expect(told).toEqual(['a picture was left out']);
});

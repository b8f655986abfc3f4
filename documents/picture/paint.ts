import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { readFont } from './font.ts';
import { type Fonts, outlined } from './outlined.ts';
import { indexedPng } from './png.ts';

/**
 * In base64 this and 6,000 characters of a card are under the 80 KB that a message of Teams may hold in UTF-16. A
 * picture beyond it is authored too full: it is not cut.
 */
export const LARGEST_PICTURE = 26_000;

export class PictureTooLarge extends Error {
  constructor(bytes: number) {
    super(`a picture of ${bytes} bytes; ${LARGEST_PICTURE} are taken`);
    this.name = 'PictureTooLarge';
  }
}

const inPackage = createRequire(import.meta.url);
let fonts: Promise<Fonts> | undefined;

/** Read once: some 9 MB, as long as pictures are made. */
async function fontsRead(): Promise<Fonts> {
  const [regular, bold] = await Promise.all([
    readFile(inPackage.resolve('@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf')),
    readFile(inPackage.resolve('@expo-google-fonts/biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf')),
  ]);
  return { regular: readFont(regular), bold: readFont(bold) };
}

/**
 * Paints an SVG with the Japanese font that comes with the house, whatever the machine has. It is painted beside the
 * turns, not within them: on a thread of the pool. @returns PNG @throws PictureTooLarge
 */
export async function paint(svg: string): Promise<Uint8Array> {
  fonts ??= fontsRead();
  const [{ renderAsync }, read] = await Promise.all([import('@resvg/resvg-js'), fonts]);
  const painted = await renderAsync(outlined(svg, read), { font: { loadSystemFonts: false }, logLevel: 'off' });
  const { width, height, pixels } = painted;
  const png = await indexedPng({ width, height, pixels });
  if (png.length > LARGEST_PICTURE) throw new PictureTooLarge(png.length);
  return png;
}

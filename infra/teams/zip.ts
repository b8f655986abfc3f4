import { Resvg } from '@resvg/resvg-js';
import { strToU8, zipSync } from 'fflate';
import type { Command } from '../../bot/command.ts';
import { englishLocalization } from './english.ts';
import { manifestOf, type PackageSettings } from './manifest.ts';

/** The same input gives the same bytes, so that two packages can be compared: every file is as old as the zip format. */
const WRITTEN = new Date(1980, 0, 1);

/** The Teams app package. @param svg the drawing both icons are made from */
export function teamsPackage(settings: PackageSettings, registry: readonly Command[], svg: string): Uint8Array {
  const { color, outline } = drawIcons(svg);
  const files = {
    'manifest.json': json(manifestOf(settings, registry)),
    'en.json': json(englishLocalization(registry)),
    'color.png': color,
    'outline.png': outline,
  };
  return zipSync(files, { mtime: WRITTEN, level: 9 });
}

const json = (value: unknown): Uint8Array => strToU8(`${JSON.stringify(value, null, 2)}\n`);

type Icons = { readonly color: Uint8Array; readonly outline: Uint8Array };

/** Both icons Teams asks for, from the one drawing: in colour, and its white mark alone on nothing. */
function drawIcons(svg: string): Icons {
  return { color: png(svg, 192), outline: png(svg.replace(/<rect class="ground"[^>]*\/>/, ''), 32) };
}

function png(svg: string, size: number): Uint8Array {
  return new Resvg(svg, { fitTo: { mode: 'width', value: size }, font: { loadSystemFonts: false } }).render().asPng();
}

import { Resvg } from '@resvg/resvg-js';

type Icons = { readonly color: Uint8Array; readonly outline: Uint8Array };

/** Both icons Teams asks for, from the one drawing: in colour, and its white mark alone on nothing. */
export function drawIcons(svg: string): Icons {
  return { color: png(svg, 192), outline: png(svg.replace(/<rect class="ground"[^>]*\/>/, ''), 32) };
}

function png(svg: string, size: number): Uint8Array {
  return new Resvg(svg, { fitTo: { mode: 'width', value: size }, font: { loadSystemFonts: false } }).render().asPng();
}

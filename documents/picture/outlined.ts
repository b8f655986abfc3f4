import type { Font } from './font.ts';

export type Fonts = { readonly regular: Font; readonly bold: Font };

const TEXT =
  /<text x="([-\d.]+)" y="([-\d.]+)" font-size="(\d+)" text-anchor="(start|middle|end)"( font-weight="700")? fill="(#\w+)">([^<]*)<\/text>/g;
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/**
 * The picture with its words as outlines: whoever paints it needs no font then. Painting words from the font file takes
 * thirty times as long, because the file is opened anew for every sign.
 */
export function outlined(svg: string, { regular, bold }: Fonts): string {
  return svg.replace(TEXT, (_, x, y, size, anchor, weight, fill, said) => {
    const font = weight === undefined ? regular : bold;
    const scale = Number(size) / font.unitsPerEm;
    const glyphs = [...decoded(String(said))].map((sign) => font.glyph(sign));
    const width = glyphs.reduce((sum, { advance }) => sum + advance, 0) * scale;
    let at = Number(x) - { start: 0, middle: width / 2, end: width }[anchor as 'start' | 'middle' | 'end'];
    const drawn = glyphs.map(({ advance, outline }) => {
      const place = `matrix(${scale} 0 0 ${-scale} ${at.toFixed(1)} ${y})`;
      at += advance * scale;
      return outline === '' ? '' : `<path transform="${place}" d="${outline}"/>`;
    });
    return `<g fill="${fill}">${drawn.join('')}</g>`;
  });
}

const decoded = (said: string): string => said.replace(/&(?:amp|lt|gt|quot);/g, (entity) => ENTITIES[entity] ?? '');

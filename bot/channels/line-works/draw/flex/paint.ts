import type { Tone } from '../../../../../cards/card.ts';
import type { FlexBox, FlexPart, FlexText } from '../../message.ts';
import { asTyped } from '../as-typed.ts';
import { MARKS } from '../words.ts';

type Color = `#${string}`;

/** The bubble brings its own ground, so that it is read the same whatever the phone's appearance is. */
export const GROUND = '#FFFFFF';
const INK = '#1B1F24';
const QUIET = '#545D66';
export const LINE_COLOUR = '#D5DADF';

/** Each at least 4.5:1 on the ground and on its own tint. */
export const TONES: Readonly<Record<Tone, { readonly color: Color; readonly tint: Color | undefined }>> = {
  good: { color: '#14692F', tint: '#E6F4EA' },
  attention: { color: '#835000', tint: '#FFF3D6' },
  bad: { color: '#B3261E', tint: '#FCE8E6' },
  quiet: { color: QUIET, tint: undefined },
  plain: { color: '#0B57A4', tint: undefined },
};

/** What stands for an empty text, which the product refuses. */
const BLANK = '\u00A0';

type Look = Partial<Omit<FlexText, 'type' | 'text' | 'wrap'>>;

/** The only maker of texts: none can call a person, none is cut at the edge, each brings its colour. */
export function flexText(text: string, look: Look = {}): FlexText {
  return { type: 'text', text: asTyped(text) || BLANK, wrap: true, size: 'md', color: INK, ...look };
}

export function quiet(text: string, look: Look = {}): FlexText {
  return flexText(text, { size: 'sm', color: QUIET, ...look });
}

export function flexMark(tone: Tone): FlexText {
  return flexText(MARKS[tone], { flex: 0, color: TONES[tone].color });
}

export function column(contents: readonly FlexPart[], look: Partial<FlexBox> = {}): FlexBox {
  return { type: 'box', layout: 'vertical', contents, ...look };
}

export function row(contents: readonly FlexPart[], look: Partial<FlexBox> = {}): FlexBox {
  return { type: 'box', layout: 'horizontal', spacing: 'sm', contents, ...look };
}

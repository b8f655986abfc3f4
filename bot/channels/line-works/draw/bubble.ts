import type { Card, Node } from '../../../../cards/card.ts';
import { CardTooLarge } from '../card-too-large.ts';
import { type Bubble, type FlexContent, type FlexPart, limits } from '../message.ts';
import { asTyped } from './as-typed.ts';
import { factsPart } from './flex/facts.ts';
import { listParts } from './flex/list.ts';
import { meterPart } from './flex/meter.ts';
import { column, flexMark, flexText, GROUND, quiet, row, TONES } from './flex/paint.ts';
import { tableParts } from './flex/table.ts';
import { trendPart } from './flex/trend.ts';
import type { Numbers } from './offer.ts';
import { shorten } from './shorten.ts';
import { buttonWords, changeWords, fileWords, formWords } from './words.ts';

type Of<Kind extends Node['kind']> = Extract<Node, { kind: Kind }>;

/** Nodes that hold figures (meters, trends, tables) are drawn as a bubble; words alone are sent as text. */
export function isFigure({ kind }: Node): boolean {
  return kind === 'meter' || kind === 'trend' || kind === 'table';
}

/**
 * A card with figures: a bubble, or as many as its parts need.
 * @throws CardTooLarge where a single part is larger than a bubble.
 */
export function bubblesOf(card: Card, numbers: Numbers): FlexContent[] {
  const altText = shorten(asTyped(card.summary), limits.altText);
  const parts = card.body.flatMap((node) => partsOf(node, numbers));
  return filled(card.title, parts).map((contents) => ({ type: 'flex', altText, contents }));
}

function filled(title: string, parts: readonly FlexPart[]): Bubble[] {
  const all: Bubble[] = [];
  let held: FlexPart[] = [];
  for (const part of parts) {
    const bytes = bytesOf(bubble(title, [part], true));
    if (bytes > limits.bubbleBytes) throw new CardTooLarge(title, 'bytes in one part', bytes, limits.bubbleBytes);
    if (held.length > 0 && bytesOf(bubble(title, [...held, part], true)) > limits.bubbleBytes) {
      all.push(bubble(title, held, all.length > 0));
      held = [];
    }
    held.push(part);
  }
  return [...all, bubble(title, held, all.length > 0)];
}

function bubble(title: string, parts: readonly FlexPart[], goesOn: boolean): Bubble {
  const head = flexText(goesOn ? `${title}（つづき）` : title, { size: 'lg', weight: 'bold' });
  return {
    type: 'bubble',
    size: 'giga',
    body: column([head, ...parts], { spacing: 'sm' }),
    styles: { body: { backgroundColor: GROUND } },
  };
}

function bytesOf(drawn: Bubble): number {
  return Buffer.byteLength(JSON.stringify(drawn));
}

function partsOf(node: Node, numbers: Numbers): FlexPart[] {
  switch (node.kind) {
    case 'text':
      return [textPart(node)];
    case 'notice':
      return [noticePart(node)];
    case 'changes':
      return changeWords(node.changes).map((line) => flexText(line));
    case 'facts':
      return [factsPart(node.facts)];
    case 'meter':
      return [meterPart(node, numbers.get(node))];
    case 'trend':
      return [trendPart(node)];
    case 'table':
      return tableParts(node);
    case 'list':
      return listParts(node.rows, numbers);
    case 'buttons':
      return buttonWords(node, numbers).map((line) => quiet(line));
    case 'replies':
      return [];
    case 'file':
      return [quiet(fileWords(node))];
    case 'image':
      return [];
    case 'form':
      return formWords(node).map((line) => flexText(line, { size: 'sm', margin: 'md' }));
  }
}

const LOOKS = {
  plain: (text: string) => flexText(text),
  strong: (text: string) => flexText(text, { weight: 'bold', margin: 'lg' }),
  quiet: (text: string) => quiet(text),
  heading: (text: string) => flexText(text, { weight: 'bold', margin: 'xl' }),
} as const;

function textPart({ text, look }: Of<'text'>): FlexPart {
  return LOOKS[look](text);
}

/** Only what needs attention or thanks gets a coloured box; the rest is a line with its mark. */
function noticePart({ tone, text }: Of<'notice'>): FlexPart {
  const { tint } = TONES[tone];
  const said = [flexMark(tone), flexText(text, { flex: 1 })];
  if (tint === undefined) return row(said, { margin: 'md' });
  return row(said, { margin: 'md', backgroundColor: tint, cornerRadius: 'md', paddingAll: 'md' });
}

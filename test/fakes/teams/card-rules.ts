import { pictureIn } from '../picture-in.ts';

/** An Adaptive Card as it travels. */
export type CardJson = { readonly [property: string]: unknown };

/** What is sent must fit in this, whatever a client may allow beyond it. */
const MAX_BYTES = 28 * 1024;
/** Of a picture: bytes, and points each way. */
const [LARGEST_PICTURE, MOST_POINTS] = [1024 * 1024, 1024];
const ACTIONS = new Set([
  'Action.Execute',
  'Action.Submit',
  'Action.OpenUrl',
  'Action.ShowCard',
  'Action.ToggleVisibility',
]);

export type CardFault = { readonly status: 400 | 413; readonly code: string; readonly message: string };

/** Why Teams would not show this card; undefined when it would. */
export function cardFault(card: unknown): CardFault | undefined {
  if (!isObject(card) || card['type'] !== 'AdaptiveCard') return bad('content is not an AdaptiveCard');
  const version = card['version'];
  if (typeof version !== 'string' || !/^1\.[0-5]$/.test(version)) return bad(`version ${String(version)} is not 1.5`);
  const size = Buffer.byteLength(JSON.stringify(card, withoutPictures));
  if (size >= MAX_BYTES) return { status: 413, code: 'MessageSizeTooBig', message: `the card has ${size} bytes` };
  const ids = new Set<string>();
  for (const element of elementsOf(card)) {
    const fault = elementFault(element, ids);
    if (fault !== undefined) return bad(fault);
  }
  return undefined;
}

function elementFault(element: CardJson, ids: Set<string>): string | undefined {
  const type = String(element['type']);
  if (type === 'Media') return 'Media is not shown';
  if (type === 'Image') return imageFault(element);
  if (type.startsWith('Action.')) return actionFault(type, element);
  if (!type.startsWith('Input.')) return undefined;
  const id = element['id'];
  if (typeof id !== 'string' || id === '') return `${type} without an id`;
  if (ids.has(id)) return `two inputs named ${id}`;
  ids.add(id);
  if (element['isRequired'] === true && typeof element['errorMessage'] !== 'string')
    return `${id} without errorMessage`;
  return undefined;
}

const INLINE = /^data:(image\/\w+);base64,([A-Za-z0-9+/]+={0,2})$/;

/** Pictures by https, or in the card itself: PNG, JPEG or GIF that is what it says, and that says what it shows. */
function imageFault({ url, altText }: CardJson): string | undefined {
  if (typeof altText !== 'string' || altText === '') return 'Image without altText';
  if (typeof url !== 'string') return 'Image without a url';
  if (url.startsWith('https://')) return undefined;
  const [, type, data = ''] = INLINE.exec(url) ?? [];
  const bytes = Buffer.from(data, 'base64');
  const picture = pictureIn(bytes);
  if (type === undefined || picture?.type !== type) return 'Image that is not what it says';
  if (bytes.length > LARGEST_PICTURE) return `Image of ${bytes.length} bytes`;
  const { width, height } = picture;
  return Math.max(width, height) > MOST_POINTS ? `Image of ${width} × ${height}` : undefined;
}

/** Pictures are documented as no part of a card's size. */
const withoutPictures = (name: string, value: unknown): unknown =>
  name === 'url' && typeof value === 'string' && value.startsWith('data:') ? '' : value;

function actionFault(type: string, action: CardJson): string | undefined {
  if (!ACTIONS.has(type)) return `unknown ${type}`;
  // Without a verb the client does not know it as a universal action, and nothing arrives.
  if (type === 'Action.Execute' && !action['verb']) return 'Action.Execute without a verb';
  return undefined;
}

const bad = (message: string): CardFault => ({ status: 400, code: 'BadSyntax', message });

/** Everything in a card that has a type, outermost first. Fallbacks are shown only where their element is not. */
export function* elementsOf(value: unknown): Generator<CardJson> {
  if (Array.isArray(value)) {
    for (const each of value) yield* elementsOf(each);
  } else if (isObject(value)) {
    if (typeof value['type'] === 'string') yield value;
    for (const [name, each] of Object.entries(value)) {
      if (name !== 'data' && name !== 'fallback') yield* elementsOf(each);
    }
  }
}

export const isObject = (value: unknown): value is CardJson =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

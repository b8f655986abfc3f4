/** An Adaptive Card as it travels. */
export type CardJson = { readonly [property: string]: unknown };

/** What is sent must fit in this, whatever a client may allow beyond it. */
const MAX_BYTES = 28 * 1024;
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
  const size = Buffer.byteLength(JSON.stringify(card));
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

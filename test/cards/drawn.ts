export type Json = { readonly [name: string]: unknown };

/** Every object in a drawn card, fallbacks too, outermost first. What a button carries is not drawn. */
function* partsOf(value: unknown): Generator<Json> {
  if (Array.isArray(value)) {
    for (const part of value) yield* partsOf(part);
  } else if (value !== null && typeof value === 'object') {
    const part = value as Json;
    yield part;
    for (const [name, inner] of Object.entries(part)) if (name !== 'data' || isChart(part)) yield* partsOf(inner);
  }
}

function isChart(part: Json): boolean {
  return String(part['type']).startsWith('Chart.');
}

export function ofType(card: unknown, type: string): Json[] {
  return [...partsOf(card)].filter((part) => String(part['type']).startsWith(type));
}

/** What Teams reads as Markdown. */
export function markdownTexts(card: unknown): string[] {
  return [
    ...ofType(card, 'TextBlock').map((block) => String(block['text'])),
    ...ofType(card, 'Input.ChoiceSet').flatMap((set) =>
      [...partsOf(set['choices'])].map((one) => String(one['title'])),
    ),
  ];
}

/** What is left where Teams' own elements are unknown. */
export function withoutExtensions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutExtensions);
  if (value === null || typeof value !== 'object') return value;
  const part = value as Json;
  if (isChart(part)) return withoutExtensions(part['fallback']);
  return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, withoutExtensions(inner)]));
}

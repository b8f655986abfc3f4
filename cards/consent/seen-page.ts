import type { SeenContent } from '../../programme/consent/material.ts';
import { type Node, text } from '../card.ts';

/** Something of one municipality as others see it, and nothing else: what it consents to is drawn by this too. */
export function seenPage({ town, content }: { readonly town: string; readonly content: SeenContent }): readonly Node[] {
  return [
    text(content.title, 'heading'),
    text(town, 'quiet'),
    ...content.sections.flatMap((section) => [
      // Where a chat has no bold letters, the marks alone tell a label from what is said under it.
      text(`〔${section.label}〕`, 'strong'),
      text(section.text),
    ]),
  ];
}

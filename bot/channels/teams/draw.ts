import type { IActionSet, IAdaptiveCard, IContainer, IToggleVisibilityAction } from '@microsoft/teams.cards';
import type { Card, FormPart, Node } from '../../../cards/card.ts';
import { drawButtons, drawReplies, submitButton } from './draw/action.ts';
import { asTyped } from './draw/as-typed.ts';
import { drawChanges } from './draw/changes.ts';
import { drawFacts } from './draw/facts.ts';
import { drawFields } from './draw/field.ts';
import { drawImage, pictureUrl } from './draw/image.ts';
import { drawList } from './draw/list.ts';
import { drawMeter } from './draw/meter.ts';
import { drawNotice } from './draw/notice.ts';
import { drawTable } from './draw/table.ts';
import { drawText, type Element, textBlock } from './draw/text.ts';
import { drawTrend } from './draw/trend.ts';

/** Teams refuses larger cards on some surfaces. Pictures are not counted in it. */
export const LARGEST_CARD = 28 * 1024;
/** What a message may hold with everything in it, in UTF-16: documented without pictures, kept with them. */
const LARGEST_MESSAGE = 80 * 1024;

/** A card that Teams would refuse: it must be made smaller where it is authored, never cut here. */
export class CardTooLarge extends Error {
  constructor(title: string, bytes: number, most: number) {
    super(`the card ${JSON.stringify(title)} has ${bytes} bytes, Teams takes ${most}`);
    this.name = 'CardTooLarge';
  }
}

/**
 * Draws a card as Adaptive Card 1.5.
 * @throws CardTooLarge
 */
export function draw(card: Card): Record<string, unknown> {
  const summary = asTyped(card.summary);
  const drawn = {
    type: 'AdaptiveCard',
    version: '1.5',
    fallbackText: summary,
    speak: summary,
    msteams: { width: 'Full' },
    body: [
      textBlock(card.title, { size: 'Large', weight: 'Bolder', style: 'heading' }),
      ...card.body.flatMap((node) => drawNode(node)),
    ],
  } satisfies Omit<IAdaptiveCard, 'msteams'> & { msteams: { width: 'Full' } };
  const json = JSON.stringify(drawn);
  const bytes = Buffer.byteLength(json) - pictureCharacters(card);
  if (bytes > LARGEST_CARD) throw new CardTooLarge(card.title, bytes, LARGEST_CARD);
  if (json.length * 2 > LARGEST_MESSAGE) throw new CardTooLarge(card.title, json.length * 2, LARGEST_MESSAGE);
  return drawn;
}

const pictureCharacters = ({ body }: Card): number =>
  body.reduce((sum, node) => sum + (node.kind === 'image' ? pictureUrl(node).length : 0), 0);

function drawNode(node: Node): Element[] {
  switch (node.kind) {
    case 'text':
      return [drawText(node.text, node.look)];
    case 'notice':
      return [drawNotice(node.tone, node.text)];
    case 'changes':
      return drawChanges(node.changes);
    case 'facts':
      return [drawFacts(node.facts)];
    case 'meter':
      return [drawMeter(node)];
    case 'trend':
      return [drawTrend(node)];
    case 'table':
      return drawTable(node);
    case 'list':
      return drawList(node.rows);
    case 'buttons':
      return drawButtons(node.buttons);
    case 'replies':
      return drawReplies(node.replies);
    case 'file':
      return [
        drawText(`「${node.name}」は、このあとのメッセージで保存を承諾すると、OneDriveに入って開けます。`, 'quiet'),
      ];
    case 'image':
      return [drawImage(node)];
    case 'form':
      return drawForm(node);
  }
}

const FORM = 'form';

/** A form that opens on request stays in the card, hidden; its inputs are all optional then, or it could never be sent. */
function drawForm({ parts, ask, submit, opensBy }: Extract<Node, { kind: 'form' }>): Element[] {
  const drawn = [...parts.map((part, index) => drawPart(part, index)), submitButton(ask, submit)];
  if (opensBy === undefined) return drawn;
  const open = {
    type: 'Action.ToggleVisibility',
    title: opensBy,
    targetElements: [FORM],
  } satisfies IToggleVisibilityAction;
  return [
    { type: 'ActionSet', actions: [open], spacing: 'Small' } satisfies IActionSet,
    { type: 'Container', id: FORM, isVisible: false, items: drawn } satisfies IContainer,
  ];
}

function drawPart(part: FormPart, index: number): Element {
  return {
    type: 'Container',
    spacing: index === 0 ? 'Default' : 'Large',
    separator: index > 0,
    items: [...part.intro.flatMap((node) => drawNode(node)), ...drawFields(part.fields)],
  } satisfies IContainer;
}

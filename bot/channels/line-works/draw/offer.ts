import type { Ask, Button, Card, Node, Row } from '../../../../cards/card.ts';
import { limits, type MessageAction } from '../message.ts';
import { postbackOf } from '../pressed.ts';
import { asTyped } from './as-typed.ts';
import { shorten } from './shorten.ts';

/** More buttons than this nobody scrolls through; the rest of the rows is reached by typing. */
const MOST_ROWS_AND_BUTTONS = 20;

/** The numbers of what would look alike as a button, by the row, button, meter or form it belongs to. */
export type Numbers = ReadonlyMap<object, string>;

/** What can be pressed of a card. */
export type Pressables = {
  readonly actions: readonly MessageAction[];
  readonly numbers: Numbers;
  /** Titles of rows that are too many to have a button. */
  readonly withoutButton: readonly string[];
};

type Press = {
  readonly of: object;
  readonly label: string;
  readonly postback: string;
  readonly look: NonNullable<Button['look']>;
  readonly isRow: boolean;
};

/**
 * The buttons of a card with the first primary one and its neighbours in front, and what is dangerous at the end.
 * @throws PostbackTooLong
 */
export function offerOf(card: Card): Pressables {
  const groups = distinct(card.body.map(pressesOf));
  const numbers = numbersOf(groups.flat());
  const ordered = dangerLast(primaryFirst(groups));
  const kept = withinReach(ordered);
  return {
    actions: kept.map(({ of, label, postback }) => {
      const number = numbers.get(of) ?? '';
      return actionOf(label, number + label, postback, number);
    }),
    numbers,
    withoutButton: ordered.filter((press) => !kept.includes(press)).map(({ label }) => label),
  };
}

/** A button as wide as the product takes; `text` is what the person is seen to say. */
export function actionOf(label: string, text: string, postback: string, number = ''): MessageAction {
  return {
    type: 'message',
    label: number + shorten(asTyped(label), limits.label - number.length),
    text: shorten(asTyped(text), limits.actionText),
    postback,
  };
}

function pressesOf(node: Node): Press[] {
  switch (node.kind) {
    case 'buttons':
      return node.buttons.map((button) => press(button, button.label, button.ask, { look: button.look ?? 'plain' }));
    case 'list':
      return node.rows.flatMap((row) => (row.ask ? [press(row, labelOf(row), row.ask, { isRow: true })] : []));
    case 'meter':
      return node.ask ? [press(node, node.label, node.ask, { isRow: true })] : [];
    case 'form':
      return [press(node, node.opensBy ?? node.submit, node.ask, { opens: true })];
    case 'text':
    case 'notice':
    case 'changes':
    case 'facts':
    case 'trend':
    case 'table':
    case 'replies':
    case 'file':
    case 'image':
      return [];
  }
}

function labelOf({ title, does }: Row): string {
  return does === undefined ? title : `${does}: ${title}`;
}

type Kind = { readonly look?: Press['look']; readonly isRow?: boolean; readonly opens?: boolean };

function press(of: object, label: string, ask: Ask, { look = 'plain', isRow = false, opens = false }: Kind): Press {
  return { of, label, postback: postbackOf(ask, opens), look, isRow };
}

/** What says the same and does the same is offered once. */
function distinct(groups: readonly (readonly Press[])[]): Press[][] {
  const seen = new Set<string>();
  return groups.map((group) =>
    group.filter(({ label, postback }) => {
      const same = `${label}\n${postback}`;
      if (seen.has(same)) return false;
      seen.add(same);
      return true;
    }),
  );
}

/** Labels that are alike once shortened are numbered, in the order of the card. */
export function numbersOf(all: readonly { readonly of: object; readonly label: string }[]): Numbers {
  const alike = new Map<string, object[]>();
  for (const { of, label } of all) {
    const short = shorten(asTyped(label), limits.label);
    alike.set(short, [...(alike.get(short) ?? []), of]);
  }
  return new Map(
    [...alike.values()].flatMap((group) =>
      group.length < 2 ? [] : group.map((of, at) => [of, numeral(at + 1)] as const),
    ),
  );
}

const FIRST_CIRCLED = 0x2460;
const LAST_CIRCLED = 20;

function numeral(number: number): string {
  return number <= LAST_CIRCLED ? String.fromCodePoint(FIRST_CIRCLED + number - 1) : `${number} `;
}

/** The buttons that belong to the primary one stay with it. */
function primaryFirst(groups: readonly (readonly Press[])[]): Press[] {
  const leading = groups.find((group) => group.some(({ look }) => look === 'primary')) ?? [];
  const primary = leading.find(({ look }) => look === 'primary');
  return [
    ...(primary ? [primary] : []),
    ...leading.filter((each) => each !== primary),
    ...groups.filter((group) => group !== leading).flat(),
  ];
}

function dangerLast(presses: readonly Press[]): Press[] {
  return [...presses.filter(({ look }) => look !== 'danger'), ...presses.filter(({ look }) => look === 'danger')];
}

/** Buttons are all kept: nothing says by what words to reach what they do. */
function withinReach(presses: readonly Press[]): Press[] {
  const room = MOST_ROWS_AND_BUTTONS - presses.filter(({ isRow }) => !isRow).length;
  const rows = presses.filter(({ isRow }) => isRow).slice(0, Math.max(0, room));
  return presses.filter((each) => !each.isRow || rows.includes(each));
}

import type { IActionSet, IExecuteAction, ISubmitAction } from '@microsoft/teams.cards';
import type { Ask, Button, QuickReply } from '../../../../cards/card.ts';
import { pixels } from './width.ts';

const PER_SET = 6;
/** What fits beside each other in a card on a phone; Teams cuts the labels of a set that is wider. */
const ROW_WIDTH = 320;
/** A button's own, as Teams draws it. */
const NARROWEST = 64;
const PADDING = 28;
const GAP = 8;

/** Pressing asks. Clients without Action.Execute send the same data with Action.Submit. */
export function press(ask: Ask, title: string, inputs: 'auto' | 'none'): IExecuteAction {
  const data = { bansou: 1, command: ask.command, given: { ...ask.input } };
  return {
    type: 'Action.Execute',
    title,
    verb: ask.command,
    data,
    associatedInputs: inputs,
    fallback: { type: 'Action.Submit', title, data, associatedInputs: inputs } satisfies ISubmitAction,
  } satisfies IExecuteAction;
}

export function drawButtons(buttons: readonly Button[]): IActionSet[] {
  const first = buttons.find((button) => button.look === 'primary');
  return rowsOf(buttons).map((row, index) => ({
    type: 'ActionSet',
    spacing: index === 0 ? 'Default' : 'Small',
    actions: row.map((button) => styled(press(button.ask, button.label, 'none'), button, button === first)),
  }));
}

/** Pressing posts the words as the person's own message. */
export function drawReplies(replies: readonly QuickReply[]): IActionSet[] {
  return rowsOf(replies).map((row) => ({
    type: 'ActionSet',
    spacing: 'Small',
    actions: row.map(({ label, says }) => ({
      type: 'Action.Submit',
      title: label,
      data: { msteams: { type: 'imBack', value: says } },
      associatedInputs: 'none',
    })),
  }));
}

export function submitButton(ask: Ask, title: string): IActionSet {
  return {
    type: 'ActionSet',
    spacing: 'Medium',
    actions: [withStyle(press(ask, title, 'auto'), 'positive')],
  };
}

function styled(action: IExecuteAction, button: Button, first: boolean): IExecuteAction {
  if (button.look === 'danger') return withStyle(action, 'destructive');
  return first ? withStyle(action, 'positive') : action;
}

function withStyle(action: IExecuteAction, style: 'positive' | 'destructive'): IExecuteAction {
  const { fallback } = action;
  return { ...action, style, ...(typeof fallback === 'object' ? { fallback: { ...fallback, style } } : {}) };
}

function rowsOf<T extends { readonly label: string }>(buttons: readonly T[]): T[][] {
  const rows: T[][] = [];
  let room = 0;
  for (const button of buttons) {
    const width = Math.max(NARROWEST, pixels(button.label) + PADDING);
    const row = rows.at(-1);
    if (row && row.length < PER_SET && width <= room) row.push(button);
    else {
      rows.push([button]);
      room = ROW_WIDTH;
    }
    room -= width + GAP;
  }
  return rows;
}

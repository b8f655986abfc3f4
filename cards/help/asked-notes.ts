import { ask } from '../../programme/asks.ts';
import { shortDate } from '../../programme/day.ts';
import { Category, categoryNames } from '../../programme/help/category.ts';
import type { HelpRequest } from '../../programme/help/help-request.ts';
import { requestStanding } from '../../programme/help/request-standing.ts';
import { buttons, type Node, text } from '../card.ts';
import { which } from './request-view.ts';

/** Of a 相談 about those on the other side, who reads it. */
const WHO_SEES = {
  municipal: '事務局と、同じ市町村の方だけが見ます。派遣人材には出ません。',
  expert: '事務局だけが見ます。市町村の方には出ません。',
} as const;

/** Of any other, who reads it too, and what to do where they shall not. */
const BOTH_SEE = {
  municipal:
    '担当の派遣人材も見ます。見せたくないときは「取消」と送り、「相談 事務局だけに …」のように送り直してください。',
  expert: '市町村の方も見ます。見せたくないときは「取消」と送り、「相談 事務局だけに …」のように送り直してください。',
} as const;

/** Below the receipt of a 相談: the own words, by when there is an answer, and one tap for what kind it is. */
export function askedNotes(request: HelpRequest, asker?: HelpRequest['side']): Node[] {
  const { due, owes } = requestStanding(request);
  return [
    text(`「${request.text}」`),
    ...whoSees(request, asker),
    ...(owes ? [text(`${shortDate(due)}までに、事務局からお答えします。`, 'quiet')] : []),
    ...(request.category ? [] : categoryNodes(request)),
  ];
}

function whoSees({ side }: HelpRequest, asker: HelpRequest['side']): Node[] {
  if (side) return [text(WHO_SEES[side], 'quiet')];
  return asker ? [text(BOTH_SEE[asker], 'quiet')] : [];
}

function categoryNodes(request: HelpRequest): Node[] {
  return [
    text('よろしければ、近いものを1つ押してください（押さなくても届いています）。', 'quiet'),
    buttons(
      ...Category.options.map((category) => ({
        label: categoryNames[category],
        ask: ask('categorize-request', { ...which(request), category }),
      })),
    ),
  ];
}

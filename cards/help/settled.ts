import { ask } from '../../programme/asks.ts';
import type { HelpRequest } from '../../programme/help/help-request.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { buttons, type Node, notice } from '../card.ts';
import { which } from './request-view.ts';

/** What was done, and the way back. */
export function settledNotes(request: HelpRequest, municipality: Municipality, isBack: boolean): Node[] {
  if (isBack) return [notice('good', `${municipality.name}の相談を対応待ちに戻しました。`)];
  const back = ask('answer-help', { ...which(request), back: 'yes' });
  return [
    notice('good', `${municipality.name}の相談を対応済みにしました。`),
    buttons({ label: '対応待ちに戻す', ask: back }),
  ];
}

import { ask } from '../../programme/asks.ts';
import { shortMoment } from '../../programme/day.ts';
import type { HelpRequest } from '../../programme/help/help-request.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { buttons, type Card, card, list, type Node, notice, text } from '../card.ts';
import { pageButtons } from '../page-buttons.ts';

/** How much of a 相談 is shown in the list; all of it is in the message it came with. */
const SHOWN = 120;

export type WaitingHelp = { readonly request: HelpRequest; readonly municipality: Municipality };

/** 相談 nobody has seen to yet, the oldest first. For 1:1 chats with the secretariat only. */
export function waitingHelpsCard(view: {
  readonly helps: readonly WaitingHelp[];
  readonly all: number;
  readonly page: number;
  readonly pages: number;
  readonly said?: readonly Node[];
}): Card {
  const { helps, all, page, pages, said = [] } = view;
  const to = (target: number) => ask('answer-help', { page: target });
  const counts = all === 0 ? '対応を待っている相談はありません。' : `対応を待っている相談が${all}件あります。`;
  return card(
    '対応待ちの相談',
    counts,
    said,
    all === 0
      ? notice('good', counts)
      : text(`${counts}済んだものを押してください。ダイジェストでも対応済みになります。`),
    list(helps.map(rowOf)),
    buttons(...pageButtons(page, pages, to), { label: 'ダイジェストを見る', ask: ask('show-digest') }),
  );
}

function rowOf({ request, municipality }: WaitingHelp) {
  const { text: whole } = request;
  return {
    title: `${municipality.name}　${shortMoment(new Date(request.at))}`,
    detail: whole.length > SHOWN ? `${whole.slice(0, SHOWN)}…` : whole,
    ask: settled(request),
    does: '対応済みにする',
  };
}

export const settled = ({ id, municipality }: HelpRequest) => ask('answer-help', { request: id, municipality });

/** What was done, and the way back. */
export function settledNotes(request: HelpRequest, municipality: Municipality, isBack: boolean): Node[] {
  if (isBack) return [notice('good', `${municipality.name}の相談を対応待ちに戻しました。`)];
  const back = ask('answer-help', { request: request.id, municipality: municipality.code, back: 'yes' });
  return [
    notice('good', `${municipality.name}の相談を対応済みにしました。`),
    buttons({ label: '対応待ちに戻す', ask: back }),
  ];
}

import { ask } from '../../programme/asks.ts';
import { type Ask, buttons, type Card, card, list, notice, offering, text } from '../card.ts';
import { pageButtons } from '../page-buttons.ts';
import { never } from '../understood.ts';
import { type IncidentView, incidentRow } from './incident-view.ts';

export type IncidentList = {
  readonly shown: readonly IncidentView[];
  readonly all: number;
  readonly page: number;
  readonly pages: number;
  /** Only those that are over. */
  readonly isCompleted: boolean;
};

/** 事故一覧. For 1:1 chats with those who may see them only. */
export function incidentsCard({ shown, all, page, pages, isCompleted }: IncidentList): Card {
  const to = (target: number) => ask('show-incidents', { page: target, ...(isCompleted ? { completed: '完了' } : {}) });
  const which = isCompleted ? '完了した事故' : '続いている事故';
  const counts = all === 0 ? `${which}はありません。` : `${which}が${all}件あります。新しい順です。`;
  return card(
    isCompleted ? '事故一覧（完了）' : '事故一覧',
    counts,
    all === 0 ? notice('good', counts) : text(counts),
    list(shown.map(incidentRow)),
    buttons(
      ...pageButtons(page, pages, to),
      isCompleted
        ? { label: '続いている事故', ask: ask('show-incidents') }
        : { label: '完了した事故', ask: ask('show-incidents', { completed: '完了' }) },
      { label: '事故を報告する', ask: ask('report-incident') },
    ),
  );
}

/** Which accident is meant; nothing is written before one is pressed. */
export function whichIncidentCard(
  title: string,
  rows: readonly { readonly view: IncidentView; readonly ask: Ask }[],
): Card {
  const question = 'どの事故のことですか。';
  return offering(
    title,
    `${question} まだ記録していません。`,
    text(question, 'strong'),
    list(rows.map(({ view, ask: asked }) => ({ ...incidentRow(view), ask: asked }))),
    text('選ぶまで、何も記録しません。', 'quiet'),
    buttons({ label: '事故一覧', ask: ask('show-incidents') }, never),
  );
}

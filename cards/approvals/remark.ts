import { ask } from '../../programme/asks.ts';
import { buttons, type Card, card, facts, notice } from '../card.ts';
import { type FilingView, whichFiling } from './filing-view.ts';

/** A remark was kept for those who decide. */
export function remarkedCard(view: FilingView, said: string): Card {
  const { called, title, deciders } = view;
  const done = `意見を残しました。主担当の方（${deciders.join('、')}）が、決めるときに読みます。`;
  return card(
    '意見',
    `${called}「${title}」: ${done}`,
    notice('good', done),
    facts(['件名', title], ['意見', said]),
    buttons(
      { label: 'この提出を見る', ask: ask('show-waiting', whichFiling(view)) },
      { label: '承認待ち', ask: ask('show-waiting') },
    ),
  );
}

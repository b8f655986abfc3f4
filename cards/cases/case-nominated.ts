import { ask } from '../../programme/asks.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { itemName } from '../../programme/shown.ts';
import { buttons, type Card, card, facts, notice, text } from '../card.ts';

/** What was nominated, for whoever did. */
export function caseNominatedCard(municipality: Municipality, item: string, why: string, isOffice: boolean): Card {
  const sentence = `${municipality.name}の${itemName(item)}を、事例に推薦しました。`;
  return card(
    '事例推薦',
    sentence,
    notice('good', sentence),
    facts(['推薦の理由', why]),
    text('事務局の「事例候補」に出ます。ほかの市町村に見えるのは、その市町村が承諾したあとです。', 'quiet'),
    buttons(
      ...(isOffice ? [{ label: '事例候補', ask: ask('show-case-candidates') }] : []),
      { label: 'ほかも推薦する', ask: ask('nominate-case') },
      { label: '事例を見る', ask: ask('find-cases') },
    ),
  );
}

import { ask } from '../../programme/asks.ts';
import type { SeenCase } from '../../programme/cases/case-search.ts';
import { itemName } from '../../programme/shown.ts';
import { buttons, type Card, list, offering, text } from '../card.ts';

/** More are found by their municipality or their item. */
const SHOWN = 8;

/** Of which case the sheet is wanted. */
export function whichCaseSheetCard(all: readonly Pick<SeenCase, 'id' | 'item' | 'municipality' | 'content'>[]): Card {
  const question = 'どの事例の事例シートですか。';
  const more = all.length - SHOWN;
  return offering(
    '事例シート',
    question,
    text(question, 'strong'),
    list(
      all.slice(0, SHOWN).map(({ id, item, municipality, content }) => ({
        title: content.title,
        detail: `${municipality.name}・${itemName(item)}`,
        ask: ask('case-file', { case: id }),
      })),
    ),
    more > 0 ? text(`ほか${more}件は「事例シート」に続けて市町村か項目を送ると選べます。`, 'quiet') : [],
    buttons({ label: '事例を探す', ask: ask('find-cases') }),
  );
}

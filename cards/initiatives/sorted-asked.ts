import { ask, type Given } from '../../programme/asks.ts';
import { columnOf } from '../../programme/initiatives/initiative-field.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { buttons, type Card, offering, text } from '../card.ts';
import { never } from '../understood.ts';

type About = { readonly municipality: Municipality; readonly year: number; readonly given: Given<'add-initiative'> };

/** 仕分け of a new one whose item has no 実施年度: it is said, and never taken for granted. */
export function sortedAskedCard({ municipality, year, given }: About): Card {
  const { choices = [] } = columnOf('sorted', year);
  const question = '実施年度の仕分けはどちらですか。';
  return offering(
    '実施年度の仕分け',
    `${municipality.name}　${question}まだ書いていません。`,
    text(question, 'strong'),
    text(`${municipality.name}　重点取組区分の項目に実施年度がないため、お尋ねします。まだ書いていません。`, 'quiet'),
    buttons(
      ...choices.map(({ value, label }) => ({
        label,
        ask: ask('add-initiative', { ...given, municipality: municipality.code, sorted: value }),
      })),
      never,
    ),
  );
}

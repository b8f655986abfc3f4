import type { Municipality } from '../programme/municipality.ts';
import { type Ask, type Card, card, text } from './card.ts';

/** Asks which municipality something is about; names stand with their 圏域, because several are alike. */
export function chooseMunicipality(asked: Ask, title: string, municipalities: readonly Municipality[]): Card {
  return card(title, `${title}: どの市町村ですか。`, text('どの市町村ですか。', 'strong'), {
    kind: 'form',
    parts: [
      {
        intro: [],
        fields: [
          {
            type: 'choice',
            name: 'municipality',
            label: '市町村',
            required: true,
            choices: municipalities.map(({ code, name, area }) => ({ value: code, label: `${name}（${area}）` })),
          },
        ],
      },
    ],
    submit: '表示する',
    ask: asked,
  });
}

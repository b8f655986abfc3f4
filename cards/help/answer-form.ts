import type { Ask, Card } from '../card.ts';
import { card, text } from '../card.ts';
import type { RequestView } from './request-view.ts';

/** What was asked, and a field for the answer to it; `value` stands in it where it could not be taken. */
export function answerFormCard(
  { request, municipality, nameOf }: RequestView,
  given: Ask['input'],
  { problem, value }: { readonly problem: string | undefined; readonly value: string | undefined },
): Card {
  const { answer: _, ...kept } = given;
  const whom = nameOf(request.by);
  return card(
    '回答',
    `${municipality.name}の相談への回答を入力してください。`,
    text(`${municipality.name}　${whom}の相談`, 'quiet'),
    text(request.text),
    text(`回答は、${whom}に1対1で届きます。`, 'quiet'),
    {
      kind: 'form',
      parts: [
        {
          intro: [],
          fields: [
            {
              name: 'answer',
              label: '回答',
              type: 'text',
              lines: 'many',
              maxLength: 1000,
              required: true,
              value,
              error: problem,
            },
          ],
        },
      ],
      submit: '回答する',
      ask: { command: 'answer-request', input: kept },
    },
  );
}

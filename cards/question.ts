import { type Ask, type Card, card, type Field, text } from './card.ts';

type Asking = { readonly name: string; readonly says: readonly [string, ...string[]] };

/** An ask that lacks something, or has something wrong, is answered with a form that keeps what was given well. */
export function questionFor(command: Asking, given: Ask['input'], fields: readonly Field[]): Card {
  const wrong = fields.filter(({ error }) => error !== undefined);
  const lead = wrong.length > 0 ? '入力を確かめてください。まだ記録していません。' : '次の内容を入力してください。';
  const kept = Object.fromEntries(
    Object.entries(given).filter(([name]) => !fields.some((field) => field.name === name)),
  );
  return card(
    command.says[0],
    `${command.says[0]}: ${fields.map(({ label }) => label).join('、')}`,
    text(lead, wrong.length > 0 ? 'strong' : 'plain'),
    { kind: 'form', parts: [{ intro: [], fields }], submit: '送る', ask: { command: command.name, input: kept } },
  );
}

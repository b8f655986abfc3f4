import type { Ask, Button, Card, Field } from '../card.ts';
import { buttons, card, list, notice, text } from '../card.ts';
import { pageButtons } from '../page-buttons.ts';

type RegisterRow = { readonly title: string; readonly detail: string; readonly change: Ask | undefined };
export type RegisterView = {
  /** 権利留保物 */
  readonly title: string;
  /** What it is for, in a sentence. */
  readonly about: string;
  readonly rows: readonly RegisterRow[];
  readonly all: number;
  readonly page: number;
  readonly pages: number;
  readonly to: (page: number) => Ask;
  readonly add: Button | undefined;
  /** What was just written. */
  readonly said?: string | undefined;
};

/** A register the secretariat keeps, and the prefecture sees. */
export function registerCard({ title, about, rows, all, page, pages, to, add, said }: RegisterView): Card {
  const told = all === 0 ? 'まだ登録がありません。' : `${all}件`;
  return card(
    title,
    `${title} ${said ?? told}`,
    said ? notice('good', said) : [],
    text(`${title}　${told}`, 'strong'),
    text(about, 'quiet'),
    list(rows.map(({ title: name, detail, change }) => ({ title: name, detail, ...(change ? { ask: change } : {}) }))),
    add ? text('行を選ぶと直せます。直す前の内容も残ります。', 'quiet') : [],
    buttons(...pageButtons(page, pages, to), ...(add ? [add] : [])),
  );
}

export type RegisterField = { readonly name: string; readonly label: string; readonly hint?: string };

export function registerForm(
  title: string,
  fields: readonly RegisterField[],
  known: Readonly<Record<string, string | undefined>>,
  asked: Ask,
): Card {
  const inputs = fields.map(
    ({ name, label, hint }): Field => ({
      ...{ name, label, required: true, value: known[name], type: 'text', maxLength: 200 },
      ...(hint ? { hint } : {}),
    }),
  );
  return card(title, `${title}について入力してください。`, text(title, 'strong'), {
    kind: 'form',
    parts: [{ intro: [], fields: inputs }],
    submit: '登録する',
    ask: asked,
  });
}

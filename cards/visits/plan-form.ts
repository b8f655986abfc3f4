import { ask } from '../../programme/asks.ts';
import { type Day, shortDate } from '../../programme/day.ts';
import { visitModeNames } from '../../programme/meetings/visit-mode.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { type Button, buttons, type Card, card, type Field, notice, text } from '../card.ts';

type Given = Readonly<Record<string, unknown>>;

/** When and how somebody will visit; what was said already is filled in. */
export function planVisitForm(
  { name, code }: Pick<Municipality, 'name' | 'code'>,
  given: Given,
  errors: Readonly<Record<string, string>> = {},
  instead?: Day,
): Card {
  const wrong = Object.values(errors);
  const filled = (field: string) => (typeof given[field] === 'string' ? given[field] : undefined);
  const base = (field: string, label: string, required = true) => ({
    ...{ name: field, label, required, value: filled(field), error: errors[field] },
    said: filled(field) !== undefined,
  });
  const modes = Object.entries(visitModeNames).map(([value, label]) => ({ value, label }));
  const fields: Field[] = [
    { ...base('day', '日付'), type: 'date' },
    { ...base('start', '開始'), type: 'time' },
    { ...base('end', '終了'), type: 'time' },
    { ...base('mode', '形態'), type: 'choice', choices: modes },
    { ...base('place', '場所（任意）', false), type: 'text', maxLength: 100 },
  ];
  const another: Button[] = instead
    ? [
        {
          label: `${shortDate(instead)}にする`,
          look: 'primary',
          ask: { command: 'plan-visit', input: { ...given, municipality: code, day: instead } },
        },
      ]
    : [];
  return card(
    '訪問予定',
    wrong.length > 0 ? `訪問予定: ${wrong.join('、')}` : `${name} 訪問予定: 日時と形態を入力してください。`,
    text(name, 'strong'),
    wrong.length > 0 ? notice('attention', '入力を確かめてください。まだ予定に入れていません。') : [],
    another.length > 0 ? buttons(...another) : [],
    {
      kind: 'form',
      parts: fields.map((field) => ({ intro: [], fields: [field] })),
      submit: '予定に入れる',
      ask: ask('plan-visit', { municipality: code }),
    },
  );
}

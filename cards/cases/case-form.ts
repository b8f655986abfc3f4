import { ask } from '../../programme/asks.ts';
import { type Case, currentCase, photoConsentNames } from '../../programme/cases/case.ts';
import { blankFields, type CaseFieldName, findCaseField } from '../../programme/cases/case-field.ts';
import { type CaseSection, caseSectionNames } from '../../programme/cases/inputs.ts';
import { choicesOf } from '../../programme/input-meta.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { itemName } from '../../programme/shown.ts';
import { type Card, card, type Field, type Node, notice, text } from '../card.ts';

/** So many at once are answered on a phone; what is left is asked the next time. */
const AT_ONCE = 8;

export type CaseForm = {
  readonly one: Case;
  readonly municipality: Municipality;
  readonly section: CaseSection;
  /** What was typed, by the names of the fields. */
  readonly given: Readonly<Record<string, string | undefined>>;
  /** Why it cannot be taken, by the names of the fields. */
  readonly errors: ReadonlyMap<string, string>;
  /** Written by somebody else since the card was opened. */
  readonly newer?: string | undefined;
};

/** One part of a case to be written, or all its blanks as questions. */
export function caseFormCard(form: CaseForm): Card {
  const { one, municipality, section, errors, newer } = form;
  const { number: seen } = currentCase(one);
  const part = caseSectionNames[section] ?? '';
  return card(
    `事例を書く ${part}`,
    `${municipality.name}　${itemName(one.item)}: ${part}`,
    text(`${municipality.name}　${itemName(one.item)}`, 'strong'),
    newer === undefined ? [] : newerNodes(newer),
    errors.size > 0 ? notice('attention', `まだ記録していません。${[...errors.values()].join('\n')}`) : [],
    text('氏名は書かず、課や職で書いてください。分からないところは空けておけます。', 'quiet'),
    {
      kind: 'form',
      parts: [{ intro: [], fields: fieldsOf(form) }],
      submit: '記録する',
      ask: ask('edit-case', { case: one.id, section, seen }),
    },
  );
}

const newerNodes = (newer: string): Node[] => [
  notice(
    'attention',
    'このカードを開いたあとに、ほかの方が書きました。まだ記録していません。合わせて、もう一度記録してください。',
  ),
  text(`今の内容: ${newer}`),
];

function fieldsOf(form: CaseForm): readonly Field[] {
  const { one, section } = form;
  if (section === 'blanks') return blankFieldsOf(form);
  if (section === 'photos') return photoFields(form);
  if (section === 'works') return workFields(form);
  return [textField(form, section, 'text', currentCase(one).content.texts[section])];
}

/** Every one may be left for later: what is needed before anybody is asked for consent is said on the case. */
function blankFieldsOf(form: CaseForm): readonly Field[] {
  const blanks = blankFields(currentCase(form.one).content.texts).slice(0, AT_ONCE);
  return blanks.map(({ name }) => ({ ...textField(form, name, `texts.${name}`, undefined), required: false }));
}

function textField(
  { given, errors }: CaseForm,
  section: CaseFieldName,
  name: string,
  stands: string | undefined,
): Field {
  const { label = '', maxLength = 0, required = false } = findCaseField(section) ?? {};
  return {
    ...{ name, label: required ? label : `${label}（任意）`, required: true, value: given[name] ?? stands },
    ...{ type: 'text', maxLength, lines: maxLength > 60 ? 'many' : 'one', error: errors.get(name) },
    ...(stands !== undefined && !required ? { hint: '消すときは「なし」' } : {}),
  };
}

function photoFields({ given, errors }: CaseForm): readonly Field[] {
  return [
    {
      ...{ name: 'text', label: '写真（写っているもの・置き場所）', required: true, value: given['text'] },
      ...{ type: 'text', maxLength: 200, error: errors.get('text'), hint: '例: 総合窓口の様子 https://…' },
    },
    {
      ...{ name: 'photos', label: '写っている人の同意', required: true, value: given['photos'] },
      ...{ type: 'choice', choices: choicesOf(photoConsentNames), hint: '「なし」の写真は載りません' },
    },
  ];
}

function workFields({ given, errors }: CaseForm): readonly Field[] {
  return [
    {
      ...{ name: 'text', label: '他者の著作物（図・文章など）', required: true, value: given['text'] },
      ...{ type: 'text', maxLength: 200, error: errors.get('text') },
    },
    {
      ...{ name: 'permission', label: '出典・許諾（任意）', required: false, value: given['permission'] },
      ...{ type: 'text', maxLength: 200, error: errors.get('permission'), hint: '空のものは載りません' },
    },
  ];
}

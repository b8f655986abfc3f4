import type {
  IChoiceSetInput,
  IColumnSet,
  IDateInput,
  ITextInput,
  ITimeInput,
  IToggleInput,
} from '@microsoft/teams.cards';
import type { Field } from '../../../../cards/card.ts';
import { asTyped } from './as-typed.ts';
import { type Element, TONES, textBlock, wide } from './text.ts';
import { pixels } from './width.ts';

type Of<T extends Field['type']> = Extract<Field, { type: T }>;

/** Digits of either width, with a sign, thousands separators, a fraction and a percent sign or none. */
const NUMBER = '^[\\s　]*[-−－△▲+＋]?[0-9０-９][0-9０-９,，、]*([.．][0-9０-９]+)?[\\s　]*[%％]?[\\s　]*$';
/** A label of one line in half a phone. */
const HALF = 144;
const LONGEST_NAME = 40;
const FEW = 4;
const MANY = 15;

/** Two numbers in a row, a numerator and its denominator, stand side by side where their labels leave room. */
export function drawFields(fields: readonly Field[]): Element[] {
  const [first, second, ...rest] = fields;
  if (!first) return [];
  if (second && fitsHalf(first) && fitsHalf(second)) return [pair(first, second), ...drawFields(rest)];
  return [...drawField(first), ...drawFields(fields.slice(1))];
}

function fitsHalf(field: Field): boolean {
  return field.type === 'number' && pixels(field.label) <= HALF;
}

function pair(left: Field, right: Field): IColumnSet {
  return { type: 'ColumnSet', spacing: 'Default', columns: [wide(...drawField(left)), wide(...drawField(right))] };
}

/** The input, and under it what was wrong last time and the hint. */
function drawField(field: Field): Element[] {
  return [
    drawInput(field),
    ...(field.error === undefined
      ? []
      : [textBlock(`${TONES.bad.mark} ${field.error}`, { color: 'Attention', size: 'Small', spacing: 'Small' })]),
    ...(field.hint === undefined ? [] : [textBlock(field.hint, { isSubtle: true, size: 'Small', spacing: 'Small' })]),
  ];
}

function drawInput(field: Field): Element {
  switch (field.type) {
    case 'text':
      return textInput(field);
    case 'number':
      return numberInput(field);
    case 'date':
      return {
        type: 'Input.Date',
        ...common(field, `${field.label}の日付を選んでください。`),
      } satisfies IDateInput;
    case 'time':
      return {
        type: 'Input.Time',
        ...common(field, `${field.label}の時刻を選んでください。`),
      } satisfies ITimeInput;
    case 'toggle':
      return toggleInput(field);
    case 'choice':
      return choiceInput(field);
    case 'search':
      return searchInput(field);
  }
}

function common(field: Field, errorMessage: string) {
  return {
    id: field.name,
    label: field.label,
    isRequired: field.required,
    errorMessage,
    spacing: 'Default',
    ...(field.value === undefined ? {} : { value: field.value }),
  } as const;
}

function textInput(field: Of<'text'>): ITextInput {
  return {
    type: 'Input.Text',
    ...common(field, `${field.label}を${field.maxLength}字以内で入力してください。`),
    maxLength: field.maxLength,
    isMultiline: field.lines === 'many',
  };
}

/** A text: what is offered all the same stands in it as an example. */
function searchInput(field: Of<'search'>): ITextInput {
  const offered = field.choices.map(({ label }) => label).join('、');
  return {
    type: 'Input.Text',
    ...common(field, `${field.label}の名前の一部を入力してください。`),
    maxLength: LONGEST_NAME,
    placeholder: `名前の一部${offered === '' ? '' : `、または ${offered}`}`,
  };
}

/**
 * An optional Input.Number with a range, left empty, makes the card impossible to send; and it takes no full-width
 * digits. Style Tel would bring up a keypad without a decimal point on iPhones.
 */
function numberInput(field: Of<'number'>): ITextInput {
  return {
    type: 'Input.Text',
    ...common(field, `${field.label}は数字で入力してください（例: 1,200）。`),
    regex: NUMBER,
    maxLength: 20,
    ...(field.last === undefined ? {} : { placeholder: `前回 ${field.last}` }),
  };
}

/** A required toggle would have to be on: off is an answer too. Its title is its label. */
function toggleInput(field: Of<'toggle'>): IToggleInput {
  const { label, ...rest } = common(field, `${field.label}に当てはまるか選んでください。`);
  return {
    type: 'Input.Toggle',
    ...rest,
    isRequired: false,
    title: label,
    value: field.value ?? 'false',
    valueOn: 'true',
    valueOff: 'false',
    wrap: true,
  };
}

function choiceInput(field: Of<'choice'>): IChoiceSetInput {
  return {
    type: 'Input.ChoiceSet',
    ...common(field, `${field.label}を${field.several ? '' : '1つ'}選んでください。`),
    style: choiceStyle(field.choices.length),
    ...(field.several ? { isMultiSelect: true } : {}),
    placeholder: '選んでください',
    wrap: true,
    choices: field.choices.map(({ value, label }) => ({ title: asTyped(label), value })),
  };
}

function choiceStyle(count: number): NonNullable<IChoiceSetInput['style']> {
  if (count <= FEW) return 'expanded';
  return count <= MANY ? 'compact' : 'filtered';
}

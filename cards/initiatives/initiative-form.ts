import { ask } from '../../programme/asks.ts';
import { findKpi } from '../../programme/catalogue.ts';
import type { InitiativeSaid } from '../../programme/initiatives/edited-initiative.ts';
import {
  currentInitiative,
  type Initiative,
  type InitiativeContent,
  InitiativeSpan,
} from '../../programme/initiatives/initiative.ts';
import {
  columnOf,
  type FilledField,
  fieldLabel,
  fieldsOfPart,
  fieldText,
  type InitiativeFieldName,
  type InitiativePart,
  initiativeFields,
  initiativePartNames,
} from '../../programme/initiatives/initiative-field.ts';
import { LONGEST_PART } from '../../programme/initiatives/roadmap-columns.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { type Ask, type Card, type Choice, card, type Field, type Node, notice, text } from '../card.ts';

type Filled = {
  readonly municipality: Municipality;
  readonly year: number;
  readonly given: InitiativeSaid;
  readonly errors: ReadonlyMap<InitiativeFieldName, string>;
  readonly ask: Ask;
};

/** What is asked of a new one: as many as can be answered on a phone; the first ones cannot be left for later. */
export const neededAtFirst: readonly InitiativeFieldName[] = ['title', 'priorityItem', 'plan', 'department'];
const ASKED_AT_FIRST: readonly InitiativeFieldName[] = [...neededAtFirst, 'quarter', 'problem', 'goal'];
const LATER = 'あとでも書けます';

/** A new initiative. */
export function newInitiativeForm({ municipality, year, given, errors, ask: asked }: Filled): Card {
  const fields = ASKED_AT_FIRST.flatMap((name) => initiativeFields.filter((field) => field.name === name)).map(
    (field) => {
      const needed = neededAtFirst.includes(field.name);
      const made = inputOf(field, { year, value: given[field.name], error: errors.get(field.name), required: needed });
      return {
        ...made,
        said: given[field.name] !== undefined && !errors.has(field.name),
        ...(needed ? {} : { hint: made.hint ? `${LATER}。${made.hint}` : LATER }),
      };
    },
  );
  return card(
    '取組を加える',
    `${municipality.name}の工程表に取組を加えます。`,
    text(`${municipality.name}の工程表に加えます。予算・財源などは、加えたあとに書けます。`),
    errorNodes(errors, year),
    { kind: 'form', parts: [{ intro: [], fields }], submit: '加える', ask: asked },
  );
}

export type PartForm = Omit<Filled, 'ask' | 'year'> & {
  readonly one: Initiative;
  readonly part: InitiativePart;
  /** What somebody else has written meanwhile. */
  readonly newer: readonly string[];
};

/** A part of an initiative, with what stands in it. */
export function initiativePartForm({ municipality, one, part, given, errors, newer }: PartForm): Card {
  const { content, number: seen } = currentInitiative(one);
  const fields = fieldsOfPart(part).map((field) =>
    inputOf(field, {
      year: one.year,
      value: given[field.name] ?? sentValue(content, field),
      error: errors.get(field.name),
      required: false,
      item: content.item,
    }),
  );
  return card(
    initiativePartNames[part],
    `${content.name}の${initiativePartNames[part]}`,
    text(`${municipality.name}　${content.name}`, 'strong'),
    newer.length > 0 ? newerNodes(newer) : [],
    errorNodes(errors, one.year),
    text('変わったところだけ直してください。消すときは「なし」。氏名は書かず、課や職で書きます。', 'quiet'),
    {
      kind: 'form',
      parts: fields.map((field) => ({ intro: [], fields: [field] })),
      submit: '変える',
      ask: ask('change-initiative', { municipality: municipality.code, initiative: one.id, section: part, seen }),
    },
  );
}

const newerNodes = (newer: readonly string[]): Node[] => [
  notice('attention', 'このカードを開いたあとに、ほかの方が同じところを変えました。まだ何も変えていません。'),
  text(`今の内容\n${newer.join('\n')}`),
];

function errorNodes(errors: Filled['errors'], year: number): Node[] {
  const lines = initiativeFields.flatMap((field) => {
    const error = errors.get(field.name);
    return error === undefined ? [] : [`${fieldLabel(field, year)}: ${error}`];
  });
  return lines.length > 0 ? [notice('attention', `まだ記録していません。${lines.join('\n')}`)] : [];
}

/** As a form sends it back. */
function sentValue(content: InitiativeContent, field: FilledField): string | undefined {
  const value = content[field.key];
  if (Array.isArray(value)) return value.join(',') || undefined;
  return value === undefined || value === '' ? undefined : String(value);
}

type Made = {
  readonly year: number;
  readonly value: string | undefined;
  readonly error: string | undefined;
  readonly required: boolean;
  /** What it belongs to, once that is known. */
  readonly item?: string;
};

/** Of many KPIs those of its own item, and whatever was chosen before. */
const likelyKpis = (choices: readonly Choice[], { item, value = '' }: Made): readonly Choice[] =>
  choices.filter((choice) => findKpi(choice.value)?.item === item || value.split(',').includes(choice.value));

function inputOf(field: FilledField, made: Made): Field {
  const { year, value, error, required } = made;
  const base = { name: field.name, label: fieldLabel(field, year), required, value, error };
  if (field.key === 'spans')
    return {
      ...{ ...base, type: 'choice', several: true },
      choices: InitiativeSpan.options.map((span) => ({ value: span, label: columnOf(span, year).heading })),
    };
  const { kind, choices = [], hint } = columnOf(field.key, year);
  if (kind === 'choice') return { ...base, type: 'choice', choices };
  if (kind === 'ids') {
    const offered = field.key === 'kpis' ? likelyKpis(choices, made) : choices;
    return { ...base, type: 'choice', choices: offered, several: true };
  }
  if (kind === 'day') return { ...base, type: 'date' };
  if (kind === 'thousands') return { ...base, type: 'text', maxLength: 40, hint: '千円。「120万円」とも書けます' };
  const isShort = columnOf(field.key, year).width < 10 || field.key === 'name';
  return { ...base, type: 'text', maxLength: isShort ? 60 : LONGEST_PART, lines: isShort ? 'one' : 'many', hint };
}

/** A field as it stands, for whoever finds it changed. */
export const standingLine = (content: InitiativeContent, field: FilledField, year: number): string =>
  `${fieldLabel(field, year)}: ${fieldText(content, field, year) || '（空欄）'}`;

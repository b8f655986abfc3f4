import type { Card, Field, FormPart, Node } from '../../cards/card.ts';
import { arePicked, type Question } from '../../programme/interview.ts';

export type Form = Extract<Node, { kind: 'form' }>;

export const formOf = ({ body }: Card): Form | undefined => body.find((node) => node.kind === 'form');

/** The fields of a form as questions; of one that comes back with faults, or knows a part already, only the others. */
export function questionsOf({ parts }: Form): readonly Question[] {
  const all = parts.flatMap(questionsOfPart);
  const wrong = new Set(all.flatMap(({ part, error }) => (error === undefined ? [] : [part])));
  // What is missing of a row is seldom only the one field that has the reason.
  const belongs = ({ part, value }: Question) => parts.length > 1 && wrong.has(part) && value === undefined;
  if (wrong.size > 0) return all.filter((question) => question.error !== undefined || belongs(question));
  // What was entered of what is picked can be picked again.
  if (arePicked(all)) return all;
  const said = new Set(parts.flatMap(({ fields }) => fields.flatMap((field) => (field.said ? [field.name] : []))));
  const open = all.filter(({ name }) => !said.has(name));
  return open.length > 0 ? open : all;
}

function questionsOfPart({ intro, fields }: FormPart, part: number): Question[] {
  const instead = fields.find((field) => field.type === 'toggle' && field.insteadOfPart);
  const lines = intro.flatMap(linesOf);
  return fields
    .filter((field) => field !== instead)
    .map((field, at) => ({
      ...questionOf(field),
      part,
      intro: at === 0 ? lines : lines.slice(0, 1),
      ...(instead && at === 0 ? { instead: { name: instead.name, label: instead.label } } : {}),
    }));
}

function questionOf(field: Field): Omit<Question, 'part' | 'intro'> {
  const { name, label, type, required, value, hint, error } = field;
  return {
    name,
    label,
    type,
    required,
    ...(value === undefined || value === '' ? {} : { value }),
    ...(hint === undefined ? {} : { hint }),
    ...(error === undefined ? {} : { error }),
    ...('choices' in field ? { choices: [...field.choices] } : {}),
    ...('several' in field && field.several ? { several: true } : {}),
    ...('maxLength' in field ? { maxLength: field.maxLength } : {}),
    ...('unit' in field && field.unit !== undefined ? { unit: field.unit } : {}),
    ...('last' in field && field.last !== undefined ? { last: field.last } : {}),
  };
}

function linesOf(node: Node): string[] {
  switch (node.kind) {
    case 'text':
    case 'notice':
      return [node.text];
    case 'facts':
      return node.facts.map(([label, value]) => `${label}: ${value}`);
    default:
      return [];
  }
}

import type { Card, Field, FormPart, Node } from '../../cards/card.ts';
import type { Question } from '../../programme/interview.ts';

export type Form = Extract<Node, { kind: 'form' }>;

export const formOf = ({ body }: Card): Form | undefined => body.find((node) => node.kind === 'form');

/** The fields of a form as questions; of a form that comes back with faults only those that have one. */
export function questionsOf({ parts }: Form): readonly Question[] {
  const all = parts.flatMap(questionsOfPart);
  const faulty = all.filter(({ error }) => error !== undefined);
  return faulty.length > 0 ? faulty : all;
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
    ...{ name, label, type, required },
    ...(value === undefined || value === '' ? {} : { value }),
    ...(hint === undefined ? {} : { hint }),
    ...(error === undefined ? {} : { error }),
    ...('choices' in field ? { choices: [...field.choices] } : {}),
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

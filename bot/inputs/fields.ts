import { z } from 'zod';
import type { Field } from '../../cards/card.ts';
import { municipalityField } from '../../cards/choose-municipality.ts';
import { type InputMeta, metasOf } from '../../programme/input-meta.ts';
import type { Command, InputTrouble } from '../command.ts';
import type { TurnStart } from '../turn.ts';
import { inputKinds, labelFor } from './input-kinds.ts';

/** The inputs of a command as labels and readers, from its schema. */
export function inputsOf({ input }: Command): readonly Input[] {
  const isRequired = (name: string) => !(input.shape[name] instanceof z.ZodOptional);
  const known = inputs.get(input) ?? metasOf(input).map((each) => ({ ...each, required: isRequired(each.name) }));
  inputs.set(input, known);
  return known;
}

type Input = { readonly name: string; readonly meta: InputMeta; readonly required: boolean };
const inputs = new WeakMap<z.ZodObject, readonly Input[]>();

/** The fields a person still has to fill in, or fill in again; what was given well stays as it was given. */
export async function fieldsFor(
  command: Command,
  given: Readonly<Record<string, unknown>>,
  troubles: readonly InputTrouble[],
  turn: TurnStart,
): Promise<readonly Field[]> {
  const fields: Field[] = [];
  for (const { name, meta, required } of inputsOf(command)) {
    const trouble = troubles.find(({ input }) => input === name);
    const error = given[name] === undefined ? undefined : trouble?.problem;
    const needed = required || trouble !== undefined;
    if (!isAsked(meta, { given: given[name] !== undefined, error, needed })) continue;
    fields.push(await fieldOf(name, meta, { turn, given, required: needed, error }));
  }
  return fields;
}

function isAsked(meta: InputMeta, input: { given: boolean; error: string | undefined; needed: boolean }): boolean {
  if (inputKinds[meta.reads].unasked) return false;
  return input.given ? input.error !== undefined : input.needed;
}

type Context = {
  readonly turn: TurnStart;
  readonly given: Readonly<Record<string, unknown>>;
  readonly required: boolean;
  readonly error: string | undefined;
};

async function fieldOf(name: string, meta: InputMeta, { turn, given, required, error }: Context): Promise<Field> {
  const typed = given[name];
  const base = {
    name,
    label: labelFor(meta, given),
    required,
    hint: meta.hint,
    error,
    value: typeof typed === 'string' || typeof typed === 'number' ? String(typed) : undefined,
  };
  const kind = inputKinds[meta.reads];
  const among = await kind.among?.(turn);
  if (among) return municipalityField(base, among, base.value);
  const choices = meta.choices ?? (await kind.choices?.(turn, given));
  if (choices) return { ...base, type: 'choice', choices };
  if (kind.field) return { ...base, type: kind.field };
  return {
    ...base,
    type: 'text',
    maxLength: meta.maxLength ?? 40,
    lines: (meta.maxLength ?? 0) > 200 ? 'many' : 'one',
  };
}

import { z } from 'zod';

const blankIsAbsent = (value: unknown) => (value === '' ? undefined : value);

/** A setting that may be left out; a blank one is. */
export const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankIsAbsent, schema.optional());

export const withDefault = <T extends z.ZodType>(schema: T, fallback: z.output<T>) =>
  z.preprocess((value) => blankIsAbsent(value) ?? fallback, schema);

/** What a setting holds that may name several, by commas. */
export const listOf = (text = ''): readonly string[] =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');

/** Settings that only make sense together: where the first is so, the others must be there. */
export type Together<C> = readonly (readonly [when: (config: C) => unknown, needed: readonly (keyof C & string)[]])[];

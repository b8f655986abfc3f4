import { z } from 'zod';
import { Day } from './day.ts';

/** When an expert serves a municipality: access runs from 0:00 of `from` to 24:00 of `until`, in Japan. */
export const Term = z.object({ municipality: z.string(), from: Day, until: Day });
export type Term = z.infer<typeof Term>;

type Served = { readonly municipalities: readonly string[]; readonly terms?: readonly Term[] | undefined };

/** Whether a municipality (団体コード) is served on a day: a term covers it, or none was ever set for it. */
export function serves({ municipalities, terms = [] }: Served, code: string, day: Day): boolean {
  const own = terms.filter(({ municipality }) => municipality === code);
  if (own.length === 0) return municipalities.includes(code);
  return own.some(({ from, until }) => from <= day && day <= until);
}

/** The term that covers a day; undefined where none does, or none was ever set. */
export function termOn({ terms = [] }: Pick<Served, 'terms'>, code: string, day: Day): Term | undefined {
  return terms.find(({ municipality, from, until }) => municipality === code && from <= day && day <= until);
}

/** The municipalities that are served on a day. */
export function servedOn(served: Served, day: Day): string[] {
  return served.municipalities.filter((code) => serves(served, code, day));
}

import type { Person } from './fakes/person.ts';

/** The cards somebody has got with all of these words. */
export const told = (person: Person, ...words: readonly string[]): readonly string[] =>
  person.got().filter((card) => words.every((each) => card.includes(each)));

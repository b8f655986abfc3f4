import type { Person } from './fakes/person.ts';

/** What somebody got that has all of these words. */
export const gotWith = (person: Person, ...words: readonly string[]): readonly string[] =>
  person.got().filter((each) => words.every((word) => each.includes(word)));

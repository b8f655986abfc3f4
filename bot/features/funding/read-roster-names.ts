import { PERSON_NAMED, personNamedIn } from '../../../programme/cases/person-named.ts';
import type { Store } from '../../../storage/collections.ts';
import { rosterNames } from '../initiatives/initiative-found.ts';

/** What is wrong with texts that name somebody of the roster, by the names of their inputs: offices and posts are named, people never. */
export async function peopleNamedIn<N extends string>(
  texts: Readonly<Partial<Record<N, string | undefined>>>,
  { members }: Pick<Store, 'members'>,
): Promise<ReadonlyMap<N, string>> {
  const names = await rosterNames({ members });
  const naming = (Object.entries(texts) as [N, string | undefined][]).filter(
    ([, text]) => text !== undefined && personNamedIn(text, names) !== undefined,
  );
  return new Map(naming.map(([name]) => [name, PERSON_NAMED]));
}

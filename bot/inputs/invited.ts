import { type Callable, callable, circleSaid, partsSaid, peopleSaid } from '../../programme/meetings/audience-said.ts';
import type { Member } from '../../programme/member.ts';
import { MEMBERS, type Store } from '../../storage/collections.ts';
import type { TurnStart } from '../turn.ts';
import { namedMunicipalities, townIn } from '../understand/names/municipality-names.ts';

/** A part of what was said, and which circle, municipality or people it may stand for: one, none, or several people. */
export type PartySaid = { readonly said: string; readonly parties: readonly string[] };

/** While a store hands out the same list, its names are the same too. */
const known = new WeakMap<readonly unknown[], Callable<Member>>();

/** Those of the roster who are here, to be found by name. */
async function peopleIn(store: Store): Promise<Callable<Member>> {
  const found = await store.members.list(MEMBERS);
  const people = known.get(found) ?? callable(found.map(({ value }) => value).filter(({ active }) => active));
  known.set(found, people);
  return people;
}

/** Whether somebody of the roster is called so. */
export async function isSomebody(text: string, { store }: Pick<TurnStart, 'store'>): Promise<boolean> {
  return peopleSaid(text, await peopleIn(store)).length > 0;
}

/** Whom a text names, part by part: circles, municipalities by any of their names, and people of the roster. */
export async function partiesSaid(
  text: string,
  { store }: Pick<TurnStart, 'store'>,
): Promise<{ readonly parts: readonly PartySaid[]; readonly people: readonly Member[] }> {
  const [towns, people] = await Promise.all([namedMunicipalities(store), peopleIn(store)]);
  const read = new Map<string, readonly string[]>();
  const partiesOf = (said: string): readonly string[] => {
    const parties = read.get(said) ?? circleOrPeople(said, people) ?? [townIn(towns, said) ?? []].flat();
    read.set(said, parties);
    return parties;
  };
  const parts = partsSaid(text.normalize('NFKC'), (said) => partiesOf(said).length > 0);
  return {
    parts: parts.map((said) => ({ said, parties: partiesOf(said) })),
    people: people.map(({ one }) => one),
  };
}

function circleOrPeople(said: string, people: Callable<Member>): readonly string[] | undefined {
  const circle = circleSaid(said);
  if (circle !== undefined) return [circle];
  const named = people.some(({ one }) => one.id === said) ? [said] : peopleSaid(said, people).map(({ id }) => id);
  return named.length > 0 ? named : undefined;
}

/** The same as one input: undefined where a part means nothing; who is one of several stays as it was said. */
export async function invitedSaid(text: string, turn: TurnStart): Promise<string | undefined> {
  const { parts } = await partiesSaid(text, turn);
  if (parts.length === 0 || parts.some(({ parties }) => parties.length === 0)) return undefined;
  return parts.map(({ said, parties: [first, ...others] }) => (others.length === 0 ? first : said)).join('、');
}

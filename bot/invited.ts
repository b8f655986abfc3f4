import { circleSaid, partsSaid, peopleSaid } from '../programme/meetings/audience-said.ts';
import type { Member } from '../programme/member.ts';
import { MEMBERS } from '../storage/collections.ts';
import type { TurnStart } from './command.ts';
import { townIn, townsIn } from './understand/town-names.ts';

/** A part of what was said, and which circle, municipality or people it may stand for: one, none, or several people. */
export type PartySaid = { readonly said: string; readonly parties: readonly string[] };

/** Whom a text names, part by part: circles, municipalities by any of their names, and people of the roster. */
export async function partiesSaid(
  text: string,
  { store }: Pick<TurnStart, 'store'>,
): Promise<{ readonly parts: readonly PartySaid[]; readonly people: readonly Member[] }> {
  const [towns, found] = await Promise.all([townsIn(store), store.members.list(MEMBERS)]);
  const people = found.map(({ value }) => value).filter(({ active }) => active);
  const partiesOf = (said: string): readonly string[] => {
    const one = circleSaid(said) ?? people.find(({ id }) => id === said)?.id;
    if (one !== undefined) return [one];
    const named = peopleSaid(said, people);
    return named.length > 0 ? named.map(({ id }) => id) : [townIn(towns, said) ?? []].flat();
  };
  const parts = partsSaid(text.normalize('NFKC'), (said) => partiesOf(said).length > 0);
  return { parts: parts.map((said) => ({ said, parties: partiesOf(said) })), people };
}

/** The same as one input: undefined where a part means nothing; who is one of several stays as it was said. */
export async function invitedSaid(text: string, turn: TurnStart): Promise<string | undefined> {
  const { parts } = await partiesSaid(text, turn);
  if (parts.length === 0 || parts.some(({ parties }) => parties.length === 0)) return undefined;
  return parts.map(({ said, parties: [first, ...others] }) => (others.length === 0 ? first : said)).join('、');
}

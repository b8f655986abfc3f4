import type { RosterEntry } from '../../../documents/workbook/content.ts';
import type { Member } from '../../../programme/member.ts';
import { decisionSentences, samePeople } from '../../../programme/people/same-person.ts';
import { newMemberId } from '../../../storage/ids.ts';

/** A line of 名簿 and who that is: somebody known, who keeps the id, or somebody new. */
export type Identified = { readonly entry: RosterEntry; readonly id: string; readonly known: Member | undefined };

export type Identities = {
  readonly people: readonly Identified[];
  /** Decisions that the operator should see; one sentence each. */
  readonly said: readonly string[];
};

/** A line of 名簿 could be several of those known. Nothing was written. */
export class UnclearPeople extends Error {
  readonly sentences: readonly string[];

  constructor(sentences: readonly string[]) {
    super('lines of the roster fit several people');
    this.sentences = sentences;
  }
}

/**
 * Who each line of 名簿 is. Once somebody exists, no later line makes their id.
 * @throws UnclearPeople where a line fits several
 */
export function identify(roster: readonly RosterEntry[], members: readonly Member[]): Identities {
  const { people: met, unclear } = samePeople(roster, members);
  if (unclear.length > 0) throw new UnclearPeople(unclear);
  const taken = new Set(members.map(({ id }) => id));
  const people = met.map(({ entry, known }): Identified => {
    const id = known?.id ?? newMemberId(entry, taken);
    taken.add(id);
    return { entry, known, id };
  });
  const staying = new Set(met.flatMap(({ known }) => known ?? []));
  return { people, said: met.flatMap((one) => decisionSentences(one, members, (member) => staying.has(member))) };
}

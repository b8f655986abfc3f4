import { z } from 'zod';
import { type Member, type Role, sameEmail } from '../member.ts';
import { plainName } from '../person-name.ts';

/** Somebody of the contractor's side as a 体制表 or a 体制変更 names them, who may not be on the roster yet. */
export const ContractorPerson = z.object({
  /** Id of the roster. */
  member: z.string().optional(),
  name: z.string().min(1),
  email: z.string().optional(),
});
export type ContractorPerson = z.infer<typeof ContractorPerson>;

type Named = Pick<Member, 'id' | 'name' | 'email'>;

/** Who works for the contractor; their changes need the prefecture's 承認. */
export const isOfContractor = ({ role }: { readonly role: Role }): boolean =>
  role === 'expert' || role === 'secretariat';

/** Whether this one is meant: by the id of the roster where it is known, else by e-mail, else by name. */
export function isThisPerson({ id, name, email }: Named, person: ContractorPerson): boolean {
  if (person.member !== undefined) return person.member === id;
  if (person.email !== undefined && email !== undefined) return sameEmail(person.email, email);
  return plainName(person.name) === plainName(name);
}

/** Whether two papers name the same one. */
export function isSamePerson(a: ContractorPerson, b: ContractorPerson): boolean {
  if (a.member !== undefined && b.member !== undefined) return a.member === b.member;
  if (a.email !== undefined && b.email !== undefined) return sameEmail(a.email, b.email);
  return plainName(a.name) === plainName(b.name);
}

export const personOf = ({ id, name, email }: Named): ContractorPerson => ({
  member: id,
  name,
  ...(email === undefined ? {} : { email }),
});

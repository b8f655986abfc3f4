import { Duty, dutyNames, type Member, type Role } from './member.ts';

/** Of which role somebody is who has a 役目. */
export const dutyRoles: Readonly<Record<Duty, Role>> = {
  consenter: 'municipal',
  pm: 'secretariat',
  responsible: 'secretariat',
  contact: 'secretariat',
};

/** PM、連絡窓口 or なし, as people write it; a word that is no 役目 is told apart. */
export function dutiesIn(said: string): { readonly duties: readonly Duty[]; readonly unknown: string | undefined } {
  const plain = (word: string) => word.normalize('NFKC').replace(/\s/g, '').toLowerCase();
  const words = said.split(/[、,，・/]+/).filter((word) => word.trim() !== '');
  if (words.length > 0 && words.every((word) => /^(なし|無し|無)$/.test(plain(word))))
    return { duties: [], unknown: undefined };
  const named = words.map((word) => Duty.options.find((duty) => plain(dutyNames[duty]) === plain(word)));
  const at = named.indexOf(undefined);
  return {
    duties: Duty.options.filter((duty) => named.includes(duty)),
    unknown: words.length === 0 ? said : words[at],
  };
}

export const dutiesSaid = (duties: readonly Duty[] = []): string => duties.map((duty) => dutyNames[duty]).join('、');

/** The 役目 of somebody's that are another role's. */
export const strangeDuty = ({ role, duties = [] }: Roled): Duty | undefined =>
  duties.find((duty) => dutyRoles[duty] !== role);

type Roled = { readonly role: Role; readonly duties?: readonly Duty[] | undefined };

/** What the roster has said of everybody, if it has the column; nobody who comes later goes without. */
export type Binding = Pick<Member, 'duties' | 'party' | 'pledged'>;

/** Columns of the roster that hold for everybody once they are there. */
export const bindingFields = ['duties', 'party', 'pledged'] as const;

/** Of those, which the roster has: it says something of everybody then. One that says it of some people has it not yet. */
export function boundBy(people: readonly Binding[]): readonly (keyof Binding)[] {
  return people.length === 0
    ? []
    : bindingFields.filter((field) => people.every((person) => person[field] !== undefined));
}

const BLANK: Required<Binding> = { duties: [], party: '', pledged: 'none' };

/** What nobody goes without who comes later: what an empty cell says. */
export const blanksOf = (people: readonly Binding[]): Binding =>
  Object.fromEntries(boundBy(people).map((field) => [field, BLANK[field]]));

/**
 * Whether a person may do what a 役目 of the roster is for. A roster that has never had the column keeps nobody from
 * it; an empty cell in it does.
 */
export const holdsDuty = ({ duties }: Pick<Member, 'duties'>, duty: Duty): boolean =>
  duties === undefined || duties.includes(duty);

/**
 * Who is turned to for a 役目: those the roster names for it; where it has never had the column, the 主担当, or everybody
 * where there is none. Empty where the column is there and names nobody.
 * @param among of one role, and of one municipality where the 役目 is a municipality's
 */
export function holdersOf(duty: Duty, among: readonly Member[]): readonly Member[] {
  const named = among.filter(({ duties }) => duties?.includes(duty));
  if (named.length > 0) return named;
  const free = among.filter(({ duties }) => duties === undefined);
  const leads = free.filter(({ lead }) => lead);
  return leads.length > 0 ? leads : free;
}

/** Whose answer is the prefecture's: its 主担当; where it has none, anybody of it. */
export function decidersAmong<M extends Pick<Member, 'role' | 'lead' | 'active'>>(members: readonly M[]): readonly M[] {
  const prefecture = members.filter(({ role, active }) => active && role === 'prefecture');
  const leads = prefecture.filter(({ lead }) => lead);
  return leads.length > 0 ? leads : prefecture;
}

import { PERSON_NAMED, personNamedIn } from '../cases/person-named.ts';
import { saysNothing } from '../says-nothing.ts';
import { type InitiativeContent, InitiativeSpan } from './initiative.ts';
import { columnOf, type FilledField, type InitiativeFieldName, initiativeFields } from './initiative-field.ts';
import { isCellTrouble, type RoadmapRow } from './roadmap-columns.ts';

/** What was filled in, by the names of the fields; what is not there stays as it is. */
export type InitiativeSaid = { readonly [N in InitiativeFieldName]?: string | undefined };

export type EditedInitiative = {
  readonly content: InitiativeContent;
  /** Why what was filled in cannot be taken, by the name of the field. */
  readonly errors: ReadonlyMap<InitiativeFieldName, string>;
};

/** What a new one begins with: everything else is still to be written. */
export const blankInitiative: InitiativeContent = {
  ...{ name: '', item: '', problem: '', plan: '', goal: '', kpis: [], department: '', others: '' },
  ...{ sorted: 'later', spans: [], people: '', request: '', fundings: [], premises: '', shared: '' },
  ...{ priority: 'middle', decidedAt: '' },
};

/** A name with a title that only people have, whether the roster knows them or not. */
const A_PERSON = /\p{L}(さん|氏|様|くん|君)(?!\p{Script=Han})/u;
const OFFICES: readonly InitiativeFieldName[] = ['department', 'others', 'people'];

/**
 * An initiative as it would be. 「なし」 empties what may be empty.
 * @param year the first year of the 工程表 @param names of the people of the roster: an initiative names offices only
 */
export function editedInitiative(
  content: InitiativeContent,
  said: InitiativeSaid,
  { year, names }: { readonly year: number; readonly names: readonly string[] },
): EditedInitiative {
  const errors = new Map<InitiativeFieldName, string>();
  const edited = initiativeFields.reduce<RoadmapRow>((row, field) => {
    const text = said[field.name]?.trim();
    if (text === undefined || text === '') return row;
    const read = namesPerson(field, text, names) ? { instead: PERSON_NAMED } : readField(field, text, row, year);
    if (!isCellTrouble(read)) return read;
    errors.set(field.name, `${read.instead.replace(/。$/, '')}。`);
    return row;
  }, content);
  return { content: edited as InitiativeContent, errors };
}

const namesPerson = ({ name }: FilledField, text: string, names: readonly string[]): boolean =>
  personNamedIn(text, names) !== undefined || (OFFICES.includes(name) && A_PERSON.test(text));

function readField({ key }: FilledField, text: string, row: RoadmapRow, year: number) {
  if (key === 'spans') return readSpans(text, row, year);
  const column = columnOf(key, year);
  const mayBeEmpty = column.kind !== 'choice' && key !== 'name';
  return column.read(mayBeEmpty && saysNothing(text) ? '' : text, row);
}

/** By their names or as a form sends them: q1,q2 or 第1四半期、翌年度. */
function readSpans(text: string, row: RoadmapRow, year: number) {
  const plain = (said: string) => said.normalize('NFKC').replace(/\s/g, '');
  if (saysNothing(text)) return { ...row, spans: [] };
  const parts = text
    .split(/[,、，\n]/)
    .map(plain)
    .filter((part) => part !== '');
  const found = parts.map((part) =>
    InitiativeSpan.options.find((span) => {
      const label = plain(columnOf(span, year).heading);
      return (
        part === span || part === label || (label.includes('四半期') && label.endsWith(part) && part.startsWith('第'))
      );
    }),
  );
  if (found.includes(undefined))
    return { instead: `「${columnOf('q1', year).heading}」のように、時期を選んでください` };
  return { ...row, spans: InitiativeSpan.options.filter((span) => found.includes(span)) };
}

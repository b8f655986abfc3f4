import type { InputOf } from '../../../programme/asks.ts';
import type { CaseContent } from '../../../programme/cases/case.ts';
import { type CaseField, type CaseFieldName, findCaseField } from '../../../programme/cases/case-field.ts';
import { PERSON_NAMED, personNamedIn } from '../../../programme/cases/person-named.ts';
import { saysNothing } from '../../../programme/says-nothing.ts';

type Edit = InputOf<'edit-case'>;

/** What was typed, by the name of its field. */
export function typedIn({ text, texts = {}, photos, permission }: Edit): Readonly<Record<string, string | undefined>> {
  const blanks = Object.fromEntries(Object.entries(texts).map(([name, said]) => [`${TEXTS}${name}`, said]));
  return { text, photos, permission, ...blanks };
}

/** Which fields still have to be answered; none once there is something to write. */
export function unanswered({
  section,
  text,
  texts = {},
  photos,
}: Edit): readonly ('section' | 'text' | 'photos' | 'texts')[] {
  if (section === undefined) return ['section'];
  if (section === 'blanks') return Object.values(texts).some((said) => said !== '') ? [] : ['texts'];
  const needed = text === undefined ? (['text'] as const) : [];
  return section === 'photos' && photos === undefined ? [...needed, 'photos'] : needed;
}

/** Why what was typed cannot be kept, by the name of its field. @param names of the people of the roster */
export function wrongIn(edit: Edit, names: readonly string[]): ReadonlyMap<string, string> {
  const typed = Object.entries(typedIn(edit)).filter(([name, said]) => said && name !== 'photos');
  return new Map(
    typed.flatMap(([name, said = '']) => {
      const field = findCaseField(name.startsWith(TEXTS) ? name.slice(TEXTS.length) : (edit.section ?? ''));
      const problem = troubleWith(said, field, names);
      return problem === undefined ? [] : [[name, problem] as const];
    }),
  );
}

/** The fields of a form for several texts begin so. */
const TEXTS = 'texts.';

function troubleWith(said: string, field: CaseField | undefined, names: readonly string[]): string | undefined {
  if (personNamedIn(said, names) !== undefined) return PERSON_NAMED;
  if (field && said.length > field.maxLength) return `${field.label}は${field.maxLength}文字までです。`;
  return field?.required && saysNothing(said) ? `${field.label}は空にできません。` : undefined;
}

/** The case once that is written; everything else in it stays as it is. */
export function edited(content: CaseContent, edit: Edit): CaseContent {
  const { section, text, texts = {}, photos: people, permission } = edit;
  if (section === 'blanks') return Object.entries(texts).reduce(withText, content);
  if (section === undefined || text === undefined) return content;
  if (section === 'photos')
    return people ? { ...content, photos: added(content.photos, { what: text, people }) } : content;
  if (section === 'works')
    return { ...content, works: added(content.works, { what: text, ...(permission ? { permission } : {}) }) };
  return withText(content, [section, text]);
}

/** なし takes a text out again. */
function withText(content: CaseContent, [name, said]: readonly [string, string | undefined]): CaseContent {
  if (!said) return content;
  const { [name as CaseFieldName]: _, ...rest } = content.texts;
  return { ...content, texts: saysNothing(said) ? rest : { ...content.texts, [name]: said } };
}

/** The same photo or work said again is the same one, with what is said of it now. */
const added = <T extends { readonly what: string }>(all: readonly T[] = [], one: T): T[] => [
  ...all.filter(({ what }) => what !== one.what),
  one,
];

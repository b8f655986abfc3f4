import { type Municipality, municipalitiesLike } from '../programme/municipality.ts';
import { type Ask, type Card, type Choice, card, type Field, text } from './card.ts';

/** More than this no form lists: the one that is meant is searched by a part of its name. */
export const MOST_LISTED = 100;

/**
 * Asks which municipality something is about; names stand with their 圏域, because several are alike.
 * @param goesOn what follows does something, and does not only show
 */
export function chooseMunicipality(
  asked: Ask,
  title: string,
  municipalities: readonly Municipality[],
  { said, goesOn }: { readonly said?: string | undefined; readonly goesOn: boolean },
): Card {
  const field = municipalityField({ name: 'municipality', label: '市町村', required: true }, { municipalities }, said);
  return card(title, `${title}: どの市町村ですか。`, text('どの市町村ですか。', 'strong'), {
    kind: 'form',
    parts: [{ intro: [], fields: [field] }],
    submit: goesOn ? '次へ進む' : '表示する',
    ask: asked,
  });
}

type Base = Pick<Field, 'name' | 'label' | 'required' | 'hint' | 'error'>;
/** What is chosen from; what was said is not part of it. */
export type Among = {
  /** What stands beside the municipalities, however many they are: 県, 事務局. */
  readonly always?: readonly Choice[];
  readonly municipalities: readonly Municipality[];
};

/**
 * A choice while a form can list them all; else a part of the name, and then a choice among those that have it.
 * @param said what was given: a value, or a part of a name
 */
export function municipalityField(base: Base, { always = [], municipalities }: Among, said?: string): Field {
  const all = [...always, ...municipalities.map(choiceOf)];
  const known = knownChoice(said, all, municipalities);
  if (municipalities.length <= MOST_LISTED) return { ...base, type: 'choice', choices: all, value: known?.value };
  if (said === undefined) return { ...base, type: 'search', choices: always };
  if (known) return { ...base, type: 'choice', choices: distinct([...always, known]), value: known.value };
  const found = [
    ...always.filter(({ label }) => label.includes(said)),
    ...municipalitiesLike(said, municipalities).map(choiceOf),
  ];
  if (found.length === 0)
    return { ...base, type: 'search', choices: always, error: `「${said}」の付く市町村は見つかりません。` };
  const counted = `「${said}」に当てはまるものが${found.length}件あります。`;
  const [only] = found;
  if (only && found.length === 1)
    return { ...base, type: 'choice', choices: found, value: only.value, error: `${only.label}でよろしいですか。` };
  if (found.length > MOST_LISTED)
    return { ...base, type: 'search', choices: always, error: `${counted}名前をもう少し長く入力してください。` };
  return { ...base, type: 'choice', choices: found, error: `${counted}この中から選んでください。` };
}

/** A value, or the whole name of one. */
function knownChoice(said: string | undefined, all: readonly Choice[], municipalities: readonly Municipality[]) {
  const [named, ...others] = municipalities.filter(({ name }) => name === said);
  const value = named && others.length === 0 ? named.code : said;
  return all.find((choice) => choice.value === value);
}

const choiceOf = ({ code, name, area }: Municipality): Choice => ({ value: code, label: `${name}（${area}）` });

const distinct = (choices: readonly Choice[]): readonly Choice[] =>
  choices.filter(({ value }, at) => choices.findIndex((other) => other.value === value) === at);

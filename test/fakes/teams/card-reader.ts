import type { Filled } from '../person.ts';
import { type CardJson, elementsOf, isObject } from './card-rules.ts';

/** Every word a card shows, for `toContain`. */
export function wordsOf(card: CardJson): string {
  const shown = ['text', 'title', 'value', 'label', 'altText', 'errorMessage'];
  return [...elementsOf(card)]
    .flatMap((element) => [
      ...shown.map((name) => element[name]),
      ...(Array.isArray(element['facts']) ? element['facts'].flatMap((fact) => Object.values(fact as object)) : []),
    ])
    .filter((word) => typeof word === 'string')
    .join('\n');
}

/** Labels of everything that can be pressed. */
export function buttonsOf(card: CardJson): string[] {
  return pressable(card).flatMap(({ label }) => (label === '' ? [] : [label]));
}

/** The action behind a label: of a button, or of a row that can be tapped. */
export function findButton(card: CardJson, label: string): CardJson {
  const all = pressable(card);
  const found = all.find((each) => each.label === label) ?? all.find((each) => each.words.includes(label));
  if (found === undefined) throw new Error(`no button 「${label}」, only ${buttonsOf(card).join('、')}`);
  return found.action;
}

function pressable(card: CardJson): { readonly label: string; readonly words: string; readonly action: CardJson }[] {
  return [...elementsOf(card)].flatMap((element) => {
    const type = String(element['type']);
    const row = element['selectAction'];
    if (isObject(row)) return [{ label: String(row['title'] ?? ''), words: wordsOf(element), action: row }];
    const pressed = type === 'Action.Execute' || type === 'Action.Submit';
    return pressed ? [{ label: String(element['title'] ?? ''), words: '', action: element }] : [];
  });
}

/** Inputs as a client sends them: all as texts, untouched ones with their default, empty ones not at all. */
export function inputsOf(card: CardJson, filled: Filled, checked: boolean): { readonly [id: string]: string } {
  const fields = [...elementsOf(card)].filter((element) => String(element['type']).startsWith('Input.'));
  const named = new Set<string>();
  const values = fields.map((field) => {
    const id = String(field['id']);
    const name = [id, String(field['label'] ?? field['title'])].find((each) => Object.hasOwn(filled, each));
    if (name !== undefined) named.add(name);
    const value = name === undefined ? field['value'] : picked(field, filled[name]);
    if (checked && field['isRequired'] === true && isEmpty(value))
      throw new Error(`the client wants 「${String(field['label'])}」`);
    return [id, value] as const;
  });
  const strange = Object.keys(filled).filter((name) => !named.has(name));
  if (strange.length > 0) throw new Error(`no field ${strange.join('、')} on the card`);
  return Object.fromEntries(values.flatMap(([id, value]) => (isEmpty(value) ? [] : [[id, String(value)]])));
}

function picked(field: CardJson, value: Filled[string]): unknown {
  if (field['type'] === 'Input.Toggle') {
    return value === true || value === 'true' ? (field['valueOn'] ?? 'true') : (field['valueOff'] ?? 'false');
  }
  const choices: unknown[] = Array.isArray(field['choices']) ? field['choices'] : [];
  const choice = choices.find((each) => isObject(each) && each['title'] === value);
  return isObject(choice) ? choice['value'] : value;
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

import { findItem, findKpi } from '../../programme/catalogue.ts';
import { catalogueNames, type Key } from './catalogue-names.ts';
import { keyOf } from './fold.ts';
import { distance, tolerance } from './near.ts';
import type { Option, Reading } from './reading.ts';

/** Shorter names are a sign or two away from too many other words. */
const SHORTEST = 5;
const MOST = 5;
const names = catalogueNames
  .map(([name, key]) => [keyOf(name), key] as const)
  .filter(([name]) => name.length >= SHORTEST);
const ABOUT: readonly Reading['command'][] = ['report-item', 'report-kpi', 'show-status', 'show-item', 'show-history'];

/** A word that is nearly the name of an item or a KPI, where nothing else says which is meant: もしかして. */
export function withNearName(reading: Reading, unread: readonly string[]): Reading {
  const { command, input, options } = reading;
  if (options || input['item'] !== undefined || input['kpi'] !== undefined || !ABOUT.includes(command)) return reading;
  const near = keysNear(unread.filter((word) => word.length >= SHORTEST - 1)).filter(({ kind }) => fits(kind, command));
  const [first] = near;
  if (!first) return reading;
  return { ...reading, options: near.map((key) => optionFor(key, command)), which: first.kind, guess: true };
}

function keysNear(words: readonly string[]): readonly Key[] {
  const found = words.flatMap((word) => {
    const said = keyOf(word);
    return names.flatMap(([name, key]) => (distance(said, name, tolerance(name)) <= tolerance(name) ? [key] : []));
  });
  return [...new Set(found)].slice(0, MOST);
}

/** A number is of a KPI, a stage of an item; looking is for either. */
const fits = (kind: Key['kind'], command: Reading['command']): boolean =>
  command === 'report-item' ? kind === 'item' : command !== 'report-kpi' || kind === 'kpi';

function optionFor({ kind, id }: Key, command: Reading['command']): Option {
  const label = `${id} ${findItem(id)?.short ?? findKpi(id)?.name ?? ''}`;
  const view = kind === 'item' ? ('show-item' as const) : ('show-history' as const);
  return { label, input: { [kind]: id }, ...(command.startsWith('show') && { command: view }) };
}

import { findItem, findKpi } from '../../../programme/catalogue.ts';
import { editDistance } from '../../../programme/edit-distance.ts';
import type { Registry } from '../../registry.ts';
import { catalogueNames, type Key } from '../names/catalogue-names.ts';
import { tolerance } from '../names/near.ts';
import type { Option, Reading } from '../parts/reading.ts';
import { keyOf } from '../text/fold.ts';

/** Shorter names are a sign or two away from too many other words. */
const SHORTEST = 5;
const MOST = 5;
const names = catalogueNames
  .map(([name, key]) => [keyOf(name), key] as const)
  .filter(([name]) => name.length >= SHORTEST);

/** A word that is nearly the name of an item or a KPI, where nothing else says which is meant: もしかして. */
export function withNearName(reading: Reading, unread: readonly string[], registry: Registry): Reading {
  const { command, input, options } = reading;
  const isAbout = registry.isMeantBy(command, 'item', 'kpi', 'where', 'stage', 'value');
  if (options || input['item'] !== undefined || input['kpi'] !== undefined || !isAbout) return reading;
  const near = keysNear(unread.filter((word) => word.length >= SHORTEST - 1)).filter(({ kind }) =>
    fits(kind, command, registry),
  );
  const [first] = near;
  if (!first) return reading;
  return { ...reading, options: near.map((key) => optionFor(key, command, registry)), which: first.kind, guess: true };
}

function keysNear(words: readonly string[]): readonly Key[] {
  const found = words.flatMap((word) => {
    const said = keyOf(word);
    return names.flatMap(([name, key]) => (editDistance(said, name, tolerance(name)) <= tolerance(name) ? [key] : []));
  });
  return [...new Set(found)].slice(0, MOST);
}

/** A number is of a KPI, a stage of an item; looking is for either. */
const fits = (kind: Key['kind'], command: Reading['command'], { isMeantBy }: Registry): boolean =>
  isMeantBy(command, 'stage') ? kind === 'item' : !isMeantBy(command, 'value') || kind === 'kpi';

function optionFor({ kind, id }: Key, command: Reading['command'], { find, means }: Registry): Option {
  const label = `${id} ${findItem(id)?.short ?? findKpi(id)?.name ?? ''}`;
  return { label, input: { [kind]: id }, ...(find(command)?.spoken?.looks && { command: means(kind) }) };
}

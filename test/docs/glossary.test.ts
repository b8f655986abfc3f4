import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Card } from '../../cards/card.ts';
import { samples } from '../../cards/samples.ts';
import { vocabulary } from '../../cards/vocabulary.ts';

const GUIDE = 'docs/guide';

/** The glossary's rows: the words, and those that stand for none of them. */
const rows = readFileSync('docs/glossary.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| 言葉'))
  .map((line) => line.split('|').map((cell) => cell.trim()));
const chosen = rows.map(([, words = '']) => words);
const avoided = rows.flatMap(([, , , , words = '']) => words.split('、'));

/** Everything a card says; not what its buttons ask. */
function wordsIn(value: unknown): string {
  if (typeof value === 'string') return `${value}\n`;
  if (Array.isArray(value)) return value.map(wordsIn).join('');
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return '';
  return Object.entries(value)
    .map(([name, inner]) => (['ask', 'content'].includes(name) ? '' : wordsIn(inner)))
    .join('');
}

const cards: [string, () => Card][] = Object.entries(samples).filter(([name]) => !(name in vocabulary));

it('has words to look for', () => {
  expect(chosen.length).toBeGreaterThan(25);
  expect(avoided.length).toBeGreaterThan(50);
});

it.each(cards)('%s says the chosen words', (_, sample) => {
  const said = wordsIn(sample());
  expect(avoided.filter((word) => said.includes(word))).toEqual([]);
});

it('every chosen word is on some card', () => {
  const said = cards.map(([, sample]) => wordsIn(sample())).join('');
  const unsaid = chosen.flatMap((words) => words.split('・')).filter((word) => !said.includes(word));
  expect(unsaid).toEqual([]);
});

it.each(readdirSync(GUIDE))('the guide %s says the chosen words', (name) => {
  const said = readFileSync(join(GUIDE, name), 'utf8');
  expect(avoided.filter((word) => word !== '順位' && said.includes(word))).toEqual([]);
});

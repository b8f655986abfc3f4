import { asWritten } from '../programme/written.ts';
import type { Ask } from './card.ts';

/** Names that would reach an object's prototype. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);
const MAX_DEPTH = 8;

type Tree = { [name: string]: unknown };

/**
 * The ask of a form with what was filled in: `answers.K0-03.value` is a value inside inputs inside inputs. Left empty
 * is absent. Texts are as they are kept (`asWritten`). Safe with whatever a client sends.
 */
export function filledForm(ask: Ask, values: Readonly<Record<string, unknown>>): Ask {
  const input = tidy(ask.input, 0) as Tree;
  for (const [name, value] of Object.entries(values)) {
    const isEmpty = value === null || value === undefined || (typeof value === 'string' && asWritten(value) === '');
    if (!isEmpty) put(input, name.split('.'), value);
  }
  return { command: ask.command, input };
}

function put(root: Tree, path: readonly string[], value: unknown): void {
  if (path.length > MAX_DEPTH || path.some((part) => part === '' || FORBIDDEN.has(part))) return;
  let at = root;
  for (const part of path.slice(0, -1)) {
    const next = Object.hasOwn(at, part) ? at[part] : undefined;
    const branch: Tree = isTree(next) ? next : {};
    at[part] = branch;
    at = branch;
  }
  const leaf = path.at(-1);
  if (leaf !== undefined) at[leaf] = tidy(value, path.length);
}

/** A copy without names that could reach an object's prototype, and without signs that nobody sees. */
function tidy(value: unknown, depth: number): unknown {
  if (depth > MAX_DEPTH) return undefined;
  if (Array.isArray(value)) return value.map((each) => tidy(each, depth + 1));
  if (typeof value === 'string') return asWritten(value);
  if (!isTree(value)) return value;
  const entries = Object.entries(value).filter(([name]) => !FORBIDDEN.has(name));
  return Object.fromEntries(entries.map(([name, each]) => [name, tidy(each, depth + 1)]));
}

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

import { z } from 'zod';
import type { Ask } from '../../../cards/card.ts';

/** What a button of ours carries. The client adds what was filled in beside it, by input id. */
const ButtonData = z.looseObject({
  bansou: z.literal(1),
  command: z.string().min(1),
  given: z.record(z.string(), z.unknown()).default({}),
});

/** Pressed, but nothing we know how to read: an unknown command, which is refused as an old card. */
const UNREADABLE: Ask = { command: '', input: {} };

/** Not inputs: our own three, and what Teams may add for itself. */
const RESERVED = new Set(['bansou', 'command', 'given', 'msteams']);
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);
const MAX_DEPTH = 8;

type Tree = { [name: string]: unknown };

/** The ask of a pressed button: what it carried, and over it what the person filled in. */
export function askOf(data: unknown): Ask {
  const read = ButtonData.safeParse(data);
  if (!read.success) return UNREADABLE;
  const input = tidy(read.data.given, 0) as Tree;
  for (const [id, value] of Object.entries(read.data)) {
    // An input left empty is absent from the payload in some clients and an empty text in others.
    if (!RESERVED.has(id) && value !== '' && value !== null) put(input, id.split('.'), value);
  }
  return { command: read.data.command, input };
}

/** `answers.K0-03.value` is a value inside inputs inside inputs. */
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

/** A copy without names that could reach an object's prototype. */
function tidy(value: unknown, depth: number): unknown {
  if (depth > MAX_DEPTH) return undefined;
  if (Array.isArray(value)) return value.map((each) => tidy(each, depth + 1));
  if (!isTree(value)) return value;
  const entries = Object.entries(value).filter(([name]) => !FORBIDDEN.has(name));
  return Object.fromEntries(entries.map(([name, each]) => [name, tidy(each, depth + 1)]));
}

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

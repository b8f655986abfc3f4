import type { CollectionName } from './collections.ts';

/** Makes a body of one version into a body of the next. Pure, and never changed once a program with it was released. */
export type Upcast = (body: unknown) => unknown;

/**
 * How older documents are read: the first makes version 1 into version 2, and so on; a kind without a line is at
 * version 1. A new line is for a change of shape only. What is merely added and optional needs none: a program that
 * does not know a field refuses the documents that have it, because writing them back would lose it.
 * Each version has its documents in test/fixtures/documents.
 */
export const upcasts: Partial<Record<CollectionName, readonly Upcast[]>> = {};

export type Upcasts = typeof upcasts;

/** The body of a document of this version as the newest one has it. */
export function upcast(body: unknown, version: number, steps: readonly Upcast[]): unknown {
  return steps.slice(version - 1).reduce((now, step) => step(now), body);
}

/**
 * Where `raw`, as JSON has it, says something that is no longer in what was read of it.
 * @returns the path, without content
 */
export function lostIn(raw: unknown, read: unknown): string | undefined {
  if (!isObject(raw) || !isObject(read)) return undefined;
  for (const name in raw) {
    if (!(name in read)) return name;
    const lost = lostIn(raw[name], read[name]);
    if (lost !== undefined) return `${name}.${lost}`;
  }
  return undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

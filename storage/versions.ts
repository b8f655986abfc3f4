import type { Upcast } from '../programme/kind.ts';

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

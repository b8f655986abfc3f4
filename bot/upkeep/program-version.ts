import { readFileSync } from 'node:fs';

/** Where the package says its version, seen from the sources and from what was built of them. */
const PLACES = ['../package.json', '../../package.json'];

/** The version of the program; undefined where its package is not beside it. */
export function programVersion(): string | undefined {
  for (const place of PLACES) {
    try {
      const said = JSON.parse(readFileSync(new URL(place, import.meta.url), 'utf8')) as { readonly version?: string };
      return said.version;
    } catch {
      // Then it is in the next place, or nowhere.
    }
  }
  return undefined;
}

import type { Filing, FilingVersion } from './filing.ts';

/** The versions that were handed in, oldest first: what those see who decide. */
export const sentVersions = <C>({ versions, submissions = [] }: Filing<C>): readonly FilingVersion<C>[] =>
  versions.filter(({ number }) => submissions.some(({ version }) => version === number));

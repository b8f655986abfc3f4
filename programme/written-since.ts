import type { Provenance } from './provenance.ts';
import { Refusal } from './refusal.ts';

/** A version of something that several people write part by part. */
type WrittenVersion = Pick<Provenance, 'by' | 'at'> & { readonly number: number };

/**
 * Somebody writes one part over the version they have seen.
 * @param partOf what stands in that part of a version
 * @param who writes it: what they wrote themselves meanwhile surprises nobody
 * @throws Refusal where somebody else has written this part since
 */
export function refuseWrittenSince<V extends WrittenVersion>(
  versions: readonly V[] | undefined,
  partOf: (version: V) => string | undefined,
  { seen, who }: { readonly seen: number | undefined; readonly who: string },
): void {
  if (!versions || seen === undefined) return;
  const known = versions.find(({ number }) => number === seen);
  const before = known && partOf(known);
  const newer = versions.findLast((each) => each.number > seen && each.by !== who && partOf(each) !== before);
  if (newer) throw Refusal.because('changed-meanwhile', { at: new Date(newer.at) });
}

import type { Provenance } from '../provenance.ts';
import { Refusal } from '../refusal.ts';
import { currentInitiative, type Initiative, InitiativeContent } from './initiative.ts';

/** Where a new one belongs; `key` tells it apart from the others and is the same when the same message comes again. */
type Place = { readonly municipality: string; readonly year: number; readonly key: string };

export const initiativeId = ({ municipality, year, key }: Place): string => `initiative-${year}-${municipality}-${key}`;
/** For `Collection.list`: every initiative of a municipality. */
export const INITIATIVES = { from: 'initiative-', below: 'initiative.' } as const;

/** @param known what stands under its id: a replay finds what it has written */
export function newInitiative(
  known: Initiative | undefined,
  place: Place,
  content: InitiativeContent,
  from: Provenance,
): Initiative {
  const { municipality, year } = place;
  return known ?? { id: initiativeId(place), municipality, year, versions: [{ ...from, number: 1, content }] };
}

/**
 * Adds a version. The same content again, or a replay, changes nothing.
 * @param seen the number of the version that was changed by this person
 * @throws Refusal where somebody else has written since, or has removed it
 */
export function withInitiativeVersion(
  known: Initiative,
  content: InitiativeContent,
  from: Provenance,
  seen: number | undefined = undefined,
): Initiative {
  if (known.versions.some(({ ask }) => ask === from.ask)) return known;
  if (known.removed) throw Refusal.because('initiative-removed', { name: currentInitiative(known).content.name });
  const last = currentInitiative(known);
  if (isSameContent(last.content, content)) return known;
  if (seen !== undefined && seen !== last.number) throw Refusal.because('changed-meanwhile', { at: new Date(last.at) });
  return { ...known, versions: [...known.versions, { ...from, number: last.number + 1, content }] };
}

/** Taken off the 工程表: one that is off it already stays as it is. @param seen as for a new version */
export function withoutInitiative(
  known: Initiative,
  from: Provenance,
  { seen, reason }: { readonly seen?: number | undefined; readonly reason?: string | undefined } = {},
): Initiative {
  if (known.removed || (known.removedBefore ?? []).some(({ ask }) => ask === from.ask)) return known;
  const last = currentInitiative(known);
  if (seen !== undefined && seen !== last.number) throw Refusal.because('changed-meanwhile', { at: new Date(last.at) });
  return { ...known, removed: { ...from, ...(reason === undefined ? {} : { reason }) } };
}

/** Back on the 工程表 as it was; that it was off it stays on record. */
export function withInitiativeBack({ removed, ...known }: Initiative, from: Provenance): Initiative {
  if (!removed) return known;
  return { ...known, removedBefore: [...(known.removedBefore ?? []), { ...removed, back: from }] };
}

/** Whether two say the same, in whatever order they say it. */
const isSameContent = (a: InitiativeContent, b: InitiativeContent): boolean =>
  JSON.stringify(InitiativeContent.parse(a)) === JSON.stringify(InitiativeContent.parse(b));

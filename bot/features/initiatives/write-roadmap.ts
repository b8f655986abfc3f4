import { currentInitiative, type Initiative } from '../../../programme/initiatives/initiative.ts';
import {
  newInitiative,
  withInitiativeVersion,
  withoutInitiative,
} from '../../../programme/initiatives/initiative-change.ts';
import type { RoadmapChanges } from '../../../programme/initiatives/returned-roadmap.ts';
import { type FieldChange, valueKey, withChanges } from '../../../programme/initiatives/three-way.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { municipal } from '../../../storage/collections.ts';
import type { WritingFile } from '../../files/taken-in.ts';

type About = { readonly municipality: string; readonly year: number };

/**
 * Writes what a returned 工程表 says, an initiative at a time; one that was written by the same message stays.
 * @throws Refusal where somebody has meanwhile changed a part of it: what came before it is written
 */
export async function writeRoadmap(
  { changed, added, removed }: RoadmapChanges,
  { municipality, year }: About,
  { change, from }: Pick<WritingFile, 'change' | 'from'>,
): Promise<void> {
  const at = (id: string) => ({ partition: municipal(municipality), id });
  for (const { id, changes } of changed)
    await change('initiatives', at(id), (known) => {
      const standing = there(known);
      if (standing.versions.some(({ ask }) => ask === from.ask)) return standing;
      refuseStale(standing, changes);
      return withInitiativeVersion(standing, withChanges(currentInitiative(standing).content, changes), from);
    });
  for (const { id, content } of added) {
    const key = id.slice(id.lastIndexOf('-') + 1);
    await change('initiatives', at(id), (known) => newInitiative(known, { municipality, year, key }, content, from));
  }
  for (const { id } of removed)
    await change('initiatives', at(id), (known) =>
      withoutInitiative(there(known), from, { reason: '送り返された工程表にない' }),
    );
}

function there(known: Initiative | undefined): Initiative {
  if (!known) throw Refusal.because('busy');
  return known;
}

function refuseStale(standing: Initiative, changes: readonly FieldChange[]): void {
  const { content, at } = currentInitiative(standing);
  const isStale = changes.some(({ field, before }) => valueKey(content[field] ?? null) !== valueKey(before));
  if (isStale) throw Refusal.because('changed-meanwhile', { at: new Date(at) });
}

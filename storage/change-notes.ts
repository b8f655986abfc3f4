import { CHANGES, type ChangeNote } from '../programme/change-note.ts';
import type { Kind } from '../programme/kind.ts';
import { changeNoteId } from './ids.ts';
import type { Collection, Etag } from './store.ts';

/**
 * The same documents; before one is written or removed it is noted, so that who plans learns what has changed without
 * looking at everything. The note comes first: a crash, or a reply that is lost, leaves a note too many and never one too
 * few. Kinds that turns do not write are not noted, and who plans reads them anew each time.
 */
export function noting<T>(docs: Collection<T>, { audited }: Kind<T>, notes: Collection<ChangeNote>): Collection<T> {
  if (!audited) return docs;
  const note = async (partition: string, document: string, was: Etag | 'absent'): Promise<void> => {
    const about = { of: docs.name, partition, document, was };
    await leave(notes, { id: changeNoteId(about), ...about });
  };
  return {
    ...docs,
    async put(value, was, effects, how) {
      if (how !== 'unnoted') await note(docs.partitionOf(value), docs.idOf(value), was);
      return docs.put(value, was, effects);
    },
    async remove(partition, id, was, how) {
      if (how !== 'unnoted') await note(partition, id, was);
      return docs.remove(partition, id, was);
    },
  };
}

/**
 * One that is there is of a write that has not come, and may be given up at this very moment: it is written anew, so that
 * who takes it away as they read it does not take this one.
 */
async function leave(notes: Collection<ChangeNote>, note: ChangeNote): Promise<void> {
  for (;;) {
    if ((await notes.put(note, 'absent')).outcome === 'written') return;
    const there = await notes.get(CHANGES, note.id);
    if (there && (await notes.put(note, there.etag)).outcome === 'written') return;
  }
}

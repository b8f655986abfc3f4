import { takenFileId } from '../../programme/taken-file.ts';
import type { Store } from '../../storage/collections.ts';

/** Plants what was read of a 工程表 that an officer sent back, still waiting for a 確定. */
export async function plantFile(store: Store, municipality: string, officer: string) {
  await store.takenFiles.put(
    {
      ...{ id: takenFileId('file-1'), kind: '工程表', municipality },
      content: { year: 2027, rows: [{ id: `initiative-2027-${municipality}-1`, department: '住民課', cost: null }] },
      ...{ by: officer, at: '2026-11-20T07:00:00.000Z', via: 'line-works', ask: 'file-1' },
    },
    'absent',
  );
}

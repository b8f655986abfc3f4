import { showingId } from '../../programme/consent/showing.ts';
import type { Store } from '../../storage/collections.ts';

/** Plants that somebody was shown something of a municipality, whole and by its title. */
export async function plantShowing(store: Store, municipality: string, viewer: string): Promise<void> {
  const at = '2026-11-20T04:00:00.000Z';
  const of = (at: number) => ({ municipality, material: `material-case-${municipality}-${at}` });
  await store.showings.put(
    {
      ...{ id: showingId(at, `shown-${municipality}`), at, by: viewer, to: { kind: 'member', id: viewer } },
      ...{ via: 'teams', address: 'somewhere', message: 'a-message' },
      materials: [
        { ...of(1), version: 'v-0123456789abcdef', scope: 'all' },
        { ...of(2), version: 'v-fedcba9876543210', scope: 'supported', titleOnly: true },
      ],
    },
    'absent',
  );
}

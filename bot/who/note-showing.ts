import type { Card } from '../../cards/card.ts';
import { isToOthers, SHOWINGS, type Showing, showingId } from '../../programme/consent/showing.ts';
import type { Member } from '../../programme/member.ts';
import type { Audience } from '../../programme/room.ts';
import type { Store } from '../../storage/collections.ts';
import { change } from '../../storage/store.ts';

type To = Pick<Showing, 'to' | 'by' | 'via' | 'address' | 'at'> & {
  /** Names the message among all others of that minute. */
  readonly ask: string;
  readonly who: Pick<Member, 'role' | 'municipalities'> | undefined;
  /** Absent in 1:1. */
  readonly audience: Audience | undefined;
};

/** What becomes of a showing that is kept. Neither throws. */
type Kept = {
  /** What the product calls the message, so that it can be replaced later. */
  posted(message: string): Promise<void>;
  /** Nothing was delivered. */
  notPosted(): Promise<void>;
};

/**
 * Keeps which of others' materials a card shows to whom, before it is sent. What cannot be kept keeps nobody from their
 * answer. @returns undefined where it shows nothing that is kept
 */
export async function noteShowing(
  { showings }: Pick<Store, 'showings'>,
  { shows = [] }: Pick<Card, 'shows'>,
  { ask, who, audience, ...to }: To,
): Promise<Kept | undefined> {
  const viewer = { role: who?.role ?? 'observer', municipalities: who?.municipalities ?? [], audience };
  const materials = shows.filter((shown) => isToOthers(shown, viewer));
  if (materials.length === 0) return undefined;
  const showing: Showing = { id: showingId(to.at, ask), ...to, materials };
  const put = await showings.put(showing, 'absent').catch(() => undefined);
  return put && keptShowing(showings, showing);
}

function keptShowing(showings: Store['showings'], showing: Showing): Kept {
  const at = { partition: SHOWINGS, id: showing.id };
  return {
    async posted(message) {
      const named = (now = showing) => ({ value: now.message === message ? now : { ...now, message } });
      await change(showings, at, named).catch(() => undefined);
    },
    async notPosted() {
      const found = await showings.get(at.partition, at.id).catch(() => undefined);
      if (found) await showings.remove(at.partition, at.id, found.etag).catch(() => undefined);
    },
  };
}

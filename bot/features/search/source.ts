import type { Ask } from '../../../cards/card.ts';
import type { ShownMaterial } from '../../../programme/consent/showing.ts';
import type { Permission } from '../../../programme/may.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import type { Findable } from '../../../programme/search/findable.ts';
import type { MemberTurn } from '../../turn.ts';

/** Somebody who looks for something, and where they do. */
export type Seeker = Pick<MemberTurn, 'who' | 'store' | 'programme' | 'now' | 'room' | 'admission'>;

/** Something that was found, with the ask that opens it; `shows` where it is of others who cleared it for sharing. */
export type Hit = Findable & { readonly open: Ask; readonly shows?: ShownMaterial };

/** A kind of thing that is found by its words; listed in sources.ts. */
export type SearchSource = {
  /** The one permission without which nothing of it is looked at; the command that opens a hit asks again. */
  readonly needs: Permission;
  /** Holds names of people or what troubles them: only where these may be said. */
  readonly personal?: true;
  /** Of these municipalities, which the person may see here; and what is of none. */
  find(towns: readonly Municipality[], seeker: Seeker): Promise<readonly Hit[]>;
};

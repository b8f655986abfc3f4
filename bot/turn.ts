import type { ChannelName } from '../programme/channel.ts';
import type { ChosenPlace } from '../programme/chosen-place.ts';
import type { DeclaredJob } from '../programme/declared-job.ts';
import type { Member } from '../programme/member.ts';
import type { Municipality } from '../programme/municipality.ts';
import type { Programme } from '../programme/programme.ts';
import type { Provenance } from '../programme/provenance.ts';
import type { Audience } from '../programme/room.ts';
import type { CollectionName, KnownKinds, Store, ValueOf } from '../storage/collections.ts';
import type { HouseFacts } from './upkeep/house-facts.ts';
import type { Admission } from './who/admission.ts';

/** `what` in English, for the log; nothing of what was in it. */
export type LeftOut = (what: string, error: unknown) => void;

/** Everything a handler may use. It returns its reply and never sends; the clock is `now`. */
export type Turn = {
  /** Absent for someone the roster does not know. */
  readonly who: Member | undefined;
  readonly now: Date;
  readonly programme: Programme;
  readonly store: Store;
  /** Who of the roster has access; for whoever offers people. */
  readonly admission: Admission;
  /** What happens by the clock, to be named and explained. */
  readonly jobs: readonly DeclaredJob[];
  /** The kinds of document there are; what may be taken back of one, it says itself. */
  readonly kinds: KnownKinds;
  readonly room: TurnRoom;
  /** What the settings and the machine say of the service; unknown where no service runs. */
  readonly house?: HouseFacts | undefined;
  /** Who, when and by which message: goes into every record that is written. */
  readonly from: Provenance;
  readonly via: ChannelName;
  /** By a button; what is pressed twice is meant once. */
  readonly pressed?: boolean;
  /** Where it was cut off before and comes late: when it was said. */
  readonly saidAt?: Date | undefined;
  /** What is meant where no municipality is named: the one this person last spoke of, in a chat of their own. */
  readonly chosen?: ChosenPlace | undefined;
  /** The channel's id of whoever asked; known to the roster or not. */
  readonly person: string;
  /** To be told of what could not be made and is left out, which is a fault of ours. */
  readonly leftOut?: LeftOut;
  /** The only way for a handler to write: read, apply a pure function, write back, and leave an audit entry. */
  change<K extends CollectionName>(
    collection: K,
    at: { readonly partition: string; readonly id: string },
    next: (now: ValueOf<K> | undefined) => ValueOf<K>,
  ): Promise<ValueOf<K>>;
  /** The same for one municipality (団体コード) of several that a message is about. */
  changeOf(municipality: string): Turn['change'];
};

/** What is known before a command is chosen: everything but the way to write. */
export type TurnStart = Omit<Turn, 'change' | 'changeOf'>;

type TurnRoom = {
  readonly id: string;
  readonly channel: ChannelName;
  readonly address: string;
  /** Absent in 1:1. */
  readonly audience: Audience | undefined;
};

/** What a command is about decides what its handler can rely on. */
export type Scope = 'anyone' | 'member' | 'municipality';
export type StartOf<S extends Scope> = TurnStart &
  (S extends 'anyone' ? unknown : { readonly who: Member }) &
  (S extends 'municipality' ? { readonly municipality: Municipality } : unknown);
export type TurnOf<S extends Scope> = StartOf<S> & Pick<Turn, 'change' | 'changeOf'>;

/** The turn of a command for somebody on the roster. */
export type MemberTurn = TurnOf<'member'>;
/** The turn of a command about one municipality. */
export type MunicipalTurn = TurnOf<'municipality'>;
/** What deciding may use of it, which is everything but the way to write. */
export type MunicipalStart = StartOf<'municipality'>;
export type MemberStart = StartOf<'member'>;

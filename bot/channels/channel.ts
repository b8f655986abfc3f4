import type { IncomingHttpHeaders } from 'node:http';
import type { Logger } from 'pino';
import type { Ask, Card } from '../../cards/card.ts';
import type { ChannelName } from '../../programme/channel.ts';
import type { ReceivedEvent } from '../../programme/received-event.ts';
import type { Collection } from '../../storage/store.ts';
import type { Finding } from '../upkeep/finding.ts';

/** Where a message can be sent. `id` means something only to its channel; everyone else carries it unread. */
export type Address = { readonly channel: ChannelName; readonly id: string };

/** What a channel can find out about a person, to be compared with the roster. */
export type Profile = {
  /** Addresses that the person's own organisation vouches for, as `addressKey` makes them. */
  readonly emails: readonly string[];
  /** The organisation that keeps the person's account, where the product says so. */
  readonly tenant?: string | undefined;
};

/** A file that somebody sent. */
export type SentFile = {
  /** With its extension; absent where the product tells only when the file is fetched. */
  readonly name?: string | undefined;
  /**
   * Fetched only once the person is recognised, and held to a size and a time.
   * @throws Refusal
   */
  fetch(): Promise<Uint8Array>;
};

/** One thing a person did, in the house's own words. */
export type Incoming = {
  /** The channel's id, or a digest of the body where there is none: makes a redelivery harmless. */
  readonly id: string;
  readonly channel: ChannelName;
  /** The channel's id of the person. */
  readonly person: string;
  /** The account: an organisation (tenant, domain) and its own id of the person. Absent where the product does not say. */
  readonly account?: { readonly tenant: string; readonly id: string };
  readonly room: {
    readonly kind: 'personal' | 'group';
    /** The channel's id of the room, the same for every message in it. */
    readonly id: string;
    readonly address: Address;
  };
  readonly did:
    | { readonly kind: 'said'; readonly text: string }
    /**
     * `input` holds what the button carried and what the person filled in, unread and unchecked. `opens`: the button
     * stood for a form that the product's cards cannot hold.
     */
    | { readonly kind: 'pressed'; readonly ask: Ask; readonly opens?: true }
    /** `beside`: what was written with it, and is heard where the file is none that is read. */
    | { readonly kind: 'file'; readonly file: SentFile; readonly beside?: string }
    /** A picture, a sticker, several files: nothing that is read. */
    | { readonly kind: 'not-text' }
    /** The bot was installed, or the person joined: the welcome is due. */
    | { readonly kind: 'arrived' }
    /** A message (its `Incoming.id`) was written anew or taken away after it was sent. What it wrote stands. */
    | { readonly kind: 'changed'; readonly message: string; readonly how: 'edited' | 'deleted' };
  /** Where it was cut off before and comes late: when it happened. */
  readonly happenedAt?: Date;
  /** See `Channel`. */
  readonly formsInCards: boolean;
  /** Asked only when the person is not known yet. @throws Refusal where the person is of nobody who is let in */
  readonly profile: () => Promise<Profile>;
};

/** What is answered. `replace` takes the place of the card that was pressed where the product can; else it is new. */
export type Answer = {
  readonly card: Card;
  readonly how: 'replace' | 'new';
  /** Told what the product calls the message, where it can be replaced later. Throws nothing. */
  readonly posted?: (message: string) => Promise<void>;
};

/** What the product does with what a person did. Throws nothing: every failure is an answer. */
export type Handle = (incoming: Incoming) => Promise<Answer | undefined>;

export type SendResult =
  | { readonly outcome: 'sent'; readonly message?: string }
  /** This person or room cannot be reached any more: left, blocked, bot not installed. */
  | { readonly outcome: 'gone'; readonly reason: string }
  /** Nothing was delivered; it may be tried again, after so many milliseconds where the product said so. */
  | { readonly outcome: 'failed'; readonly reason: string; readonly retryAfter?: number }
  /** It may or may not have been delivered. Never repeat silently. */
  | { readonly outcome: 'unknown'; readonly reason: string };

/** A limit on sending: at the most so many messages in any span of so many ms. */
export type Limit = { readonly count: number; readonly ms: number };

/** How fast a product may be written to. */
export type ChannelLimits = {
  /** Into one conversation. */
  readonly conversation: readonly Limit[];
  /** Of the bot altogether. */
  readonly overall: readonly Limit[];
  /** Our own: no bursts, so that a crash leaves little under way. */
  readonly pace?: Limit;
  /** Whom a "too many requests" concerns: the conversation it came from, or everything on the channel. */
  readonly pauses: 'conversation' | 'channel';
};

/** The way out to a chat product. */
export interface Channel {
  readonly name: ChannelName;
  /** Whether a card can hold input fields. Where it cannot, the bot asks the fields one by one. */
  readonly formsInCards: boolean;
  readonly limits: ChannelLimits;
  /** Not set up: nobody is written to through it, whoever has it as their chat. */
  readonly absent?: true;
  send(to: Address, card: Card): Promise<SendResult>;
  /** How many requests `send` makes of the product for this card, where it is not one: its limits count requests. */
  requests?(card: Card): number;
  /** Where a person can be written to who has never written, where the product knows people by e-mail. */
  addressByEmail?(email: string): Address;
  /** Replaces a sent message, where the product can. `message` is what `send` returned. */
  update?(to: Address, message: string, card: Card): Promise<SendResult>;
  /** Ready to take and send messages; throws with the reason when it is not. */
  ready(): Promise<void>;
}

/** What a product's door is given of the house. */
type House = {
  readonly log: Logger;
  readonly now: () => Date;
  /** To be told of a group room in which anything happens that is not for the house. */
  readonly seenRoom: (room: Incoming['room']) => Promise<void>;
  /** What is kept before it is acknowledged. */
  readonly received: Collection<ReceivedEvent>;
  /** Waits for a place among those who are worked on; the answer gives it back. Undefined: not in time. */
  readonly enter: () => Promise<(() => void) | undefined>;
  /** What a person is told of this error, where it is one with words of its own. */
  readonly excuse: (error: unknown) => Card | undefined;
};

/** Where a product's calls come in. */
type Door = {
  readonly channel: Channel;
  readonly path: string;
  readonly route: (request: {
    readonly headers: IncomingHttpHeaders;
    readonly body: Buffer;
  }) => Promise<{ readonly status: number; readonly body?: unknown }>;
  /** Takes up what was left undone, now and from time to time. */
  start(): void;
  /** Nothing new is begun; what is under way finishes. */
  stop(): Promise<void>;
  /** Until everything that was acknowledged is worked off. */
  idle(): Promise<void>;
};

/**
 * A chat product as its folder declares it: everything the house has to know of it. Adding one means its entry in
 * `programme/channel.ts`, a folder here, its settings in `bot/config.ts` and its line in the list of `bot/service.ts`.
 */
export type ChatProduct<Settings> = {
  readonly name: ChannelName;
  isSetUp(settings: Settings): boolean;
  /** Who comes when it is crowded is turned away at once, because the product tells them; or is kept for later. */
  readonly crowded: 'told' | 'kept';
  /** Opens its door, or one that lets nobody in where it is not set up. */
  open(settings: Settings, handle: Handle, house: House): Door;
  /** For sending only, with nobody at its door. */
  sender(settings: Settings, deps: Pick<House, 'log' | 'now'>): Channel;
  /** What `check` looks at, and how to mend it. */
  check(settings: Settings, log: Logger, now: Date): Promise<readonly Finding[]>;
  /** The address of whoever checks our tokens by a clock of their own. */
  clock(settings: Settings): string;
  /** The menu that stands in every chat with the bot, where the product has one. */
  readonly menu?: {
    /** The setting without which there is nowhere to put it. */
    readonly needs: string;
    place(
      settings: Settings,
      lines: readonly { readonly label: string; readonly ask: Ask }[],
      now: Date,
    ): Promise<void>;
  };
};

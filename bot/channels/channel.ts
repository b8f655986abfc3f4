import type { Ask, Card } from '../../cards/card.ts';
import type { ChannelName } from '../../programme/channel.ts';

/** Where a message can be sent. `id` means something only to its channel; everyone else carries it unread. */
export type Address = { readonly channel: ChannelName; readonly id: string };

/** What a channel can find out about a person, to be compared with the roster. */
export type Profile = {
  /** Addresses that the person's own organisation vouches for, as `addressKey` makes them. */
  readonly emails: readonly string[];
  /** The organisation that keeps the person's account, where the product says so. */
  readonly tenant?: string | undefined;
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
    /** A file, a picture, a sticker: nothing that is read. */
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
export type Answer = { readonly card: Card; readonly how: 'replace' | 'new' };

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

/** A chat product. Adding one means a folder here and a line in `bot/main.ts`. */
export interface Channel {
  readonly name: ChannelName;
  /** Whether a card can hold input fields. Where it cannot, the bot asks the fields one by one. */
  readonly formsInCards: boolean;
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

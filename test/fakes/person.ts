/** What a person types or picks, by the field's id or by its label. Booleans set toggles; titles pick choices. */
export type Filled = { readonly [idOrLabel: string]: string | number | boolean | undefined };

/** What the person has in front of them after doing something, whichever chat product it is. */
export type Seen = {
  /** The HTTP status the product got. */
  readonly status: number;
  /** Every word of what is new in the room. */
  readonly words: string;
};

/**
 * A person in a room of some chat product: what a conversation test needs, so that one script runs on every product.
 * Where the product's cards hold no fields, `press` with fields answers the questions that follow, one by one.
 */
export interface Person<R = unknown, S extends Seen = Seen> {
  readonly account: { readonly name: string };
  /** Says something; in a group to the bot (`mention`), unless a test wants otherwise. */
  say(text: string, how?: { readonly mention?: boolean }): Promise<S>;
  /** Presses what bears this label among what was seen last in this room. Refuses what is not there. */
  press(label: string, filled?: Filled): Promise<S>;
  /** The same on what was seen then, which still stands in the room. */
  pressOn(earlier: S, label: string): Promise<S>;
  /** Opens a form that is folded away behind this. Some products tell the bot nothing about it. */
  open(label: string): Promise<void>;
  /** Presses what a card of another day may still carry: this command, with these inputs. */
  ask(command: string, input: { readonly [name: string]: unknown }): Promise<S>;
  /** Sends a file into this room. */
  sendFile(name: string, bytes: Uint8Array): Promise<S>;
  /** Every word of what is in front of the person now. */
  sees(): string;
  /** The words of every card the bot has put into this room, oldest first. */
  got(): readonly string[];
  /** Labels of everything that can be pressed just now. */
  buttons(): readonly string[];
  /** Opens the 1:1 chat, or takes the bot into this room, as the product tells it. */
  install(): Promise<unknown>;
  /** The same person in another room. */
  in(room: R): Person<R, S>;
  /** The product delivers the same once more. */
  again(turn: S): Promise<S>;
}

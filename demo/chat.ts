/** Somebody to try the bot as. */
export type DemoPerson = { readonly name: string; readonly email: string };

export type DemoPeople = {
  readonly officer: DemoPerson;
  readonly prefecture: DemoPerson;
  readonly others: readonly DemoPerson[];
};

/** Where the two people have their chat open. */
type Windows = { readonly officer: string; readonly prefecture: string; stop(): Promise<void> };

/** A chat product to try the bot in. */
export type DemoChat = {
  /** The store and the chat's own files, under `data/`: each product has its own conversations. */
  readonly folder: string;
  readonly ports: readonly number[];
  /** Settings of the bot that belong to this product. */
  readonly environment: Readonly<Record<string, string>>;
  readonly how: string;
  open(bot: { readonly port: number; readonly folder: string; idle(): Promise<void> }): Promise<Windows>;
};

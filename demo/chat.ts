/** Somebody to try the bot as. */
export type DemoPerson = { readonly name: string; readonly email: string };

/** Those a chat window is opened for, one of each role that works with the bot, and others for groups and mentions. */
export type DemoPeople = {
  readonly windows: readonly (DemoPerson & { readonly role: string })[];
  readonly others: readonly DemoPerson[];
};

/** A chat product to try the bot in. */
export type DemoChat = {
  /** The store and the chat's own files, under `data/`: each product has its own conversations. */
  readonly folder: string;
  readonly ports: readonly number[];
  /** Settings of the bot that belong to this product. */
  readonly environment: Readonly<Record<string, string>>;
  readonly how: string;
  /** @returns the address of each window, in the order of the people */
  open(bot: { readonly port: number; readonly folder: string; idle(): Promise<void> }): Promise<Windows>;
};

type Windows = { readonly urls: readonly string[]; stop(): Promise<void> };

import { randomUUID } from 'node:crypto';
import type { Filled, Person } from '../person.ts';
import { buttonsOf, findButton, inputsOf, wordsOf } from './card-reader.ts';
import type { CardJson } from './card-rules.ts';
import { elementsOf, isObject } from './card-rules.ts';
import type { Account, Connector, Message } from './connector.ts';
import type { Minting } from './identity-provider.ts';
import type { OneDrive, UploadInfo } from './one-drive.ts';

/** Where people and the bot meet. */
export type TeamsRoom = {
  readonly id: string;
  readonly kind: 'personal' | 'groupChat' | 'channel';
  /** Channels: the root of the thread that is written in. */
  readonly thread?: string;
  /** Channels: the team it belongs to, which is where members are asked for. */
  readonly team?: string;
  /** Whose room it is, where that is not the tenant of whoever is in it. */
  readonly tenant?: string;
};

/** A card as a person sees it: which message holds it, and what it shows to them now. */
export type Shown = { readonly message: string; readonly json: CardJson; readonly words: string };

/** What became of one thing a person did. */
export type Turn = {
  /** The HTTP status Teams got. */
  readonly status: number;
  /** The body of an invoke's answer. */
  readonly invoke: { readonly type: string; readonly value: unknown } | undefined;
  /** Messages written meanwhile in this room, and messages changed. */
  readonly posted: readonly Message[];
  readonly changed: readonly Message[];
  /** The card the person looks at now: answered in the invoke, else posted, else changed. */
  readonly card: Shown | undefined;
  /** All words of that card; else the text that was shown. */
  readonly words: string;
  /** What was sent, for `again`. */
  readonly activity: Activity;
};

export type Activity = { readonly [property: string]: unknown };

export type Post = (activity: Activity, how?: Minting) => Promise<{ status: number; body: unknown }>;

type Bot = { readonly id: string; readonly name: string };

type World = { readonly bot: Bot; readonly connector: Connector; readonly oneDrive: OneDrive; readonly post: Post };

/**
 * A person in Teams, in one room.
 *
 *   const hanako = teams.person({ name: '山田 花子', email: 'yamada@town.example.jp' });
 *   await hanako.install();                              // opens the 1:1 chat, as Teams tells it: twice
 *   const turn = await hanako.say('KPI報告');            // turn.card, turn.words, turn.status
 *   await hanako.press('報告する', { 今週の実績: 62 });   // on the card last seen; fields by id or label
 *   await hanako.press('報告する', {}, { on: turn.card, as: 'submit' });
 *   const there = hanako.in(teams.group('県・事務局'));   // or teams.channel(…); say() mentions the bot there
 *   await there.say('こんにちは', { mention: false });    // Teams would not even deliver this; a test may
 *   await hanako.again(turn);                            // the channel repeats itself
 */
export class TeamsUser implements Person<TeamsRoom, Turn> {
  readonly account: Account;
  readonly room: TeamsRoom;
  /** The card last seen in this room. */
  card: Shown | undefined;
  readonly #bot: Bot;
  readonly #connector: Connector;
  readonly #oneDrive: OneDrive;
  readonly #post: Post;

  constructor(account: Account, room: TeamsRoom, world: World) {
    this.account = account;
    this.room = room;
    this.#bot = world.bot;
    this.#connector = world.connector;
    this.#oneDrive = world.oneDrive;
    this.#post = world.post;
    for (const each of [room.id, room.team ?? room.id]) world.connector.join(each, account);
  }

  /** The same person in another room. */
  in(room: TeamsRoom): TeamsUser {
    return new TeamsUser(this.account, room, {
      bot: this.#bot,
      connector: this.#connector,
      oneDrive: this.#oneDrive,
      post: this.#post,
    });
  }

  say(text: string, { mention = this.room.kind !== 'personal' } = {}): Promise<Turn> {
    const at = `<at>${this.#bot.name}</at>`;
    return this.send({
      ...this.#base('message'),
      text: mention ? `${at} ${text}` : text,
      textFormat: 'plain',
      ...(mention && {
        entities: [{ type: 'mention', text: at, mentioned: { id: this.#bot.id, name: this.#bot.name } }],
      }),
    });
  }

  /**
   * Presses what bears this label on the card last seen (or `on` another one). Refuses what a client would not send:
   * missing required fields (unless `unchecked`), fields that are not there. `submit` is what clients without
   * universal actions fall back to.
   */
  press(
    label: string,
    filled: Filled = {},
    {
      on = this.card,
      as = 'execute',
      unchecked = false,
    }: { on?: Shown | undefined; as?: 'execute' | 'submit'; unchecked?: boolean } = {},
  ): Promise<Turn> {
    if (on === undefined) throw new Error(`${this.account.name} sees no card to press 「${label}」 on`);
    const button = findButton(on.json, label);
    const inputs = button['associatedInputs'] === 'none' ? {} : inputsOf(on.json, filled, !unchecked);
    const data = { ...(isObject(button['data']) ? button['data'] : {}), ...inputs };
    return as === 'execute' && button['type'] === 'Action.Execute'
      ? this.execute(String(button['verb'] ?? ''), data, on.message)
      : this.submit(data, on.message);
  }

  pressOn(earlier: Turn, label: string): Promise<Turn> {
    if (earlier.card === undefined) throw new Error(`there was no card to press 「${label}」 on`);
    return this.press(label, {}, { on: earlier.card });
  }

  /** The client does that by itself. */
  async open(label: string): Promise<void> {
    const folded = [...elementsOf(this.card?.json)].some(
      ({ type, title }) => type === 'Action.ToggleVisibility' && title === label,
    );
    if (!folded) throw new Error(`nothing is folded away behind 「${label}」`);
  }

  ask(command: string, input: { readonly [name: string]: unknown }): Promise<Turn> {
    return this.execute(command, { bansou: 1, command, given: input });
  }

  sees(): string {
    return this.card?.words ?? '';
  }

  got(): readonly string[] {
    return this.#connector.calls.flatMap(({ message }) =>
      message?.conversation.startsWith(this.room.id)
        ? [message.card ? wordsOf(message.card) : (message.text ?? '')]
        : [],
    );
  }

  buttons(): readonly string[] {
    return this.card ? buttonsOf(this.card.json) : [];
  }

  /** A universal action, as raw as it travels. */
  execute(verb: string, data: unknown, replyToId?: string): Promise<Turn> {
    return this.send({
      ...this.#base('invoke'),
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
      ...(replyToId !== undefined && { replyToId }),
    });
  }

  submit(data: unknown, replyToId?: string): Promise<Turn> {
    return this.send({ ...this.#base('message'), value: data, ...(replyToId !== undefined && { replyToId }) });
  }

  /** Sends a file as Teams tells it: by where it can be fetched. @param over where that is not the sender's own file */
  sendFile(
    name: string,
    bytes: Uint8Array,
    { downloadUrl = this.#oneDrive.keep(bytes), text }: { downloadUrl?: string; text?: string } = {},
  ): Promise<Turn> {
    const content = { downloadUrl, uniqueId: randomUUID(), fileType: name.split('.').at(-1) };
    const contentType = 'application/vnd.microsoft.teams.file.download.info';
    const attachments = [{ contentType, name, content, contentUrl: 'https://example.sharepoint.com/personal/x' }];
    return this.send({ ...this.#base('message'), ...(text !== undefined && { text }), attachments });
  }

  /**
   * Answers the question whether a file may be saved, the last one in the room; accepting names a place in the person's
   * own OneDrive.
   */
  async consent(
    action: 'accept' | 'decline',
    { place, on = this.consents().at(-1) }: { place?: UploadInfo; on?: Message | undefined } = {},
  ): Promise<Turn & { readonly place: UploadInfo | undefined }> {
    const { file, id } = on ?? {};
    if (!file || id === undefined) throw new Error(`${this.account.name} is not asked about a file`);
    const { acceptContext, declineContext } = file.content;
    const uploadInfo = action === 'accept' ? (place ?? this.#oneDrive.place(file.name)) : undefined;
    const context = action === 'accept' ? acceptContext : declineContext;
    const turn = await this.send({
      ...this.#base('invoke'),
      name: 'fileConsent/invoke',
      value: { type: 'fileUpload', action, context, ...(uploadInfo && { uploadInfo }) },
      replyToId: id,
    });
    return { ...turn, place: uploadInfo };
  }

  /** The questions about files that stand in this room. */
  consents(): readonly Message[] {
    return this.#connector.messages(this.room.id).filter(({ file }) => file?.kind === 'consent');
  }

  /** Takes the bot into this room: Teams tells it by two events. */
  async install(): Promise<readonly [Turn, Turn]> {
    const bot = { id: this.#bot.id };
    return [
      await this.send({ ...this.#base('conversationUpdate'), membersAdded: [bot] }),
      await this.send({ ...this.#base('installationUpdate'), action: 'add' }),
    ];
  }

  /** Someone else brings this person into the room. */
  join(): Promise<Turn> {
    return this.send({ ...this.#base('conversationUpdate'), membersAdded: [{ id: this.account.id }] });
  }

  /** The channel delivers the same once more. */
  again(turn: Turn): Promise<Turn> {
    return this.send(turn.activity);
  }

  /** Any activity at all. */
  async send(activity: Activity, how?: Minting): Promise<Turn> {
    const before = this.#connector.calls.length;
    const { status, body } = await this.#post(activity, how);
    const written = this.#connector.calls
      .slice(before)
      .flatMap(({ message }) => (message?.conversation.startsWith(this.room.id) ? [message] : []));
    const invoke =
      isObject(body) && 'statusCode' in body ? { type: String(body['type']), value: body['value'] } : undefined;
    const posted = written.filter(({ edits }) => edits === 0);
    const changed = written.filter(({ edits }) => edits > 0);
    const card = seen(invoke, activity, [...changed, ...posted]);
    this.card = card ?? this.card;
    const text = typeof invoke?.value === 'string' ? invoke.value : (written.at(-1)?.text ?? '');
    return { status, invoke, posted, changed, card, words: card?.words ?? text, activity };
  }

  #base(type: string): Activity {
    const { room } = this;
    const tenant = room.tenant ?? this.account.tenantId;
    return {
      type,
      id: type === 'invoke' ? `f:${randomUUID()}` : String(Date.now() * 1_000 + Math.floor(Math.random() * 1_000)),
      timestamp: new Date().toISOString(),
      channelId: 'msteams',
      serviceUrl: this.#connector.serviceUrl,
      from: { id: this.account.id, name: this.account.name, aadObjectId: this.account.aadObjectId },
      recipient: this.#bot,
      conversation: {
        id: room.thread === undefined ? room.id : `${room.id};messageid=${room.thread}`,
        conversationType: room.kind,
        ...(room.kind !== 'personal' && { isGroup: true }),
        tenantId: tenant,
      },
      channelData: {
        tenant: { id: tenant },
        ...(room.team !== undefined && { team: { id: room.team }, channel: { id: room.id } }),
      },
      locale: 'ja-JP',
    };
  }
}

/** Of what was answered, what the person has in front of them. */
function seen(invoke: Turn['invoke'], activity: Activity, written: readonly Message[]): Shown | undefined {
  if (isObject(invoke?.value)) return shown(String(activity['replyToId'] ?? ''), invoke.value);
  const last = written.findLast(({ card }) => card !== undefined);
  return last?.card && shown(last.id, last.card);
}

const shown = (message: string, json: CardJson): Shown => ({ message, json, words: wordsOf(json) });

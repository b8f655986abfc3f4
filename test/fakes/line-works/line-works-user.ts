import type { Filled, Person, Seen } from '../person.ts';
import type { Callbacks } from './callbacks.ts';
import { Answers, type Labels, type Question, type Step } from './interview-answers.ts';
import type { Json } from './reply.ts';
import { RoomView } from './room-view.ts';
import { cardsIn, findPressable, type Pressable, pressablesOf, wordsOf } from './shown.ts';
import type { Storage } from './storage.ts';
import type { Account, LineWorksRoom, Message, World } from './world.ts';

/** What became of one thing a person did. */
export type Turn = Seen & {
  /** What the bot wrote meanwhile in this room. */
  readonly posted: readonly Message[];
  /** The bytes of the event, for `again`. */
  readonly raw: string;
};

/** What all people of one tenant share. */
export type Tenant = {
  readonly botName: string;
  readonly world: World;
  readonly callbacks: Callbacks;
  readonly storage: Storage;
  readonly labels: Labels;
  idle(): Promise<void>;
  menu(): readonly Json[];
};

/** No interview has more questions. */
const MOST_QUESTIONS = 60;

/**
 * A person in LINE WORKS, in one room.
 *
 *   const hanako = works.person({ name: '山田 花子', email: 'yamada@town.example.jp' });
 *   const turn = await hanako.say('KPI報告');            // opens the 1:1 first, as the product tells it
 *   await hanako.press('スキップ');                       // quick replies of the last message, any button of the room
 *   await hanako.press('報告する', { 今週の実績: 62 });   // answers the questions that follow, see `Answers`
 *   const there = hanako.in(works.group('県・事務局'));   // say() mentions the bot there
 *   await hanako.send({ type: 'sticker', packageId: '1', stickerId: '1' });
 *   await hanako.again(turn);
 *
 * Pressing with fields presses what bears the label, or, where only a question is in sight, just answers it: a form's
 * submit button does not exist here. The turn is the last one: the receipt, or the question that was asked again.
 */
export class LineWorksUser implements Person<LineWorksRoom, Turn> {
  readonly account: Account;
  readonly room: LineWorksRoom;
  readonly #tenant: Tenant;
  readonly #view: RoomView;

  constructor(account: Account, room: LineWorksRoom, tenant: Tenant) {
    this.account = account;
    this.room = room;
    this.#tenant = tenant;
    this.#view = new RoomView(tenant.world, room, account.userId);
    tenant.world.room(room.id)?.members.add(account.userId);
  }

  in(room: LineWorksRoom): LineWorksUser {
    return new LineWorksUser(this.account, room, this.#tenant);
  }

  say(text: string, { mention = this.room.kind === 'group' } = {}): Promise<Turn> {
    return this.send({ type: 'text', text: mention ? `@${this.#tenant.botName} ${text}` : text });
  }

  async press(label: string, filled?: Filled): Promise<Turn> {
    const fresh = findPressable(this.#view.fresh(), label);
    if (filled === undefined) return this.tap(fresh ?? this.#find(label));
    const asked = fresh ? undefined : this.#view.question();
    const turn = asked ? undefined : await this.tap(fresh ?? this.#find(label));
    return this.#answerAll(new Answers(filled, this.#tenant.labels), label, turn);
  }

  async pressOn(earlier: Turn, label: string): Promise<Turn> {
    const found = findPressable(this.#view.on(earlier.posted), label);
    if (found === undefined) throw new Error(`no button 「${label}」 there`);
    return this.tap(found);
  }

  async open(label: string): Promise<void> {
    await this.press(label);
  }

  ask(command: string, input: { readonly [name: string]: unknown }): Promise<Turn> {
    const postback = JSON.stringify({ c: command, i: input });
    return this.tap({ action: { type: 'message', label: command, text: command, postback } });
  }

  sees(): string {
    return this.#view
      .unread()
      .map((message) => wordsOf(message))
      .join('\n');
  }

  got(): readonly string[] {
    return cardsIn(this.#view.messages().filter(({ from }) => from === 'bot'));
  }

  buttons(): readonly string[] {
    return this.#view.fresh().map(({ label }) => label);
  }

  /** Presses this, whether or not it can still be seen. */
  tap({ action }: Pick<Pressable, 'action'>): Promise<Turn> {
    const { type, label, text, postback, data, displayText } = action;
    if (type === 'postback') {
      const shown = displayText === undefined ? undefined : { type: 'text', text: displayText };
      return this.#turn({ type: 'postback', source: this.#source(true), data }, shown);
    }
    if (type !== 'message') throw new Error(`「${String(label)}」 is a ${String(type)} and tells the bot nothing`);
    return this.send({ type: 'text', text: text ?? label, ...(postback !== undefined && { postback }) });
  }

  /** Any content a person can send. */
  async send(content: Json): Promise<Turn> {
    if (this.room.kind === 'personal') await this.#open();
    return this.#turn({ type: 'message', source: this.#source(false), content }, content);
  }

  /** The event names the file by its id alone. */
  sendFile(name: string, bytes: Uint8Array, type: 'file' | 'image' | 'audio' | 'video' = 'file'): Promise<Turn> {
    return this.send({ type, fileId: this.#tenant.storage.keep(name, bytes) });
  }

  /** Opens the 1:1 room, or takes the bot into this one. */
  install(): Promise<Turn> {
    const room = this.#known();
    room.open = true;
    return this.room.kind === 'personal'
      ? this.#turn({ type: 'begin', source: this.#source(true) })
      : this.#turn({ type: 'join', source: this.#place() });
  }

  /** Closes the 1:1 room, or takes the bot out of this one. */
  remove(): Promise<Turn> {
    this.#known().open = false;
    return this.room.kind === 'personal'
      ? this.#turn({ type: 'end', source: this.#source(true) })
      : this.#turn({ type: 'leave', source: this.#place() });
  }

  /** Comes into this room, or leaves it, while the bot is there. */
  enter(): Promise<Turn> {
    this.#known().members.add(this.account.userId);
    return this.#turn({ type: 'joined', source: this.#place(), members: [this.account.userId] });
  }

  leave(): Promise<Turn> {
    this.#known().members.delete(this.account.userId);
    return this.#turn({ type: 'left', source: this.#place(), members: [this.account.userId] });
  }

  /** The same bytes once more, which the product itself never does. */
  async again(turn: Turn): Promise<Turn> {
    const before = this.#tenant.world.messages.length;
    return this.#became(before, await this.#tenant.callbacks.deliver(turn.raw));
  }

  async #turn(event: Json, content?: Json): Promise<Turn> {
    const { world, callbacks } = this.#tenant;
    if (!this.#known().open && event['type'] !== 'leave' && event['type'] !== 'end')
      throw new Error(`${this.#tenant.botName} is not in 「${this.room.title}」`);
    if (content) world.write(this.room.id, this.account.userId, content, this.#nameOf(content));
    const before = world.act(this.room.id, this.account.userId);
    return this.#became(before, await callbacks.event(event));
  }

  async #became(before: number, { raw, status }: { raw: string; status: number }): Promise<Turn> {
    await this.#tenant.idle();
    const posted = this.#view.messages().filter(({ number, from }) => number >= before && from === 'bot');
    return { status, raw, posted, words: posted.map((message) => wordsOf(message)).join('\n') };
  }

  async #answerAll(answers: Answers, submit: string, first: Turn | undefined): Promise<Turn> {
    let turn = first;
    for (let count = 0; count < MOST_QUESTIONS; count++) {
      const question = this.#view.question();
      if (question === undefined) return this.#ended(answers, submit, turn);
      const step = answers.stepFor(question, submit);
      if (step === 'asked-again' && turn) return turn;
      turn = await this.#take(step, question);
    }
    throw new Error(`more than ${MOST_QUESTIONS} questions after 「${submit}」`);
  }

  #take(step: Step, question: Question): Promise<Turn> {
    if (typeof step === 'string') throw new Error(`no answer for 「${question.words}」`);
    return 'press' in step ? this.tap(step.press) : this.say(step.type);
  }

  #ended(answers: Answers, submit: string, turn: Turn | undefined): Turn {
    if (answers.unasked.length > 0) throw new Error(`no question for ${answers.unasked.join('、')}`);
    if (turn === undefined) throw new Error(`nothing to press 「${submit}」 on`);
    return turn;
  }

  /** What is in sight in the whole room, else in the persistent menu of the 1:1 room. */
  #find(label: string): Pressable {
    const menu = this.room.kind === 'personal' ? pressablesOf({ actions: this.#tenant.menu() }) : [];
    const found = this.#view.find(label) ?? findPressable(menu, label);
    if (found === undefined) throw new Error(`no button 「${label}」, only ${this.buttons().join('、')}`);
    return found;
  }

  #known() {
    const room = this.#tenant.world.room(this.room.id);
    if (!room) throw new Error(`no room 「${this.room.title}」`);
    return room;
  }

  /** Writing for the first time opens the 1:1 room, which is an event of its own. */
  async #open(): Promise<void> {
    if (!this.#known().open) await this.install();
  }

  #nameOf(content: Json): string | undefined {
    const { fileId } = content as { fileId?: string };
    return fileId === undefined ? undefined : this.#tenant.storage.file(fileId)?.name;
  }

  #place(): Json {
    return { channelId: this.room.id, domainId: this.account.domainId };
  }

  /** A message in a 1:1 room names no room; every other event does. */
  #source(named: boolean): Json {
    const { userId, domainId } = this.account;
    const inRoom = named || this.room.kind === 'group';
    return { userId, ...(inRoom && { channelId: this.room.id }), domainId };
  }
}

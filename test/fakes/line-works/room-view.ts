import { type Question, questionIn } from './interview-answers.ts';
import { findPressable, type Pressable, pressablesOf } from './shown.ts';
import type { LineWorksRoom, Message, World } from './world.ts';

/** A room as one person has it on the screen. */
export class RoomView {
  readonly #world: World;
  readonly #room: LineWorksRoom;
  readonly #person: string;

  constructor(world: World, room: LineWorksRoom, person: string) {
    this.#world = world;
    this.#room = room;
    this.#person = person;
  }

  messages(): readonly Message[] {
    return this.#world.messages.filter(({ room }) => room === this.#room.id);
  }

  /** What the bot wrote after this person's last action. */
  unread(): readonly Message[] {
    const since = this.#world.acted(this.#room.id, this.#person);
    return this.messages().filter(({ number, from }) => number >= since && from === 'bot');
  }

  /** What can be pressed of that, newest first. */
  fresh(): readonly Pressable[] {
    return this.on(this.unread());
  }

  /** What can still be pressed of these messages, newest first. */
  on(messages: readonly Message[]): readonly Pressable[] {
    return messages.toReversed().flatMap((message) => this.#pressable(message));
  }

  /** Anywhere in the room: buttons stay where they are for ever. */
  find(label: string): Pressable | undefined {
    for (const message of this.messages().toReversed()) {
      const found = findPressable(this.#pressable(message), label);
      if (found) return found;
    }
    return undefined;
  }

  /** The question of an interview that is waiting for an answer. */
  question(): Question | undefined {
    const last = this.messages().at(-1);
    return last && questionIn(last, this.#pressable(last));
  }

  /** Quick replies vanish with the next message, whoever wrote it. */
  #pressable({ number, from, content }: Message): readonly Pressable[] {
    if (from !== 'bot') return [];
    const last = number === this.messages().at(-1)?.number;
    return pressablesOf(content).filter(({ quick }) => last || !quick);
  }
}

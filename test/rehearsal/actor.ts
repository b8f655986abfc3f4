import type { Filled, Person, Seen } from '../fakes/person.ts';

/** Somebody of the programme at their chat. Whatever is not answered as expected stops the year. */
export type Actor = {
  readonly email: string;
  say(text: string, hears: RegExp): Promise<Seen>;
  /** What bears this label among what was seen last, with the fields of its form. */
  press(label: string | RegExp, hears: RegExp, filled?: Filled): Promise<Seen>;
  /** What a card of another day may still carry. */
  ask(command: string, input: { readonly [name: string]: unknown }, hears: RegExp): Promise<Seen>;
  sendFile(name: string, bytes: Uint8Array, hears: RegExp): Promise<Seen>;
  /** What is in front of them now, and what can be pressed there. */
  sees(): string;
  buttons(): readonly string[];
  /** The same person in a group room. */
  in(room: unknown): Actor;
};

type Heard = (email: string, words: string) => Promise<void>;

/** @param heard is told every answer, and whether it was the expected one */
export function actorOf(email: string, person: Person, heard: Heard): Actor {
  const turn = async (did: string, answer: Promise<Seen>, hears: RegExp): Promise<Seen> => {
    const seen = await answer.catch((error: unknown) => {
      throw new Error(`${email} ${did}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    });
    const words = person.sees() === '' ? seen.words : `${seen.words}\n${person.sees()}`;
    await heard(email, words);
    if (!hears.test(words)) throw new Error(`${email} ${did} expected ${hears} and was answered:\n${words}`);
    return seen;
  };
  const labelOf = (label: string | RegExp): string => {
    if (typeof label === 'string') return label;
    const found = person.buttons().find((each) => label.test(each));
    if (found === undefined) throw new Error(`${email} sees no button ${label}, only ${person.buttons().join('、')}`);
    return found;
  };
  return {
    email,
    say: (text, hears) => turn(`says 「${text}」`, person.say(text), hears),
    press: async (label, hears, filled) => turn(`presses 「${label}」`, person.press(labelOf(label), filled), hears),
    ask: (command, input, hears) => turn(`presses ${command}`, person.ask(command, input), hears),
    sendFile: (name, bytes, hears) => turn(`sends ${name}`, person.sendFile(name, bytes), hears),
    sees: () => person.sees(),
    buttons: () => person.buttons(),
    in: (room) => actorOf(email, (person as Person<unknown>).in(room), heard),
  };
}

import { randomUUID } from 'node:crypto';
import type { Json } from './reply.ts';

export type Account = {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly externalKey?: string | undefined;
  readonly domainId: number;
  readonly isSuspended: boolean;
  readonly isDeleted: boolean;
};

/** Who is made known: all but the e-mail has a default. */
export type Who = { readonly name: string; readonly email: string } & Partial<Omit<Account, 'name' | 'email'>>;

/** Where people and the bot meet. */
export type LineWorksRoom = {
  readonly id: string;
  readonly kind: 'personal' | 'group';
  readonly title: string;
};

/** Something that stands in a room. `content` is as it was sent. */
export type Message = {
  readonly number: number;
  readonly room: string;
  /** `bot`, or who wrote it. */
  readonly from: string;
  readonly at: string;
  readonly content: Json;
  /** What was uploaded under the id that `content` names. */
  readonly fileName?: string;
};

/** `open`: the bot is there, and knows it from an event. */
export type Known = LineWorksRoom & { readonly members: Set<string>; open: boolean };

/** Whom and which rooms the domain knows, and what was written. */
export type World = ReturnType<typeof createWorld>;

export function createWorld(now: () => Date, domainId: number) {
  const people = new Map<string, Account>();
  const rooms = new Map<string, Known>();
  const messages: Message[] = [];
  const acts = new Map<string, number>();

  return {
    domainId,
    people,
    messages,
    /** One account per e-mail; a second time what is given replaces what was known. */
    enrol(who: Who): Account {
      const known = [...people.values()].find(({ email }) => email === who.email);
      const fresh = { userId: randomUUID(), domainId, isSuspended: false, isDeleted: false };
      const account = { ...fresh, ...known, ...who };
      people.set(account.userId, account);
      return account;
    },
    /** By resource id, by login e-mail, or by external key. */
    find(id: string): Account | undefined {
      const key = id.startsWith('externalKey:') ? id.slice('externalKey:'.length) : undefined;
      const found =
        people.get(id) ??
        [...people.values()].find(({ email, externalKey }) => email === id || (key && externalKey === key));
      return found?.isDeleted ? undefined : found;
    },
    room: (id: string): Known | undefined => rooms.get(id),
    roomsOf: (userId: string): readonly Known[] => [...rooms.values()].filter(({ members }) => members.has(userId)),
    /** The 1:1 room of a person and the bot; not open until the one opens it or the other writes. */
    personal({ userId, name }: Account): Known {
      const id = `1to1-${userId}`;
      const room = rooms.get(id) ?? { id, kind: 'personal', title: name, members: new Set([userId]), open: false };
      rooms.set(id, room);
      return room;
    },
    /** The same title is the same room. */
    group(title: string): Known {
      const known = [...rooms.values()].find((room) => room.kind === 'group' && room.title === title);
      const room: Known = known ?? { id: randomUUID(), kind: 'group', title, members: new Set(), open: true };
      rooms.set(room.id, room);
      return room;
    },
    /** Someone does something here: what is written from now on is new to them. Tells from which number on. */
    act(room: string, person: string): number {
      acts.set(`${room} ${person}`, messages.length);
      return messages.length;
    },
    acted: (room: string, person: string): number => acts.get(`${room} ${person}`) ?? 0,
    forget(): void {
      messages.length = 0;
      acts.clear();
    },
    write(room: string, from: string, content: Json, fileName?: string): Message {
      const at = now().toISOString();
      const message = { number: messages.length, room, from, at, content, ...(fileName !== undefined && { fileName }) };
      messages.push(message);
      return message;
    },
  };
}

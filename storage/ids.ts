import { createHash } from 'node:crypto';
import { addressKey } from '../programme/address.ts';
import type { ChangeNote } from '../programme/change-note.ts';
import type { SeenContent } from '../programme/consent/material.ts';

/** Ids are ASCII and never names: a hash stands for what a person or a product called it. */
function hash(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex');
}

type Newcomer = { readonly email?: string | undefined; readonly name: string; readonly office: string };

/** An id for somebody new that nobody else has, even if they once had the same e-mail. */
export function newMemberId(person: Newcomer, taken: ReadonlySet<string>): string {
  const { email, name, office } = person;
  for (let turn = 0; ; turn++) {
    const id = turn === 0 ? memberId(person) : memberId({ name: `${name} ${turn}`, office: email ?? office });
    if (!taken.has(id)) return id;
  }
}

/**
 * For somebody new in the roster, by e-mail; a line without one by name and office. Once somebody exists they keep
 * theirs whatever becomes of the e-mail, so that nobody may be looked up by this.
 */
export function memberId(person: Newcomer): string {
  const key = person.email ? [addressKey(person.email)] : [person.name, person.office];
  return `member-${hash(...key).slice(0, 16)}`;
}

/** Someone met in a chat product. */
export function acquaintanceId(channel: string, person: string): string {
  return hash(channel, person).slice(0, 32);
}

export function roomId(channel: string, room: string): string {
  return `room-${hash(channel, room).slice(0, 32)}`;
}

/** An incoming message, short enough for a button to carry. */
export function askId(incoming: string): string {
  return hash(incoming).slice(0, 24);
}

/** An audit entry of one incoming message on one record: a repeated relay finds it already there. */
export function auditId(ask: string, record: string, before: string | undefined): string {
  return `a-${hash(ask, record, before ?? '').slice(0, 32)}`;
}

/** One leaving of one version of a document. */
export function changeNoteId(note: Omit<ChangeNote, 'id'>): string {
  return `c-${hash(note.of, note.partition, note.document, note.was).slice(0, 32)}`;
}

/** Questions asked of one person in one room. */
export function interviewId(channel: string, person: string, room: string): string {
  return `interview-${hash(channel, person, room).slice(0, 32)}`;
}

/** The version of what others would see: any changed word is another one, wherever it stands. */
export function materialVersionOf({ title, sections }: SeenContent): string {
  const whole = JSON.stringify([title, ...sections.map(({ label, text }) => [label, text])]);
  return `v-${hash(whole).slice(0, 16)}`;
}

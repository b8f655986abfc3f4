import { plainName } from '../../../programme/person-name.ts';
import { Refusal } from '../../../programme/refusal.ts';
import type { MemberStart } from '../../command.ts';
import { mayWriteFilings } from './seen-filing.ts';

/** An entry of a register, in versions; the last one counts. */
type Entry<E> = { readonly id: string; readonly versions: readonly E[] };
type Asked<E> = {
  readonly said: { readonly [K in keyof E]?: E[K] | undefined };
  readonly entry: string | undefined;
  readonly begins: 'yes' | undefined;
};
/** The entry that is meant (none for a new one), and what it would say: what is not said stays. */
type Meant<R, E> = { readonly known: R | undefined; readonly next: Partial<E>; readonly isSaid: boolean };

export const latestOf = <E>({ versions }: Entry<E>): E => versions.at(-1) as E;

/** Registers are kept in chats of one's own. */
export const mayKeep = (turn: Pick<MemberStart, 'who' | 'room'>): boolean =>
  mayWriteFilings(turn) && turn.room.audience === undefined;

/**
 * Which entry is written: the one of the card, the one of that name, or a new one.
 * @returns undefined where somebody only looks
 * @throws Refusal where somebody may not write, or the card is of an entry that is not there
 */
export async function entryMeant<E extends { readonly name: string }, R extends Entry<E>>(
  { said, entry, begins }: Asked<E>,
  all: () => Promise<readonly R[]>,
  turn: Pick<MemberStart, 'who' | 'room'>,
): Promise<Meant<R, E> | undefined> {
  const given = Object.entries(said).filter(([, value]) => value !== undefined);
  if (given.length === 0 && entry === undefined && begins === undefined) return undefined;
  if (!mayKeep(turn)) throw Refusal.because('register-by-office');
  const { name } = said;
  const isMeant = (one: R) =>
    entry === undefined ? name !== undefined && plainName(latestOf<E>(one).name) === plainName(name) : one.id === entry;
  const known = (await all()).find(isMeant);
  if (entry !== undefined && !known) throw Refusal.because('old-card');
  const next = { ...(known && latestOf<E>(known)), ...Object.fromEntries(given) } as Partial<E>;
  return { known, next, isSaid: given.length > 0 };
}

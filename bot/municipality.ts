import type { Ask, Card } from '../cards/card.ts';
import { chooseMunicipality, MOST_LISTED } from '../cards/choose-municipality.ts';
import type { ChosenPlace } from '../programme/chosen-place.ts';
import { withoutAround } from '../programme/gazetteer.ts';
import { may } from '../programme/may.ts';
import { homeOf } from '../programme/member.ts';
import { type Municipality, municipalitiesLike } from '../programme/municipality.ts';
import { Refusal } from '../programme/refusal.ts';
import type { Store } from '../storage/collections.ts';
import { knownMunicipality, municipalitiesIn, municipalityIn } from '../storage/municipalities.ts';
import type { Command } from './command.ts';
import type { TurnStart } from './turn.ts';

type About =
  | {
      readonly municipality: Municipality;
      /** Where it was not named, and only last spoken of: the others that may be meant. */
      readonly others?: readonly Municipality[];
      readonly card?: undefined;
      readonly instead?: undefined;
    }
  | {
      readonly card: Card;
      readonly municipality?: undefined;
      readonly others?: undefined;
      readonly instead?: undefined;
    }
  | {
      readonly instead: Ask;
      readonly municipality?: undefined;
      readonly others?: undefined;
      readonly card?: undefined;
    };

/**
 * The municipality a command is about: the one that was named, the room's, the person's only one, or the one that was
 * last spoken of — and otherwise a card that asks which, or what is asked for instead.
 * @throws Refusal when it is unknown, not theirs, or not for this room
 */
export async function aboutMunicipality(command: Command, asked: Ask, turn: TurnStart): Promise<About> {
  const own = await command.townOf?.(asked.input, turn);
  if (own !== undefined) return { municipality: await municipalityIn(turn.store, own) };
  const code = asked.input['municipality'] ?? roomMunicipality(turn) ?? (turn.who && homeOf(turn.who));
  if (code === undefined) return unnamed(command, asked, turn);
  if (isUnassigned(turn)) throw Refusal.because('no-assignment');
  return typeof code === 'string' ? called(code, command, asked, turn) : whichOne(command, asked, turn);
}

/** Where none is named and none is plain. */
async function unnamed(command: Command, asked: Ask, turn: TurnStart): Promise<About> {
  const instead = await command.withoutTown?.(asked.input, turn);
  if (instead) return 'command' in instead ? { instead } : { card: instead };
  if (isUnassigned(turn)) throw Refusal.because('no-assignment');
  return turn.chosen ? chosenTown(turn.chosen, command, turn) : whichOne(command, asked, turn);
}

async function whichOne(command: Command, asked: Ask, turn: TurnStart): Promise<About> {
  return {
    card: chooseMunicipality(asked, command.says[0], await reachable(command, turn), {
      goesOn: command.writes !== false,
    }),
  };
}

async function called(code: string, command: Command, asked: Ask, turn: TurnStart): Promise<About> {
  const { who, room } = turn;
  const exact = await findMunicipality(turn.store, code);
  const municipality = exact ?? (await likeIt(code, command, asked, turn));
  if ('body' in municipality) return { card: municipality };
  if (!may(who, command.needs, municipality.code)) throw Refusal.because('not-yours');
  if (!may(who, command.needs, municipality.code, room.audience))
    throw Refusal.because('not-in-this-room', { word: command.says[0] });
  return { municipality };
}

/** An expert of the pool, or after the last day of the only term: nothing of any municipality is theirs to see. */
const isUnassigned = ({ who }: TurnStart): boolean => who?.role === 'expert' && who.municipalities.length === 0;

async function chosenTown({ municipality }: ChosenPlace, command: Command, turn: TurnStart): Promise<About> {
  const all = await reachable(command, turn);
  const others = all.filter(({ code }) => code !== municipality);
  return { municipality: await municipalityIn(turn.store, municipality), others };
}

/**
 * Of more than a form lists, a part of a name is enough where only one has it; else it is asked which one.
 * @throws Refusal when none has it and all can be listed
 */
async function likeIt(said: string, command: Command, asked: Ask, turn: TurnStart): Promise<Municipality | Card> {
  const all = await reachable(command, turn);
  const found = municipalitiesLike(said, all);
  const [only] = found;
  const isSearched = all.length > MOST_LISTED;
  if (only && found.length === 1 && isSearched) return only;
  if (found.length < 2 && !isSearched) throw Refusal.because('unknown-municipality', { said });
  const { municipality: _, ...rest } = asked.input;
  return chooseMunicipality({ ...asked, input: rest }, command.says[0], isSearched ? all : found, {
    said,
    goesOn: command.writes !== false,
  });
}

function roomMunicipality({ room }: TurnStart): string | undefined {
  return room.audience !== undefined && /^\d/.test(room.audience) ? room.audience : undefined;
}

/**
 * By 団体コード, else by name: exactly as the roster has it, with or without prefecture and 郡 in front. Undefined where
 * several are called so.
 */
async function findMunicipality(store: Store, said: string): Promise<Municipality | undefined> {
  const plain = said.normalize('NFKC');
  if (/^\d{6}$/.test(plain)) return knownMunicipality(store, plain);
  return municipalityCalled(plain, await municipalitiesIn(store));
}

/** The same, among these. */
export function municipalityCalled(said: string, all: readonly Municipality[]): Municipality | undefined {
  const plain = said.normalize('NFKC');
  const named = withoutAround(plain);
  const found = all.filter(({ code, name }) => plain === code || plain === name || named === name);
  return found.length === 1 ? found[0] : undefined;
}

/** All whose name has this in it. */
export async function municipalitiesWith(store: Store, said: string): Promise<readonly Municipality[]> {
  return municipalitiesLike(said, await municipalitiesIn(store));
}

async function reachable(command: Command, { who, store, room }: TurnStart): Promise<readonly Municipality[]> {
  const all = await municipalitiesIn(store);
  return all.filter(({ code, supported }) => supported && may(who, command.needs, code, room.audience));
}

import type { Ask, Card } from '../cards/card.ts';
import { chooseMunicipality } from '../cards/choose-municipality.ts';
import { homeOf, may } from '../programme/member.ts';
import type { Municipality } from '../programme/municipality.ts';
import { Refusal } from '../programme/refusal.ts';
import { PROGRAMME, type Store } from '../storage/collections.ts';
import type { Command, TurnStart } from './command.ts';

type About =
  | { readonly municipality: Municipality; readonly card?: undefined }
  | { readonly card: Card; readonly municipality?: undefined };

/**
 * The municipality a command is about: the one that was named, the room's, or the person's only one — and otherwise
 * a card that asks which.
 * @throws Refusal when it is unknown, not theirs, or not for this room
 */
export async function aboutMunicipality(command: Command, asked: Ask, turn: TurnStart): Promise<About> {
  const { who, room } = turn;
  const named = asked.input['municipality'];
  const code = named ?? roomMunicipality(turn) ?? (who && homeOf(who));
  if (typeof code !== 'string')
    return { card: chooseMunicipality(asked, command.says[0], await reachable(command, turn)) };
  const municipality = await findMunicipality(turn.store, code);
  if (!municipality) throw Refusal.because('unknown-municipality', { said: code });
  if (!may(who, command.needs, municipality.code)) throw Refusal.because('not-yours');
  if (!may(who, command.needs, municipality.code, room.audience)) throw Refusal.because('not-in-this-room');
  return { municipality };
}

function roomMunicipality({ room }: TurnStart): string | undefined {
  return room.audience !== undefined && /^\d/.test(room.audience) ? room.audience : undefined;
}

/** By 団体コード, else by name: exactly as the roster has it, with or without the prefecture in front. */
export async function findMunicipality(store: Store, said: string): Promise<Municipality | undefined> {
  const plain = said.normalize('NFKC');
  if (/^\d{6}$/.test(plain)) return (await store.municipalities.get(PROGRAMME, `municipality-${plain}`))?.value;
  const all = await allMunicipalities(store);
  return all.find(({ name }) => plain === name || plain.endsWith(`県${name}`));
}

async function allMunicipalities(store: Store): Promise<readonly Municipality[]> {
  const found = await store.municipalities.list(PROGRAMME, { from: 'municipality-', below: 'municipality.' });
  return found.map(({ value }) => value);
}

async function reachable(command: Command, { who, store, room }: TurnStart): Promise<readonly Municipality[]> {
  const all = await allMunicipalities(store);
  return all.filter(({ code, supported }) => supported && may(who, command.needs, code, room.audience));
}

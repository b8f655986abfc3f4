import type { Ask, Card } from '../../cards/card.ts';
import { fileFaults } from '../../cards/file-faults.ts';
import { may, notAllowed } from '../../programme/may.ts';
import { Refusal } from '../../programme/refusal.ts';
import { jsonOf, TAKEN_DAYS, type TakenFile, takenFileId } from '../../programme/taken-file.ts';
import { PROGRAMME } from '../../storage/collections.ts';
import { municipalitiesIn } from '../../storage/municipalities.ts';
import { change } from '../../storage/store.ts';
import type { SentFile } from '../channels/channel.ts';
import type { Command } from '../command.ts';
import { registryOf } from '../registry.ts';
import type { TurnStart } from '../turn.ts';
import type { TakenIn, TakingIn } from './taken-in.ts';

type Known = { readonly commands: readonly Command[]; readonly takenIn: readonly TakenIn[] };

/**
 * Reads a file that somebody sent 1:1 and keeps what it says; the file itself is dropped. Nothing is fetched for who is
 * not of the roster, and nothing kept for who may not do this to its municipality.
 * @returns the ask that shows what it would change; or what is wrong with it
 * @throws Refusal for a file that is not read
 */
export async function takeIn(file: SentFile, { commands, takenIn }: Known, turn: TurnStart): Promise<Ask | Card> {
  if (turn.room.audience !== undefined) throw Refusal.because('file-in-room');
  if (!turn.who) throw Refusal.because('unknown-person');
  if (file.name !== undefined && !/\.xlsx$/i.test(file.name)) throw Refusal.because('file-not-ours');
  const known = await keptOf(turn);
  const showOf = (taken: TakenFile): Ask | undefined => takenIn.find(({ name }) => name === taken.kind)?.show(taken);
  const again = known && showOf(known);
  if (again) return again;
  const bytes = await file.fetch();
  const { kind, read } = await readFile(bytes, takenIn, await takingIn(turn));
  if ('faults' in read) return fileFaults(kind.name, read.faults);
  const { municipality, content } = read;
  const show = kind.show({ id: takenFileId(turn.from.ask), municipality });
  permit(show, municipality, commands, turn);
  await keep(
    { ...turn.from, id: takenFileId(turn.from.ask), kind: kind.name, municipality, content: jsonOf(content) },
    turn,
  );
  return show;
}

/**
 * Finds the kind of a file by its stamp and lets it read.
 * @throws Refusal for one of no kind
 */
export async function readFile(bytes: Uint8Array, takenIn: readonly TakenIn[], from: TakingIn) {
  const { NO_STAMP, readStamp } = await import('../../documents/xlsx/stamp.ts');
  const stamped = await readStamp(bytes);
  if (stamped === NO_STAMP) throw Refusal.because('file-not-ours');
  if ('problem' in stamped)
    throw Refusal.because('file-unreadable', { sentence: `${stamped.problem}。${stamped.remedy}。` });
  const kind = takenIn.find(({ name }) => name === stamped.stamp.kind);
  if (!kind) throw Refusal.because('file-not-ours');
  return { kind, read: await kind.read(bytes, stamped.stamp, from) };
}

export async function takingIn({ store, programme, now }: Omit<TakingIn, 'municipalities'>): Promise<TakingIn> {
  return { store, programme, now, municipalities: await municipalitiesIn(store) };
}

const keptOf = async ({ store, from }: TurnStart): Promise<TakenFile | undefined> =>
  (await store.takenFiles.get(PROGRAMME, takenFileId(from.ask)))?.value;

/** Whoever could not press the button that shows it has nothing kept in their name. */
function permit(show: Ask, municipality: string, commands: readonly Command[], { who, room }: TurnStart): void {
  const needs = registryOf(commands).find(show.command)?.needs;
  if (needs === undefined) throw new Error(`a file is shown by no command: ${show.command}`);
  if (who && !may(who, needs)) throw notAllowed(needs, who);
  if (!may(who, needs, municipality, room.audience)) throw Refusal.because('not-yours');
}

/** Keeps it once, and forgets what nobody has decided about for weeks. */
async function keep(taken: TakenFile, { store, now }: TurnStart): Promise<void> {
  await change(store.takenFiles, { partition: PROGRAMME, id: taken.id }, (there) => ({ value: there ?? taken }));
  const before = new Date(now.getTime() - TAKEN_DAYS * 24 * 3_600_000).toISOString();
  for (const { value, etag } of await store.takenFiles.list(PROGRAMME))
    if (value.at < before) await store.takenFiles.remove(PROGRAMME, value.id, etag);
}

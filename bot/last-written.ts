import type { LastWritten } from '../programme/acquaintance.ts';
import type { Provenance } from '../programme/provenance.ts';
import { acquaintanceId } from '../storage/ids.ts';
import { change } from '../storage/store.ts';
import type { Command } from './command.ts';
import type { TurnStart } from './turn.ts';
import { accountAt, allAccounts } from './who/accounts.ts';

/** A record as its audit entry names it, and the municipality it was written for. */
type Write = { readonly record: string; readonly municipality: string | undefined };

/** What each turn has written so far, by where it comes from; `'taken back'` where it only takes something back. */
const written = new WeakMap<Provenance, Write[] | 'taken back'>();

export function noteWrite(from: Provenance, write: Write): void {
  const known = written.get(from) ?? [];
  if (known !== 'taken back') written.set(from, [...known, write]);
}

/** What this turn writes takes something back: there is nothing in it to be taken back. */
export function noteTakingBack(from: Provenance): void {
  written.set(from, 'taken back');
}

/** More records than this are written by no message that anybody takes back. */
const MOST_RECORDS = 40;

/**
 * Keeps what somebody has just written, for a 取消 that may follow. What cannot be kept is left out: it was written all
 * the same.
 */
export async function keepWritten({ name, says, confidential, notes }: Command, turn: TurnStart): Promise<void> {
  const { who, from, store, via, person } = turn;
  const writes = written.get(from);
  if (notes || !who || !writes || writes.length === 0) return;
  const its = writes === 'taken back' ? [] : writes.slice(0, MOST_RECORDS);
  const wrote: LastWritten = {
    ...from,
    ...(confidential ? {} : { command: name, word: says[0] }),
    records: [...new Set(its.map(({ record }) => record))],
    municipalities: [...new Set(its.flatMap(({ municipality }) => municipality ?? []))],
  };
  try {
    await change(store.acquaintances, accountAt(acquaintanceId(via, person)), (known) => {
      if (!known) throw new Error('wrote, and was never met');
      const { wrote: _before, ...rest } = known;
      return { value: writes === 'taken back' ? rest : { ...rest, wrote } };
    });
  } catch (error) {
    turn.leftOut?.('what was last written is not kept', error);
  }
}

/** What this person wrote last, in whichever chat. */
export async function lastWrittenBy({ who, store }: TurnStart): Promise<LastWritten | undefined> {
  const all = await allAccounts(store);
  const own = all.flatMap(({ wrote }) => (wrote && wrote.by === who?.id ? [wrote] : []));
  return own.toSorted((a, b) => b.at.localeCompare(a.at))[0];
}

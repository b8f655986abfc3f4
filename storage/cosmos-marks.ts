import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { ATTEMPTS, isDefinite, isRefused } from './cosmos-faults.ts';
import type { Etag, PutResult } from './store.ts';

/** How many writes by others a lost reply may lie behind and still be recognised. */
export const RING = 8;

/** What a document carries of its last writes, newest first. */
export type Marked = { readonly etag: Etag; readonly marks: readonly string[] };

export const newMark = (): string => randomBytes(8).toString('base64url');

/** One write, which may be sent more than once: its condition and its mark keep it from being applied twice. */
export type Write = {
  readonly mark: string;
  readonly was: Etag | 'absent';
  readonly send: () => Promise<Etag>;
  readonly look: () => Promise<Marked | undefined>;
};

/**
 * Sends until it is known what became of the write.
 * @returns undefined when that cannot be found out
 * @throws what the store answered, when it is certain that nothing was written
 */
export async function settleWrite(write: Write): Promise<PutResult | undefined> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    let error: unknown;
    try {
      return { outcome: 'written', etag: await write.send() };
    } catch (caught) {
      error = caught;
    }
    const refused = isRefused(error, write.was);
    if (isDefinite(error) && !refused) return unlessFirst(attempt, error);
    const found = await lookBack(write, refused);
    if (found) return found;
    await pause(Math.random() * 2 ** (attempt + 3));
  }
  return undefined;
}

/** A later attempt's failure says nothing about the earlier ones. */
function unlessFirst(attempt: number, error: unknown): undefined {
  if (attempt === 0) throw error;
}

/** A look that fails leaves the question open; sending again is safe either way. */
async function lookBack(write: Write, refused: boolean): Promise<PutResult | undefined> {
  try {
    return judge(write, await write.look(), refused);
  } catch {
    return undefined;
  }
}

/**
 * Reads from the marks what became of a write whose reply was lost or was a refusal.
 * @returns undefined when it was not applied and may be sent again
 */
export function judge(
  { mark, was }: Pick<Write, 'mark' | 'was'>,
  found: Marked | undefined,
  refused: boolean,
): PutResult | undefined {
  const position = found?.marks.indexOf(mark) ?? -1;
  if (found && position === 0) return { outcome: 'written', etag: found.etag };
  if (position > 0) return { outcome: 'written', etag: superseded(mark) };
  const asItWas = found ? found.etag === was : was === 'absent';
  return asItWas && !refused ? undefined : { outcome: 'changed-meanwhile' };
}

/** Others wrote after us: the version we made is gone, so its etag must match nothing. */
function superseded(mark: string): Etag {
  return `"superseded-${mark}"` as Etag;
}

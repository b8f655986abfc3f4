import { takenInKinds } from '../../bot/features/taken-in.ts';
import { readFile } from '../../bot/files/take-in.ts';
import type { TakingIn } from '../../bot/files/taken-in.ts';
import { Refusal } from '../../programme/refusal.ts';

/** What whoever sends a file is told: what it would change, or where it is wrong. */
export async function toldOf(bytes: Uint8Array, from: TakingIn): Promise<readonly string[]> {
  const found = await readFile(bytes, takenInKinds, from).catch((error: unknown) => {
    if (error instanceof Refusal) return error;
    throw error;
  });
  if (found instanceof Refusal) return [found.message];
  const { kind, read } = found;
  if ('faults' in read) return read.faults.map(({ instead }) => instead);
  return (await kind.differences(read.content, from)).lines;
}

import { readFile, stat } from 'node:fs/promises';
import { Refusal } from '../../programme/refusal.ts';
import { LARGEST_TAKEN } from '../files/fetch-file.ts';

/** The bytes of a file that an operator names; or why it is not read. Its size is asked before it is in memory. */
export async function handedFile(path: string): Promise<Uint8Array | string> {
  const size = (await stat(path).catch(() => undefined))?.size ?? 0;
  if (size > LARGEST_TAKEN) return Refusal.because('file-too-large', { limit: LARGEST_TAKEN / 1_000_000 }).message;
  const bytes = await readFile(path).catch(() => undefined);
  return bytes ?? cannotBeRead(path);
}

/** What is said where there is no such file. */
export const cannotBeRead = (path: string): string => `${path} を読めません。ファイルの場所を確かめてください。`;

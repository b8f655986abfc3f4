import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Cut, cutId, type Ids } from './erasure.ts';
import { placeFile } from './folder.ts';

/** What is erased: one municipality, or all there is. */
export const ErasureScope = z.object({
  code: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  name: z.string(),
});
export type ErasureScope = z.infer<typeof ErasureScope>;

/**
 * What an erasure has taken in hand, written before it is done: after a crash the next run knows whom it was about and
 * what the certificate has to list. Holds ids, never content, and goes when the certificate is written.
 */
const Journal = z.object({
  format: z.literal(1),
  programme: z.string(),
  scope: ErasureScope,
  startedAt: z.iso.datetime(),
  erased: z.record(z.string(), z.array(z.string())),
  changed: z.record(z.string(), z.array(z.string())),
});
export type Journal = z.infer<typeof Journal>;

export const newJournal = (programme: string, scope: ErasureScope, now: Date): Journal => ({
  format: 1,
  programme,
  scope,
  startedAt: now.toISOString(),
  erased: {},
  changed: {},
});

/** The journal with these in it, each once. */
export function noted(journal: Journal, cuts: readonly Cut[]): Journal {
  const [whole, parts] = [cuts.filter(({ rest }) => rest === undefined), cuts.filter(({ rest }) => rest !== undefined)];
  return { ...journal, erased: merged(journal.erased, whole), changed: merged(journal.changed, parts) };
}

function merged(ids: Ids, cuts: readonly Cut[]): Journal['erased'] {
  const all = new Map(Object.entries(ids).map(([name, own]) => [name, new Set(own)]));
  for (const cut of cuts) all.set(cut.kind.name, (all.get(cut.kind.name) ?? new Set()).add(cutId(cut)));
  return Object.fromEntries([...all].map(([name, own]) => [name, [...own].sort()]));
}

const fileOf = (folder: string, code: string | undefined): string =>
  join(folder, `消去の途中_${code ?? '事業全体'}.json`);

/** @param code a 団体コード, or whatever was typed in its place */
export async function readJournal(folder: string, code: string | undefined): Promise<Journal | undefined> {
  if (!/^\d{6}$/.test(code ?? '000000')) return undefined;
  const text = await readFile(fileOf(folder, code), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : Journal.parse(JSON.parse(text));
}

export async function saveJournal(folder: string, journal: Journal): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await placeFile(fileOf(folder, journal.scope.code), Buffer.from(`${JSON.stringify(journal)}\n`));
}

export async function dropJournal(folder: string, code: string | undefined): Promise<void> {
  await rm(fileOf(folder, code), { force: true });
}

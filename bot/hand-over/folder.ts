import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { MARKER } from './export.ts';

const Marker = z.object({ format: z.literal(1), files: z.record(z.string(), z.string()) });

/** Whether an export may take this folder's place: it is not there, is empty, or holds nothing but an earlier one. */
export async function mayTake(folder: string): Promise<boolean> {
  const there = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (there.length === 0) return true;
  const marker = await readFile(join(folder, MARKER), 'utf8').catch(() => '');
  const known = Marker.safeParse(parsed(marker));
  return known.success && there.every((name) => name === MARKER || name in known.data.files);
}

/** Puts these files there as a whole: whoever looks sees the old folder or the new one, and never half of one. */
export async function placeFolder(
  folder: string,
  files: readonly { readonly name: string; readonly bytes: Buffer }[],
): Promise<void> {
  const target = resolve(folder);
  const [fresh, old] = ['new', 'old'].map((word) => join(dirname(target), `.${basename(target)}.bansou-${word}`)) as [
    string,
    string,
  ];
  // What a run that was cut short has left.
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true, mode: 0o700 });
  for (const { name, bytes } of files) await writeDurably(join(fresh, name), bytes);
  await rm(old, { recursive: true, force: true });
  await rename(target, old).catch(unlessMissing);
  await rename(fresh, target);
  await rm(old, { recursive: true, force: true });
}

/** Under a name of its own first, so that nothing half-written ever bears this one. */
export async function placeFile(file: string, bytes: Buffer): Promise<void> {
  const fresh = `${file}.new`;
  await writeDurably(fresh, bytes);
  await rename(fresh, file);
}

async function writeDurably(file: string, bytes: Buffer): Promise<void> {
  const handle = await open(file, 'w', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function unlessMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { documents } from '../../bot/features/documents.ts';
import { PROGRAMME } from '../../storage/collections.ts';
import { PREFECTURE } from './people.ts';
import type { World } from './world.ts';

const NAMED = ['業務報告書', '工程表', '会議資料', '月次報告', '1枚'] as const;
const PICTURED = ['全体図', 'ダイジェスト', 'グラフ K0-03 小海町'] as const;

/** What was made and what could not be, and how long that took in all. */
export type Papers = { readonly files: readonly string[]; readonly missing: readonly string[]; readonly ms: number };

/** Puts what the year has come to into a folder: the papers, and the pictures of its programme as they stand in a chat. */
export async function papersOf(world: World, folder: string): Promise<Papers> {
  mkdirSync(folder, { recursive: true });
  const began = performance.now();
  const [files, missing]: [string[], string[]] = [[], []];
  const keep = (name: string, bytes: Uint8Array | undefined): void => {
    if (!bytes) return void missing.push(name);
    writeFileSync(join(folder, name), bytes);
    files.push(name);
  };
  const { store, clock } = world;
  const programme = (await store.programmes.get(PROGRAMME, 'programme'))?.value;
  if (!programme) throw new Error('no programme');
  const from = { store, programme, now: clock.now() };
  for (const name of NAMED) {
    const document = documents.find((each) => each.name === name);
    const all = (await document?.list(from)) ?? [];
    const id = (await document?.pick?.({ municipality: undefined, day: undefined }, from)) ?? all.at(-1)?.[0] ?? '';
    keep(`${name}${document?.ending}`, await document?.make(id, from));
    if (document?.annex) keep(`${name}_別添.xlsx`, await document.annex(id, from));
  }
  for (const said of PICTURED) {
    await world.who(PREFECTURE).say(said, /./);
    for (const [at, bytes] of world.pictures().entries()) keep(`${said}_${at + 1}.png`, bytes);
    world.forget();
  }
  return { files, missing, ms: performance.now() - began };
}

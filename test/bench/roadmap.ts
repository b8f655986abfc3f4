import { bookOf } from '../../bot/features/initiatives/roadmap-document.ts';
import { takenInKinds } from '../../bot/features/taken-in.ts';
import { readFile, takingIn } from '../../bot/files/take-in.ts';
import { HOME } from '../../demo/programme.ts';
import { currentInitiative } from '../../programme/initiatives/initiative.ts';
import { PROGRAMME } from '../../storage/collections.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { municipalityIn } from '../../storage/municipalities.ts';
import { editedBook } from '../files/edited-book.ts';
import { HEADINGS, initiativesThere, NOW, plantRoadmap, YEAR } from '../initiatives/planted-roadmap.ts';
import { cpu } from './cpu-time.ts';

/**
 * `node --import tsx test/bench/roadmap.ts`: what it takes to write a 工程表 out, and to read it and say what it would
 * change, with 25 times the initiatives of a municipality and every row changed.
 */
const [REALISTIC, TIMES_AS_MANY, ROUNDS] = [12, 25, 5];
const [OUT_MS, IN_MS] = [1_000, 2_000];

const { store, close } = openEmbedded(':memory:');
await plantRoadmap(store);
const [first] = await initiativesThere(store);
const programme = (await store.programmes.get(PROGRAMME, 'programme'))?.value;
if (!first || !programme) throw new Error('nothing planted');
const content = { ...currentInitiative(first).content, plan: '窓口で聞き取り、1枚にまとめる。'.repeat(12) };
for (let at = 4; at <= REALISTIC * TIMES_AS_MANY; at++) {
  const id = `initiative-${YEAR}-${HOME}-${at}`;
  const versions = first.versions.map((version) => ({ ...version, content: { ...content, name: `取組${at}` } }));
  await store.initiatives.put({ ...first, id, versions }, 'absent');
}
const open = await initiativesThere(store);
const municipality = await municipalityIn(store, HOME);
const from = await takingIn({ store, programme, now: NOW });
const took: { readonly out: number; readonly in: number }[] = [];
for (let round = 0; round < ROUNDS; round++) {
  const began = cpu();
  const bytes = await bookOf([{ municipality, year: YEAR, open }], { programme, now: NOW });
  const out = cpu() - began;
  const file = await editedBook(bytes, HEADINGS, ({ cell }) => {
    for (let row = HEADINGS + 1; row <= HEADINGS + open.length; row++)
      cell('目指す姿・目標', row).value = `1件${row}分`;
  });
  const sent = cpu();
  const { kind, read } = await readFile(file, takenInKinds, from);
  if ('faults' in read) throw new Error('a good file has faults');
  const { lines } = await kind.differences(read.content, from);
  const taken = cpu() - sent;
  if (lines.length !== open.length) throw new Error(`${lines.length} of ${open.length} rows were read`);
  took.push({ out, in: taken });
  console.log(`${round + 1}回目\t書き出し ${out.toFixed(0)}ms\t取り込み ${taken.toFixed(0)}ms\t${bytes.length}バイト`);
}
await close();
const middle = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
const [out, back] = [middle(took.map((one) => one.out)), middle(took.map((one) => one.in))];
console.log(
  `取組${open.length}件（CPU、5回の中央値）: 書き出し ${out.toFixed(0)}ms（上限 ${OUT_MS}）、取り込み ${back.toFixed(0)}ms（上限 ${IN_MS}）`,
);
if (out > OUT_MS || back > IN_MS) process.exitCode = 1;

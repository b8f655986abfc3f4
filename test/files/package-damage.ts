import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { OpenBook } from './edited-book.ts';

/** What somebody did to the file, and what it says: where, and what to write there. */
export type DamageCase = readonly [what: string, damage: (open: OpenBook) => void, says: readonly RegExp[]];

/** The stamp says something else. */
export const stamped =
  (key: string, value: string) =>
  ({ book }: OpenBook) => {
    const sheet = book.getWorksheet('_bansou');
    sheet?.eachRow((row) => {
      if (row.getCell(1).value === key) row.getCell(2).value = value;
    });
  };

/** Kinds of damage of the package itself, and what is said. */
export const packageDamage: readonly (readonly [string, (bytes: Uint8Array) => Promise<Uint8Array>, RegExp])[] = [
  ['half of it', async (bytes) => bytes.slice(0, bytes.length / 2), /ください/],
  ['nothing', async () => new Uint8Array(), /ください/],
  ['a picture by another name', async () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), /ください/],
  [
    'one that asks for a password',
    async () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(600).fill(0)]),
    /ください/,
  ],
  [
    'macros',
    async (bytes) => {
      return zipSync({ ...unzipSync(bytes), 'xl/vbaProject.bin': strToU8('x') });
    },
    /マクロ/,
  ],
  [
    'a sheet that breaks off',
    async (bytes) => {
      const parts = unzipSync(bytes);
      const [part = ''] = Object.keys(parts).filter((name) => /worksheets\/sheet2\.xml$/.test(name));
      const text = strFromU8(parts[part] ?? new Uint8Array());
      return zipSync({ ...parts, [part]: strToU8(text.slice(0, text.length / 2)) });
    },
    /ください/,
  ],
];

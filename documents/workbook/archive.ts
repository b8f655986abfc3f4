import { DecompressionStream } from 'node:stream/web';
import type { Parts } from '../xlsx/book.ts';
import { type Problem, problem } from './fault.ts';

/** Limits of a file from outside: as it comes, unpacked, and in parts. A full workbook of 5,000 rows a sheet stays far below. */
const MAX_BYTES = 5 * 1024 * 1024;
const MAX_UNPACKED = 40 * 1024 * 1024;
const MAX_PARTS = 300;
/** Every cell costs the same, however few bytes it is here; a full workbook has about a million tags. */
const MAX_TAGS = 1_500_000;
/** Parts that may be read; two parts of one name, whatever they are, would be two readings. */
const IS_READ = /\.(xml|rels)$/;
const TAG = '<'.charCodeAt(0);

const PART = 0x02014b50;
const LOCAL = 0x04034b50;

const NOT_XLSX = problem(
  'Excelブック（.xlsx）として開けません',
  'Excelで開き、「名前を付けて保存」で「Excelブック（*.xlsx）」を選んで保存し直してください',
);
const TOO_BIG = problem(
  '中身が大きすぎます（展開して40MBまで）',
  'ひな形に値だけを貼り付け、図や使っていないシートを消して保存し直してください',
);

const TOO_MANY = problem(
  'セルの数が多すぎます',
  'ひな形に値だけを貼り付け、使っていない行や列の書式と、使っていないシートを消して保存し直してください',
);

const MACROS = problem(
  'マクロの入ったファイルです',
  '「Excelブック（*.xlsx）」で保存し直して、そのファイルを送ってください',
);

/** A program, or a workbook that says it may hold one; nothing of either is read. */
function holdsMacros(packed: readonly Part[], parts: Parts): boolean {
  const types = Buffer.from(parts.get('[content_types].xml') ?? []).toString('utf8');
  return packed.some(({ name }) => name.endsWith('vbaproject.bin')) || /macroenabled/i.test(types);
}

/**
 * The parts of a package that hold words and figures, unpacked; pictures are left in it. Everything is measured while
 * it unfolds, because the sizes a package states about itself are claims.
 */
export async function openPackage(bytes: Uint8Array): Promise<Parts | Problem> {
  if (bytes.length > MAX_BYTES) {
    return problem('ファイルが大きすぎます（5MBまで）', '図や使っていないシートを消して保存し直してください');
  }
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length >= 8 && view.readUInt32BE(0) === 0xd0cf11e0) {
    return problem(
      'パスワードの付いたファイルか、古い形式（.xls）です',
      'パスワードを外し、「Excelブック（*.xlsx）」で保存し直してください',
    );
  }
  try {
    return await unpackedParts(view);
  } catch {
    return NOT_XLSX;
  }
}

async function unpackedParts(view: Buffer): Promise<Parts | Problem> {
  const packed = [...partsOf(view)];
  if (packed.length === 0) return NOT_XLSX;
  if (packed.length > MAX_PARTS) return TOO_BIG;
  const budget = { bytes: MAX_UNPACKED, tags: MAX_TAGS };
  const parts = new Map<string, Uint8Array>();
  for (const part of packed) {
    const data = await measured(part, budget);
    if ('problem' in data) return data;
    if (parts.has(part.name)) return NOT_XLSX;
    parts.set(part.name, data);
  }
  return holdsMacros(packed, parts) ? MACROS : parts;
}

async function measured(part: Part, budget: Budget): Promise<Uint8Array | Problem> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of part.packed ? unpacked(part.data) : [part.data]) {
    const over = spend(budget, chunk);
    if (over) return over;
    if (IS_READ.test(part.name)) chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

type Budget = { bytes: number; tags: number };

function spend(budget: Budget, chunk: Uint8Array): Problem | undefined {
  budget.bytes -= chunk.length;
  budget.tags -= tagsIn(chunk);
  if (budget.bytes < 0) return TOO_BIG;
  return budget.tags < 0 ? TOO_MANY : undefined;
}

type Part = { readonly name: string; readonly packed: boolean; readonly data: Uint8Array };

/** Follows the directory at the end of the package until no further entry follows. */
function* partsOf(view: Buffer): Generator<Part> {
  const end = view.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || !isPlain(view, end)) return;
  let at = view.readUInt32LE(end + 16);
  for (let count = 0; count <= MAX_PARTS && at + 46 <= view.length && view.readUInt32LE(at) === PART; count++) {
    yield partAt(view, at);
    at += 46 + view.readUInt16LE(at + 28) + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  }
}

/** The directory lies right before its end record and without zip64: any other package may be read in two ways. */
function isPlain(view: Buffer, end: number): boolean {
  const size = view.readUInt32LE(end + 12);
  const disks = view.readUInt32LE(end + 4) === 0;
  const counts = view.readUInt16LE(end + 8) === view.readUInt16LE(end + 10) && view.readUInt16LE(end + 8) < 0xffff;
  return disks && counts && view.readUInt32LE(end + 16) + size === end;
}

function partAt(view: Buffer, at: number): Part {
  const method = view.readUInt16LE(at + 10);
  const size = view.readUInt32LE(at + 20);
  const local = view.readUInt32LE(at + 42);
  if (view.readUInt32LE(local) !== LOCAL || (method !== 0 && method !== 8)) throw new RangeError('not a zip part');
  const start = local + 30 + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28);
  if (start + size > view.length) throw new RangeError('a zip part beyond the end');
  const name = view.toString('utf8', at + 46, at + 46 + view.readUInt16LE(at + 28)).replaceAll('\\', '/');
  return { name: name.toLowerCase(), packed: method === 8, data: view.subarray(start, start + size) };
}

/** Piece by piece, so that a bomb never unfolds. */
async function* unpacked(data: Uint8Array): AsyncGenerator<Uint8Array> {
  const unpacking = new DecompressionStream('deflate-raw');
  const writer = unpacking.writable.getWriter();
  // What goes wrong here comes out of the readable side.
  writer
    .write(data)
    .then(() => writer.close())
    .catch(() => undefined);
  yield* unpacking.readable as AsyncIterable<Uint8Array>;
}

function tagsIn(chunk: Uint8Array): number {
  let count = 0;
  for (const byte of chunk) if (byte === TAG) count++;
  return count;
}

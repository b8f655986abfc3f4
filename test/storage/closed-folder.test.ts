import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openEmbedded } from '../../storage/embedded.ts';

const NOBODY = 65_534;
/** Root may open anything: for as long as something is tried, it is somebody else. */
const isRoot = process.geteuid?.() === 0;

function asNobody<T>(work: () => T): T {
  if (isRoot) process.seteuid?.(NOBODY);
  try {
    return work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

let folder: string;
beforeEach(() => {
  // Not where the other tests keep theirs: nobody else may enter that.
  folder = mkdtempSync('/tmp/bansou-closed-');
  if (isRoot) chownSync(folder, NOBODY, NOBODY);
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true });
});

const why = (file: string): unknown => {
  try {
    asNobody(() => openEmbedded(file, { mayCreate: false }));
    return undefined;
  } catch (error) {
    return [Reflect.get(error as object, 'why'), String(error)];
  }
};

it('a folder that may not be entered is closed, and nothing is to be restored', async () => {
  const file = join(folder, 'store.sqlite');
  await openEmbedded(file).close();
  chmodSync(folder, 0o000);
  expect(why(file)).toEqual([
    'closed',
    expect.stringContaining('フォルダーごと読み書きの権限があるかを確かめてください'),
  ]);
});

it('a file that may not be read is closed too', () => {
  const file = join(folder, 'store.sqlite');
  writeFileSync(file, 'x'.repeat(4_096));
  chmodSync(file, 0o000);
  expect(why(file)).toEqual(['closed', expect.any(String)]);
});

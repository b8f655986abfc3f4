import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { importWorkbook } from '../../bot/hand-over/import/import-workbook.ts';
import { print } from '../../bot/operator/print.ts';
import { fictionalProgramme } from '../../demo/programme.ts';
import { openEmbedded } from '../../storage/embedded.ts';

const NOW = new Date('2026-11-24T10:00:00+09:00');
const folder = mkdtempSync(join(tmpdir(), 'bansou-output-'));
const file = join(folder, 'store.sqlite');

beforeAll(async () => {
  const { store, close } = openEmbedded(file);
  await importWorkbook(store, fictionalProgramme(NOW), NOW);
  await close();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** `npm run bansou`, without npm. */
function bansou(...words: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'bot/cli.ts', ...words], {
    cwd: `${__dirname}/../..`,
    env: { ...process.env, EMBEDDED_FILE: file, NODE_NO_WARNINGS: '1' },
  });
  let complaint = '';
  child.stderr.on('data', (chunk) => (complaint += String(chunk)));
  return { child, ended: once(child, 'close') as Promise<[number | null]>, complaint: () => complaint };
}

const LINES = Array.from({ length: 3_000 }, (_, i) => JSON.stringify({ text: `K0-03 ${i % 30}/32` })).join('\n');

test('3,000 sentences get 3,000 answers, though their reader dawdles', async () => {
  const { child, ended } = bansou('understand', '-');
  child.stdin.end(LINES);
  // From here on more is printed than a pipe holds.
  await once(child.stdout, 'readable');
  await pause(1_000);
  let read = '';
  for await (const chunk of child.stdout) {
    read += String(chunk);
    await pause(5);
  }
  expect(read.trimEnd().split('\n')).toHaveLength(3_000);
  expect((await ended)[0]).toBe(0);
}, 90_000);

test('a reader that goes away after the first lines is no fault', async () => {
  const { child, ended, complaint } = bansou('jobs', '--from', '2026-11-01', '--to', '2027-03-31');
  await once(child.stdout, 'data');
  child.stdout.destroy();
  const [code] = await ended;
  expect([code, complaint()]).toEqual([0, '']);
}, 60_000);

test('what is printed has left when printing is over, by drops and to somebody who never reads the rest', async () => {
  const slow = new PassThrough({ highWaterMark: 10 });
  const said = 'あ'.repeat(300_000);
  const printing = print(said, slow);
  let read = '';
  const reading = (async () => {
    for await (const chunk of slow.setEncoding('utf8')) read += chunk;
  })();
  await printing;
  slow.end();
  await reading;
  expect(read).toBe(`${said}\n`);

  const gone = new PassThrough({ highWaterMark: 10 });
  const unread = print(said, gone);
  gone.destroy(Object.assign(new Error('gone'), { code: 'EPIPE' }));
  await unread;
});

test('what is written holds names, and is for nobody else on the machine', async () => {
  const out = join(folder, 'handed.xlsx');
  const { ended } = bansou('workbook', out);
  expect(await ended).toEqual([0, null]);
  expect(statSync(out).mode & 0o077).toBe(0);
});

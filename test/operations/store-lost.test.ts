import {
  closeSync,
  cpSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { importWorkbook } from '../../bot/hand-over/import/import-workbook.ts';
import { tickVerb } from '../../bot/operator/tick.ts';
import { fictionalProgramme } from '../../demo/programme.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { openSqlite } from '../../storage/sqlite-driver.ts';
import { type House, openHouse } from '../house.ts';
import { terminal } from './verbs.ts';

const NOW = new Date('2026-11-24T10:00:00+09:00');
const REPORT = 'KPI報告 K0-03 30/40';
const BROKEN = /保存先に問題が起きていて.*事務局にお知らせください/;

let house: House;
/** As it was before anything happened to it. */
let whole: string;
beforeAll(async () => {
  house = await openHouse({ history: false, lineWorks: true });
  expect((await house.officer().say(REPORT)).words).toContain('75%');
  await house.on('line-works').officer().install();
  settle(house.file);
  whole = `${house.file}.whole`;
  cpSync(house.file, whole);
}, 60_000);
afterEach(async () => {
  for (const end of ends) rmSync(house.file + end, { force: true });
  cpSync(whole, house.file);
  await house.restart();
});
afterAll(() => house.close());

const readyz = async () => {
  const answer = await fetch(`http://127.0.0.1:${house.service.port}/readyz`);
  return [answer.status, await answer.json()];
};
const ends = ['', '-wal', '-shm'];
const NOT_READY = [503, { ready: false, notReady: ['store'] }];
/** In the middle of the file, as a disk or a slip of the hand would. */
const overwrite = (file: string, from: number, length: number) => {
  const open = openSync(file, 'r+');
  writeSync(open, Buffer.alloc(length, 0x5a), 0, length, from);
  closeSync(open);
};
/** What is in the log is brought into the file, so that the file alone is what is hurt. */
const settle = (file: string) => {
  const beside = openSqlite(file);
  beside.exec('PRAGMA wal_checkpoint(TRUNCATE);');
  beside.close();
};

const faults: readonly (readonly [what: string, hurt: (file: string) => void])[] = [
  ['deleted', (file) => rmSync(file)],
  [
    'deleted with its log',
    (file) => {
      for (const end of ends) rmSync(file + end);
    },
  ],
  ['moved away', (file) => renameSync(file, `${file}.moved`)],
  ['cut to nothing', (file) => truncateSync(file, 0)],
  [
    'cut in half',
    (file) => {
      settle(file);
      truncateSync(file, 4096 * Math.floor(statSync(file).size / 4096 / 2));
    },
  ],
  [
    'replaced by a copy of itself',
    (file) => {
      cpSync(file, `${file}.copy`);
      renameSync(`${file}.copy`, file);
    },
  ],
  [
    'written over by another store',
    (file) => {
      const other = `${file}.other`;
      openSqlite(other).close();
      openEmbedded(other).close();
      writeOver(file, readFileSync(other));
    },
  ],
  [
    'written over in the middle',
    (file) => {
      settle(file);
      overwrite(file, 4096 * 3, statSync(file).size - 4096 * 3);
    },
  ],
  ['without its log', (file) => rmSync(`${file}-wal`)],
  ['without the index of its log', (file) => rmSync(`${file}-shm`)],
];

function writeOver(file: string, bytes: Buffer): void {
  truncateSync(file, 0);
  const open = openSync(file, 'r+');
  writeSync(open, bytes);
  closeSync(open);
}

describe.each(faults)('a store that is %s while the service runs', (_, hurt) => {
  test('is noticed by the next turn and by readyz, on both chats, and nobody is told that anything was recorded', async () => {
    expect(await readyz()).toEqual([200, { ready: true, notReady: [] }]);
    hurt(house.file);
    expect((await house.officer().say('KPI報告 K0-03 31/40')).words).toMatch(BROKEN);
    expect(await readyz()).toEqual(NOT_READY);
    expect(house.logged()).toMatch(/"part":"store","reason":"保存先のファイル/);
    expect(house.logged()).toMatch(/"err":\{"type":"StoreUnavailable".*turn failed/);
    expect((await house.on('line-works').officer().say('KPI報告 K0-03 31/40')).words).toMatch(BROKEN);
  });
});

test('readyz alone notices too, without any turn', async () => {
  rmSync(house.file);
  expect(await readyz()).toEqual(NOT_READY);
});

test('a start that does not find the store makes no new one, and neither does a verb, not even import', async () => {
  rmSync(house.file);
  await expect(house.restart()).rejects.toThrow(/なくなっています（前はありました）。.*写しから戻して/);
  for (const end of ends) rmSync(house.file + end, { force: true });
  await expect(house.restart()).rejects.toThrow(/なくなっています/);
  await expect(terminal(house.file, NOW)(tickVerb)).rejects.toThrow(/なくなっています/);
  expect(() => openEmbedded(house.file)).toThrow(/なくなっています/);
  expect(existsSync(house.file)).toBe(false);
});

test('what was cut to nothing is not taken for new at the next start, and its log stays', async () => {
  truncateSync(house.file, 0);
  await expect(house.restart()).rejects.toThrow(/壊れています/);
  expect([statSync(house.file).size, existsSync(`${house.file}-wal`)]).toEqual([0, true]);
});

test('a store that was emptied is said to be so, and an import that was cut short is not', async () => {
  const { store } = house.service;
  const found = await store.programmes.get('_programme', 'programme');
  if (found) await store.programmes.remove('_programme', 'programme', found.etag);
  expect((await house.officer().say('状況')).words).toMatch(BROKEN);
  expect(await readyz()).toEqual(NOT_READY);
  expect(house.logged()).toContain('事業の記録がありません（前はありました）');
});

test('a new store is no fault: it says that there is no programme yet', async () => {
  const file = `${house.file}.new`;
  const { store, close } = openEmbedded(file);
  const stopped = { ...store, programmes: { ...store.programmes, put: () => Promise.reject(new Error('killed')) } };
  await expect(importWorkbook(stopped, fictionalProgramme(NOW), NOW)).rejects.toThrow('killed');
  await close();
  const run = terminal(file, NOW);
  expect(await run(tickVerb)).toMatchObject({
    ok: false,
    text: expect.stringMatching(/^事業がまだ取り込まれていません。/),
  });
});

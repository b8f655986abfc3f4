import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import type { Incoming } from '../../bot/channels/channel.ts';
import { dispatch } from '../../bot/dispatch.ts';
import { createHttp } from '../../bot/doors/http.ts';
import { admission } from '../../bot/features/admission.ts';
import { commands } from '../../bot/features/index.ts';
import { jobs } from '../../bot/features/jobs.ts';
import { importWorkbook } from '../../bot/hand-over/import/import-workbook.ts';
import { createMetrics } from '../../bot/observe/metrics.ts';
import { fictionalProgramme, HOME, OFFICER } from '../../demo/programme.ts';
import type { HelpRequest } from '../../programme/help/help-request.ts';
import { municipal, type OpenStore } from '../../storage/collections.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { openSqlite, type Sqlite } from '../../storage/sqlite-driver.ts';
import { StoreUnavailable, storeTroubles } from '../../storage/store.ts';

const NOW = new Date('2026-11-24T10:00:00+09:00');
const PK = municipal(HOME);
const log = pino({ level: 'silent' });

const help = (number: number, length = 10): HelpRequest => ({
  ...{ id: `help-${number}`, municipality: HOME, text: '相'.repeat(length) },
  ...{ by: 'member-1', at: '2026-11-24T00:00:00Z', via: 'teams', ask: `ask-${number}` },
});

let folder: string;
let opened: OpenStore;
/** The store's own connection, to bring faults about. */
let raw: Sqlite;
let beside: Sqlite;
let heard = 0;
let last = 0;

const connect = (file: string) => {
  raw = openSqlite(file);
  return raw;
};
const say = async (text: string) => {
  const incoming: Incoming = {
    id: `message-${++heard}`,
    channel: 'teams',
    person: 'hanako',
    room: { kind: 'personal', id: 'chat', address: { channel: 'teams', id: 'chat' } },
    did: { kind: 'said', text },
    formsInCards: true,
    profile: async () => ({ emails: [OFFICER] }),
  };
  return (
    await dispatch(
      { store: opened.store, commands, admission, jobs, now: () => NOW, log, metrics: createMetrics() },
      incoming,
    )
  )?.card.summary;
};
const readyz = async () => {
  const http = createHttp({ log, parts: { store: opened.ping } });
  const { port } = await http.start(0, '127.0.0.1');
  const answer = await fetch(`http://127.0.0.1:${port}/readyz`);
  await http.stop();
  return [answer.status, await answer.json()];
};
const values = async () => (await opened.store.helpRequests.list(PK)).map(({ value }) => value);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bansou-faults-'));
  const file = join(folder, 'store.sqlite');
  opened = openEmbedded(file, { connect, patienceMs: 200 });
  await importWorkbook(opened.store, fictionalProgramme(NOW), NOW);
  expect(await say('KPI報告 K0-03 38/40')).toContain('95%');
  beside = openSqlite(file);
});
afterAll(async () => {
  beside.close();
  await opened.close();
  rmSync(folder, { recursive: true });
});

type Trouble = keyof typeof storeTroubles;
const faults: readonly (readonly [name: string, why: Trouble, begin: () => Promise<void>, end: () => void])[] = [
  [
    'a full disk',
    'full',
    async () => {
      raw.exec('PRAGMA max_page_count = 1;');
      // What is free inside the file is used up first.
      for (const length of [3_000, 300, 30]) {
        for (let full = false; !full; ) {
          const put = opened.store.helpRequests.put(help(++last, length), 'absent');
          full = await put.then(
            () => false,
            () => true,
          );
        }
      }
    },
    () => raw.exec('PRAGMA max_page_count = 1073741823;'),
  ],
  [
    'a file that may only be read',
    'read-only',
    async () => {
      raw.exec('PRAGMA query_only = 1;');
    },
    () => raw.exec('PRAGMA query_only = 0;'),
  ],
  [
    'a file that another process keeps locked',
    'locked',
    async () => {
      beside.exec('BEGIN IMMEDIATE;');
    },
    () => beside.exec('ROLLBACK;'),
  ],
];

describe.each(faults)('%s', (_, why, begin, end) => {
  it('loses nothing, is named, and is over when it is over', async () => {
    const [first, second] = [++last, ++last];
    await opened.store.helpRequests.put(help(first), 'absent');
    await begin();
    const kept = await values();
    expect(kept).toContainEqual(help(first));
    const put = opened.store.helpRequests.put(help(second, 40_000), 'absent');
    await expect(put).rejects.toThrow(StoreUnavailable);
    await expect(put).rejects.toMatchObject({ why, message: storeTroubles[why] });
    const found = await opened.store.helpRequests.get(PK, `help-${first}`);
    const change = opened.store.helpRequests.put(help(first, 40_000), found?.etag ?? 'absent');
    await expect(change).rejects.toMatchObject({ why });
    expect(await values()).toEqual(kept);
    end();
    expect(await opened.store.helpRequests.put(help(second, 40_000), 'absent')).toMatchObject({ outcome: 'written' });
    expect(await values()).toHaveLength(kept.length + 1);
  });

  it('is told to the person with what to do, who can still read what is there', async () => {
    await begin();
    const told = await say(`相談 ${'例規の改正で止まっています。'.repeat(60)}`);
    expect(told).toMatch(/保存先が使えません。.*もう一度送ってください。/);
    expect(await say('状況')).toMatch(/^小海町: 達成/);
    end();
    expect(await say('相談 例規の改正で止まっています。')).not.toContain('保存先');
  });

  it('makes readyz say that it is the store', async () => {
    expect(await readyz()).toEqual([200, { ready: true, notReady: [] }]);
    await begin();
    expect(await readyz()).toEqual([503, { ready: false, notReady: ['store'] }]);
    end();
    expect(await readyz()).toEqual([200, { ready: true, notReady: [] }]);
  });
});

it('a place that cannot be opened is named at the start', () => {
  expect(() => openEmbedded(folder)).toThrow(storeTroubles.damaged);
});

it('a file that is no database is named at the start', () => {
  const file = join(folder, 'other.sqlite');
  writeFileSync(file, '団体コード,市町村名\n'.repeat(200));
  expect(() => openEmbedded(file)).toThrow(storeTroubles.damaged);
});

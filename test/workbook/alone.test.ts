import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImportBusy, importAlone } from '../../bot/hand-over/import/alone.ts';
import { importWorkbook } from '../../bot/hand-over/import/import-workbook.ts';
import { importVerb } from '../../bot/operator/import-workbook.ts';
import { readWorkbook } from '../../documents/workbook/read.ts';
import { LEASES, type OpenStore } from '../../storage/collections.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { terminal } from '../operations/verbs.ts';
import { bytesOf, workbookOf } from './sample.ts';

const NINE = new Date('2024-09-02T00:00:00Z');
const after = (seconds: number) => new Date(NINE.getTime() + seconds * 1000);
const MINUTE = 60_000;

let folder: string;
let opened: OpenStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bansou-alone-'));
  opened = openEmbedded(join(folder, 'x.sqlite'));
});
afterEach(async () => {
  await opened.close();
  rmSync(folder, { recursive: true });
});

const claim = (who: string, now = NINE, elapsed = () => 0) => ({ who, now, elapsed });
const lease = () => opened.store.leases.get(LEASES, 'import');
const put = (until: Date, since = NINE) =>
  opened.store.leases.put(
    { id: 'import', owner: '川上 太郎 1', since: since.toISOString(), until: until.toISOString(), fence: 0, bell: 0 },
    'absent',
  );

async function content() {
  const read = await readWorkbook(await bytesOf(workbookOf()));
  if (!read.ok) throw new Error('the sample has faults');
  return read.content;
}

test('of two imports at once one is done, and the other is told who is importing since when', async () => {
  const [a, b] = [await content(), await content()];
  const both = await Promise.allSettled([
    importAlone(opened.store, claim('事務 局子'), (keep) => importWorkbook(opened.store, a, NINE, keep)),
    importAlone(opened.store, claim('県 職員'), (keep) => importWorkbook(opened.store, b, NINE, keep)),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const refused = both.find((one) => one.status === 'rejected');
  expect(refused?.reason).toBeInstanceOf(ImportBusy);
  expect(refused?.reason.message).toMatch(
    /^(事務 局子|県 職員) さんが 9\/2\(月\) 09:00 から取り込んでいます。何も変えていません。/,
  );
  expect(await lease()).toBeUndefined();
});

test('while it runs nobody else begins, and afterwards anybody', async () => {
  await importAlone(opened.store, claim('事務 局子'), async () => {
    const second = importAlone(opened.store, claim('県 職員', after(60)), async () => 'done');
    await expect(second).rejects.toThrow(
      /事務 局子 さんが 9\/2\(月\) 09:00 から.*\n.*9\/2\(月\) 09:02 から取り込めます/,
    );
  });
  expect(await importAlone(opened.store, claim('県 職員', after(61)), async () => 'done')).toBe('done');
});

test('one that failed leaves nothing behind', async () => {
  const failing = importAlone(opened.store, claim('事務 局子'), async () => Promise.reject(new Error('no')));
  await expect(failing).rejects.toThrow('no');
  expect(await importAlone(opened.store, claim('県 職員'), async () => 'done')).toBe('done');
});

test.each([
  ['one that died', after(-1)],
  ['one that ends just now', NINE],
  ['one by a clock a year ahead', new Date('2025-09-02T00:00:00Z')],
  ['one by a clock three minutes ahead', after(180)],
])('%s does not keep anybody waiting', async (_, until) => {
  await put(until);
  expect(await importAlone(opened.store, claim('県 職員'), async () => 'done')).toBe('done');
});

test('one that takes long is kept alive, as long as it is alive', async () => {
  let passed = 0;
  await importAlone(
    opened.store,
    claim('事務 局子', NINE, () => passed),
    async (keep) => {
      for (let minute = 1; minute <= 5; minute++) {
        passed = minute * MINUTE;
        await keep();
        const second = importAlone(opened.store, claim('県 職員', after(minute * 60 + 90)), async () => 'done');
        await expect(second).rejects.toThrow(/09:00 から取り込んでいます/);
      }
    },
  );
});

test('one that has lost its lease stops before it writes again', async () => {
  let passed = 0;
  const first = importAlone(
    opened.store,
    claim('事務 局子', NINE, () => passed),
    async (keep) => {
      passed = 3 * MINUTE;
      await importAlone(opened.store, claim('県 職員', after(180)), async () => keep());
    },
  );
  await expect(first).rejects.toThrow(/ほかの方の取り込みが始まりました/);
});

test('at the terminal the second one is told, and nothing has changed', async () => {
  const file = join(folder, 'x.sqlite');
  const workbook = join(folder, 'workbook.xlsx');
  writeFileSync(workbook, await bytesOf(workbookOf()));
  await put(after(100));
  const busy = await terminal(file, NINE)(importVerb, { rest: [workbook] });
  expect(busy).toMatchObject({ ok: false, data: { imported: false, busy: true } });
  expect(busy.text).toMatch(/^川上 太郎 さんが 9\/2\(月\) 09:00 から取り込んでいます/);
  const later = await terminal(file, after(101))(importVerb, { rest: [workbook], operator: '事務 局子' });
  expect([later.ok, await lease()]).toEqual([true, undefined]);
});

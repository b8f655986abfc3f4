import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { certificateOf } from '../../bot/hand-over/certificate.ts';
import { erase } from '../../bot/hand-over/erase.ts';
import { collectionNames, type Everything, readEverything } from '../../bot/hand-over/everything.ts';
import { type ErasureScope, type Journal, newJournal } from '../../bot/hand-over/journal.ts';
import { HOME } from '../../demo/programme.ts';
import type { OpenStore, Store } from '../../storage/collections.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { openSqlite } from '../../storage/sqlite-driver.ts';
import type { Collection } from '../../storage/store.ts';
import { StoreUnavailable } from '../../storage/store.ts';
import { livedInHouse } from './lived-in.ts';

const NOW = new Date('2026-11-27T17:00:00+09:00');
const AUDIT_FROM = new Date('2025-04-01T00:00:00+09:00');
const TOWN: ErasureScope = { code: HOME, name: '小海町' };
const ALL: ErasureScope = { name: '事業全体' };

let folder: string;
let copies = 0;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bansou-restart-'));
  const house = await livedInHouse();
  const beside = openSqlite(house.file);
  beside.exec(`VACUUM INTO '${join(folder, 'lived-in.sqlite')}'`);
  beside.close();
  await house.close();
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** The store of the lived-in house, for this test alone. */
function copy(): OpenStore {
  const file = join(folder, `copy-${++copies}.sqlite`);
  const original = openSqlite(join(folder, 'lived-in.sqlite'));
  original.exec(`VACUUM INTO '${file}'`);
  original.close();
  return openEmbedded(file);
}

/** `before` may throw instead of letting a write pass. */
function watched(store: Store, before: (name: string, how: 'put' | 'remove') => unknown): Store {
  const wrapped = collectionNames.map((name) => {
    const docs = store[name] as unknown as Collection<unknown>;
    const own: Pick<Collection<unknown>, 'put' | 'remove'> = {
      put: async (...all) => {
        before(name, 'put');
        return docs.put(...all);
      },
      remove: async (...all) => {
        before(name, 'remove');
        return docs.remove(...all);
      },
    };
    return [name, { ...docs, ...own }];
  });
  return Object.fromEntries(wrapped) as Store;
}

async function runOn(opened: OpenStore, begun: Journal, store = opened.store) {
  let journal = begun;
  const save = async (next: Journal) => {
    journal = next;
  };
  const run = () => erase({ ...opened, store }, { journal, now: NOW, auditFrom: AUDIT_FROM, save });
  return { run, journal: () => journal };
}

const begin = (scope: ErasureScope) => newJournal('架空の事業', scope, NOW);
const about = { programme: '', operator: '', store: 'embedded' as const, startedAt: '', finishedAt: '' };
const contents = (all: Everything) =>
  collectionNames.map((name) => [name, (all[name] as readonly { value: unknown }[]).map(({ value }) => value)]);

describe.each([
  ['one municipality', TOWN, [0, 0.02, 0.5, 0.9, 0.95, 0.99]],
  ['everything', ALL, [0, 0.5, 0.99]],
])('the erasure of %s', (_, scope, shares) => {
  it('ends in the same, with the same certificate, wherever it was cut short', async () => {
    const whole = copy();
    let needed = 0;
    const counting = watched(whole.store, () => needed++);
    const done = await (await runOn(whole, begin(scope), counting)).run();
    const [expected, state] = [certificateOf({ ...about, scope }, done, AUDIT_FROM), contents(done.stays)];
    await whole.close();
    for (const share of shares) {
      const opened = copy();
      let writes = 0;
      const failing = watched(opened.store, () => {
        if (++writes > 1 + share * (needed - 2)) throw new Error('killed');
      });
      const first = await runOn(opened, begin(scope), failing);
      await expect(first.run()).rejects.toThrow('killed');
      const second = await (await runOn(opened, first.journal())).run();
      expect(certificateOf({ ...about, scope }, second, AUDIT_FROM)).toEqual(expected);
      expect(contents(second.stays)).toEqual(state);
      await opened.close();
    }
  }, 120_000);
});

it('takes also what somebody writes meanwhile', async () => {
  const opened = copy();
  const { store } = opened;
  const officer = (await store.members.list('_members')).find(({ value }) => value.municipalities[0] === HOME);
  let late = 0;
  const busy = watched(store, (name, how) => {
    if (name !== 'members' || how !== 'remove' || ++late > 1) return;
    const metAt = '2026-11-27T00:00:00.000Z';
    void store.acquaintances.put(
      { id: 'late', channel: 'teams', person: 'p', member: officer?.value.id ?? '', metAt },
      'absent',
    );
  });
  const { stays, left, erased } = await (await runOn(opened, begin(TOWN), busy)).run();
  expect(left).toEqual({});
  expect(erased.acquaintances).toContain('_acquaintances/late');
  expect(stays.acquaintances.map(({ id }) => id)).not.toContain('late');
  await opened.close();
});

it('finishes where the audit may only be created and read, and says what is left', async () => {
  const opened = copy();
  const appendOnly = watched(opened.store, (name, how) => {
    if (name === 'audit' && how === 'remove') throw new StoreUnavailable('forbidden', undefined);
  });
  const done = await (await runOn(opened, begin(ALL), appendOnly)).run();
  expect(Object.keys(done.left)).toEqual(['audit']);
  const { erased, remains } = certificateOf({ ...about, scope: ALL }, done, AUDIT_FROM);
  expect(erased.map(({ collection }) => collection)).not.toContain('audit');
  expect(remains[0]).toEqual({ what: `監査の記録 ${done.left.audit?.length}件`, why: expect.stringContaining('権限') });
  await opened.close();
}, 60_000);

it('leaves the audit of an erased municipality where later readers find it, until it is old enough', async () => {
  const opened = copy();
  const first = await (await runOn(opened, begin(TOWN))).run();
  const kept = first.stays.audit.filter(({ value }) => value.municipality === HOME).length;
  expect(kept).toBeGreaterThan(10);
  const later = await readEverything(opened.store, new Date('2028-04-02T00:00:00+09:00'));
  expect(later.audit.filter(({ value }) => value.municipality === HOME)).toHaveLength(kept);
  await opened.close();
});

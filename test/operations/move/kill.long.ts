import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { backupVerb } from '../../../bot/operator/backup.ts';
import { deliveriesVerb } from '../../../bot/operator/deliveries.ts';
import { moveVerb } from '../../../bot/operator/move.ts';
import { restoreVerb } from '../../../bot/operator/restore.ts';
import { HOME } from '../../../demo/programme.ts';
import type { StoreName } from '../../../programme/store-move.ts';
import { municipal } from '../../../storage/collections.ts';
import { type Fault, losing, type Request } from '../../storage/fault-proxy.ts';
import {
  A_LONG_TIME,
  at,
  count,
  counted,
  inside,
  markOf,
  NOW,
  records,
  setTheStage,
  settings,
  stage,
  start,
  states,
  toCosmos,
  toEmbedded,
  travelling,
} from './stage.ts';

const VERBS = new URL('../verbs.ts', import.meta.url).href;
const MOVE = new URL('../../../bot/operator/move.ts', import.meta.url).href;

setTheStage();

describe('cut short', () => {
  /** Another process, killed as soon as the account was asked so many times for what counts. */
  async function killed(to: StoreName, from: StoreName, counts: (request: Request) => boolean, asked: number) {
    let child: ChildProcess | undefined;
    let seen = 0;
    stage.decide = (request) => {
      if (counts(request)) seen++;
      if (seen < asked) return 'none';
      child?.kill('SIGKILL');
      return 'lost-before';
    };
    const call = [stage.file, settings(from, stage.proxy.endpoint)].map((each) => JSON.stringify(each));
    const source = `
      const { terminal } = await import(${JSON.stringify(VERBS)});
      const { moveVerb } = await import(${JSON.stringify(MOVE)});
      const run = terminal(${call[0]}, new Date(${NOW.getTime()}), ${call[1]});
      process.stdout.write(JSON.stringify((await run(moveVerb, { to: '${to}' })).data));`;
    const flags = ['--disable-warning=ExperimentalWarning', '--no-deprecation', '--import', 'tsx'];
    child = spawn(process.execPath, [...flags, '--input-type=module', '-e', source], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
    // What it had sent may still be under way.
    await pause(50);
    stage.decide = () => 'none';
  }
  const isWrite = (request: Request): boolean => request.isWrite;
  const isAny = (): boolean => true;

  test.each([2, 90])(
    'by a kill at write %i, the service starts on neither, and the next run goes on',
    async (write) => {
      const before = await records('embedded');
      await killed('cosmos', 'embedded', isWrite, write);
      await expect(start('embedded')).rejects.toMatchObject({ why: 'leaving' });
      if (write > 2) await expect(start('cosmos')).rejects.toMatchObject({ why: 'arriving' });
      expect((await toCosmos()).data).toMatchObject({ moved: true, how: 'continued' });
      expect(await records('cosmos')).toEqual(before);
      expect(await states()).toEqual(['left', 'arrived']);
    },
    A_LONG_TIME,
  );

  test(
    'by a kill at the very last write, only that is done',
    async () => {
      // Everything is created in an empty place; only the last word, that all has arrived, takes the place of another.
      await killed('cosmos', 'embedded', ({ method }) => method === 'PUT', 1);
      expect(await states()).toEqual(['left', 'arriving']);
      await expect(start('embedded')).rejects.toMatchObject({ why: 'left' });
      await expect(start('cosmos')).rejects.toMatchObject({ why: 'arriving' });
      const writes: string[] = [];
      stage.decide = ({ isWrite: is, method }) => {
        if (is) writes.push(method);
        return 'none';
      };
      expect((await toCosmos(stage.proxy.endpoint)).data).toMatchObject({ how: 'continued' });
      // The note that it is about to change, which the killed one has left already, and the word itself.
      expect([writes, await states()]).toEqual([
        ['POST', 'PUT', 'PUT'],
        ['left', 'arrived'],
      ]);
    },
    A_LONG_TIME,
  );

  test.each([150])(
    'on the way back by a kill at request %i, the next run goes on',
    async (request) => {
      await toCosmos();
      await count('cosmos', 9);
      stage.file = `${stage.file}.new`;
      await killed('embedded', 'cosmos', isAny, request);
      if ((await markOf('cosmos'))?.state === 'leaving')
        await expect(start('cosmos')).rejects.toMatchObject({ why: 'leaving' });
      expect((await toEmbedded()).ok).toBe(true);
      expect([await counted('embedded'), await states()]).toEqual([9, ['arrived', 'left']]);
      const there = travelling(await inside('cosmos', ({ counts }) => counts()));
      expect(travelling(await inside('embedded', ({ counts }) => counts()))).toEqual(there);
    },
    A_LONG_TIME,
  );

  test(
    'and given up, it is worked in again; begun once more, it brings what has changed since',
    async () => {
      await count('embedded', 1);
      await killed('cosmos', 'embedded', isWrite, 120);
      expect((await at('embedded')(moveVerb, { to: 'cosmos', drop: true })).ok).toBe(true);
      await (await start('embedded')).close();
      await count('embedded', 2);
      const gone = await inside('embedded', async ({ store: { helpRequests } }) => {
        const [found] = await helpRequests.list(municipal(HOME));
        if (!found) throw new Error('no help request');
        await helpRequests.remove(municipal(HOME), found.value.id, found.etag);
        return found.value.id;
      });
      expect((await toCosmos()).ok).toBe(true);
      expect(await counted('cosmos')).toBe(2);
      const left = await inside('cosmos', ({ store: { helpRequests } }) => helpRequests.get(municipal(HOME), gone));
      expect(left).toBeUndefined();
    },
    A_LONG_TIME,
  );

  test('a copy of a store whose records have left is brought back as one to work in', async () => {
    await toCosmos();
    const copy = join(stage.folder, `copy-${stage.tests}.sqlite`);
    expect((await at('embedded')(backupVerb, { rest: [copy] })).ok).toBe(true);
    expect((await at('embedded')(restoreVerb, { rest: [copy], replace: true })).ok).toBe(true);
    expect((await at('embedded')(deliveriesVerb)).ok).toBe(true);
    // It is another history from now on, and nobody's other side.
    expect((await toCosmos()).data).toEqual({ moved: false, why: 'not-empty' });
  });
});

describe('through an account that loses replies and is throttled', () => {
  test.each([
    ['a fifth of the replies to writes lost', losing(1 / 5)],
    ['one request in twenty told to wait', everyNth(20, 429)],
  ])(
    '%s: all arrive, there and back',
    async (_, faulty) => {
      const before = await records('embedded');
      stage.decide = faulty;
      expect((await toCosmos(stage.proxy.endpoint)).data).toMatchObject({ moved: true, how: 'now' });
      stage.file = `${stage.file}.new`;
      expect((await toEmbedded(stage.proxy.endpoint)).data).toMatchObject({ moved: true });
      stage.decide = () => 'none';
      expect(await records('embedded')).toEqual(before);
    },
    A_LONG_TIME,
  );
});

function everyNth(n: number, status: number): () => Fault {
  let asked = 0;
  return () => (++asked % n === 0 ? status : 'none');
}

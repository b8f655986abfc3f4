import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backupVerb } from '../../bot/operator/backup.ts';
import { restoreVerb } from '../../bot/operator/restore.ts';
import { instantOf } from '../../programme/day.ts';
import { sentAgain } from '../../programme/delivery.ts';
import { reasonText } from '../../programme/delivery-words.ts';
import { weekly } from '../../programme/schedule.ts';
import type { OpenStore } from '../../storage/collections.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { terminal } from '../operations/verbs.ts';
import { allDeliveries, instanceOf, type JobOver, memberOf, settle, statesIn } from './house.ts';

const MONDAY = '2024-10-07';
const at = (time: string, day = MONDAY) => instantOf(day, time);
const PEOPLE = Array.from({ length: 27 }, (_, index) => memberOf(index + 1));

let folder: string;
let file: string;
let copy: string;
let opened: OpenStore;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bansou-restored-'));
  [file, copy] = [join(folder, 'store.sqlite'), join(folder, 'copy.sqlite')];
  opened = openEmbedded(file);
  await settle(opened.store, PEOPLE);
});
afterEach(async () => {
  await opened.close();
  rmSync(folder, { recursive: true });
});

const instance = (time: string, over: JobOver = {}, day = MONDAY) => instanceOf(opened.store, at(time, day), over);
const backedUp = async (time: string) => {
  expect((await terminal(file, at(time))(backupVerb, { rest: [copy] })).ok).toBe(true);
};
/** Stops, restores, and opens what is there now. */
const restored = async (time: string, day = MONDAY) => {
  await opened.close();
  expect((await terminal(file, at(time, day))(restoreVerb, { rest: [copy], replace: true })).ok).toBe(true);
  opened = openEmbedded(file);
};
const states = () => statesIn(opened.store);
const DOUBT = 'unknown: restored';

it('what was sent after the copy is not sent again: it waits for somebody to look at it', async () => {
  await instance('08:40').tick();
  await backedUp('08:50');
  const before = instance('09:01');
  await before.tick();
  expect(before.channel.sent).toHaveLength(27);
  await restored('09:30');
  const after = instance('09:30');
  expect((await after.tick()).planned).toMatchObject({ unknown: 27, created: 0 });
  await after.tick(at('17:00'));
  expect(after.channel.sent).toEqual([]);
  expect(await states()).toEqual(Array(27).fill(DOUBT));
  expect(reasonText({ state: 'unknown', reason: 'restored' })).toContain('要確認');
});

it('the same where the copy had not planned it yet, and where it is too late to send it', async () => {
  await backedUp('08:50');
  const before = instance('09:01');
  await before.tick();
  await restored('09:30', '2024-10-11');
  const after = instance('09:30', {}, '2024-10-11');
  expect((await after.tick()).planned).toMatchObject({ unknown: 27 });
  expect(after.channel.sent).toEqual([]);
  expect(await states()).toEqual(Array(27).fill(DOUBT));
});

it('what was withdrawn in the copy and wanted again since is not sent either', async () => {
  let away = true;
  const due: JobOver = { due: (all) => (away ? [] : all) };
  away = false;
  await instance('08:30', due).tick();
  away = true;
  await instance('08:40', due).tick();
  expect(await states()).toEqual(Array(27).fill('withdrawn: not-due'));
  await backedUp('08:50');
  away = false;
  await instance('09:01', due).tick();
  await restored('09:30');
  const after = instance('09:30', due);
  await after.tick();
  expect([after.channel.sent, await states()]).toEqual([[], Array(27).fill(DOUBT)]);
});

it('what the copy knows to be sent stays so, and what was answered before it is withdrawn', async () => {
  const late = { schedule: () => weekly({ weekday: 1, time: '09:20' }) };
  await instance('09:01').tick();
  await backedUp('09:10');
  await restored('09:30');
  const after = instance('09:30', late);
  await after.tick();
  expect([after.channel.sent, await states()]).toEqual([[], Array(27).fill('sent')]);
});

it('what is due later comes as ever, and what is sent again by hand goes out', async () => {
  await instance('08:40').tick();
  await backedUp('08:50');
  await restored('09:30');
  const after = instance('09:30');
  await after.tick();
  const [doubt] = await allDeliveries(opened.store);
  const again = doubt && sentAgain(doubt, at('09:40'));
  if (again) await opened.store.deliveries.put(again, 'absent');
  const later = instance('09:41');
  await later.tick();
  expect(later.channel.sent).toHaveLength(1);
  const next = instance('09:01', {}, '2024-10-15');
  await next.tick();
  expect(next.channel.sent).toHaveLength(27);
});

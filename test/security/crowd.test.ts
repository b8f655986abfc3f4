import { setTimeout as pause } from 'node:timers/promises';
import pino from 'pino';
import { createCrowd } from '../../bot/doors/crowd.ts';
import { createHttp, type Http } from '../../bot/doors/http.ts';

const TURN_MS = 150;

let http: Http;
let url: string;
let most = 0;
beforeAll(async () => {
  http = createHttp({ log: pino({ level: 'silent' }) });
  let inside = 0;
  const route = async () => {
    most = Math.max(most, ++inside);
    await pause(TURN_MS);
    inside--;
    return { status: 200 };
  };
  http.mount('/turns', route, createCrowd({ atOnce: 4, waiting: 4, patienceMs: 10 * TURN_MS }));
  http.mount('/kept', route);
  url = `http://127.0.0.1:${(await http.start(0, '127.0.0.1')).port}`;
});
afterAll(() => http.stop(100));

async function rush(path: string, count: number) {
  const began = performance.now();
  return Promise.all(
    Array.from({ length: count }, async () => {
      const response = await fetch(`${url}${path}`, { method: 'POST', body: 'x'.repeat(10_000) });
      return { status: response.status, said: await response.text(), ms: performance.now() - began };
    }),
  );
}

test('more turns at once than can be answered in time are told so, at once; the others are answered', async () => {
  const all = await rush('/turns', 100);
  const answered = all.filter(({ status }) => status === 200);
  const told = all.filter(({ status }) => status === 503);
  expect(answered.length + told.length).toBe(100);
  expect(answered.length).toBeGreaterThanOrEqual(8);
  expect(most).toBeLessThanOrEqual(4);
  expect(told.every(({ said }) => said.includes('混み合っています'))).toBe(true);
  expect(Math.max(...answered.map(({ ms }) => ms))).toBeLessThan(2_000);
});

test('the door is open again afterwards', async () => {
  expect((await rush('/turns', 4)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
});

test('what must be kept is never turned away', async () => {
  expect(new Set((await rush('/kept', 100)).map(({ status }) => status))).toEqual(new Set([200]));
});

import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import pino from 'pino';
import { createHttp, type Http } from '../../bot/doors/http.ts';

const SILENT_MS = 300;
const MOST = 5;

let http: Http;
let port: number;
beforeAll(async () => {
  http = createHttp({ log: pino({ level: 'silent' }), silentMs: SILENT_MS, maxConnections: MOST });
  http.mount('/echo', async ({ body }) => ({ status: 200, body: body.toString() }));
  ({ port } = await http.start(0, '127.0.0.1'));
});
afterAll(() => http.stop(100));

/** How long until the other side ends it, in ms. */
async function closedAfter(said: string): Promise<number> {
  const began = performance.now();
  const socket = await opened();
  socket.on('error', () => undefined).resume();
  if (said) socket.write(said);
  await once(socket, 'close');
  return performance.now() - began;
}

async function opened(): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  return socket;
}

const HEAD = 'POST /echo HTTP/1.1\r\nhost: here\r\ncontent-length: 100\r\n\r\n';

test.each([
  ['says nothing', ''],
  ['stops within the first line', 'POST /ec'],
  ['stops within the headers', 'POST /echo HTTP/1.1\r\nhost: he'],
  ['stops within the body', `${HEAD}only this`],
  ['has asked, was answered, and says nothing more', 'GET /healthz HTTP/1.1\r\nhost: here\r\n\r\n'],
])('a connection that %s is closed', async (_what, said) => {
  expect(await closedAfter(said)).toBeLessThan(10 * SILENT_MS);
});

test('there are no more connections than so many, and the door opens again when they have gone', async () => {
  const open = await Promise.all(Array.from({ length: MOST }, opened));
  const refused = connect(port, '127.0.0.1').on('error', () => undefined);
  await once(refused, 'close');
  for (const socket of open) socket.destroy();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
});

import { pino } from 'pino';
import { openTeams } from '../../bot/channels/teams/open-teams.ts';
import { createHttp } from '../../bot/doors/http.ts';
import { type Door, openDoor } from './open-door.ts';

let door: Door;
beforeEach(async () => {
  door = await openDoor();
});
afterEach(() => door.stop());

const readyz = async () => {
  const answer = await fetch(`${door.url}/readyz`);
  return { status: answer.status, body: await answer.json() };
};

test('fifty simultaneous first requests load the keys once and ask for one token', async () => {
  const people = Array.from({ length: 50 }, (_, i) => door.teams.person({ name: `職員${i}` }));
  const turns = await Promise.all(people.map((person) => person.say('状況')));
  expect(turns.map(({ status }) => status)).toEqual(Array(50).fill(200));
  expect(door.teams.identity.counts).toEqual({ metadata: 1, keys: 1, tokens: 1 });
});

test('ready means warm: the first request loads nothing any more', async () => {
  expect(await readyz()).toEqual({ status: 200, body: { ready: true, notReady: [] } });
  await Promise.all([readyz(), readyz()]);
  await door.teams.person({ name: '山田' }).say('状況');
  expect(door.teams.identity.counts).toEqual({ metadata: 1, keys: 1, tokens: 1 });
});

test('a flood of invented key ids loads the keys once', async () => {
  const forged = () =>
    door.teams.identity.mint(door.teams.appId, door.teams.connector.serviceUrl, {
      key: 'unlisted',
      kid: String(Math.random()),
    });
  const hanako = door.teams.person({ name: '山田' });
  const { activity } = await hanako.say('状況');
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => door.teams.post(activity, { authorization: `Bearer ${forged()}` })),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
  expect(door.teams.identity.counts.keys).toBe(1);
});

test('not ready while keys and tokens cannot be had, ready once they can', async () => {
  door.teams.identity.down = true;
  expect(await readyz()).toEqual({ status: 503, body: { ready: false, notReady: ['teams'] } });
  expect((await door.teams.person({ name: '山田' }).say('状況')).status).toBe(401);
  door.teams.identity.down = false;
  for (let tries = 0; tries < 5 && (await readyz()).status !== 200; tries++);
  expect((await door.teams.person({ name: '山田' }).say('状況')).status).toBe(200);
});

test('health says the process lives; unknown paths and methods are refused', async () => {
  expect((await fetch(`${door.url}/healthz`)).status).toBe(200);
  expect((await fetch(`${door.url}/etc/passwd`)).status).toBe(404);
  expect((await fetch(`${door.url}/api/messages`)).status).toBe(405);
  const { headers } = await fetch(`${door.url}/healthz`);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

const log = pino({ level: 'silent' });
const deps = { log, now: () => new Date() };

describe('without an identity', () => {
  test('closed to the network: nothing comes in, nothing goes out', async () => {
    const closed = openTeams({ host: '0.0.0.0' }, async () => undefined, deps);
    expect(await closed.route({ headers: {}, body: Buffer.from('{"type":"message"}') })).toEqual({ status: 404 });
    await expect(closed.channel.ready()).resolves.toBeUndefined();
    expect(
      await closed.channel.send({ channel: 'teams', id: 'x' }, { title: '', summary: '', body: [] }),
    ).toMatchObject({
      outcome: 'failed',
    });
  });

  test('open on loopback for the playground, and answers this machine only', async () => {
    const open = await openDoor({ open: true });
    const hanako = open.teams.person({ name: '山田' });
    const turn = await hanako.say('状況');
    expect(turn).toMatchObject({ status: 200, posted: [{ summary: 'こだまです' }] });
    expect((await hanako.send({ ...turn.activity, id: '2', serviceUrl: 'https://evil.example/' })).status).toBe(401);
    await open.stop();
  });
});

test('draining: readyz says no, what is under way finishes', async () => {
  const http = createHttp({ log });
  let release: () => void = () => undefined;
  const entered = new Promise<void>((resolve) => {
    http.mount('/slow', async () => {
      resolve();
      await new Promise<void>((go) => {
        release = go;
      });
      return { status: 200, body: 'done' };
    });
  });
  const { port } = await http.start(0, '127.0.0.1');
  const slow = fetch(`http://127.0.0.1:${port}/slow`, { method: 'POST', body: 'x' });
  await entered;
  http.drain();
  const ready = await fetch(`http://127.0.0.1:${port}/readyz`);
  expect([ready.status, await ready.json()]).toEqual([503, { ready: false, notReady: ['draining'] }]);
  const stopped = http.stop();
  release();
  const answer = await slow;
  expect([answer.status, await answer.text(), answer.headers.get('connection')]).toEqual([200, 'done', 'close']);
  await stopped;
});

test('a route gets the bytes as they came, and its fault tells nothing', async () => {
  const http = createHttp({ log });
  const bytes = Buffer.from([0xff, 0x00, 0xe3, 0x81, 0x82]);
  http.mount('/raw', async ({ body }) => ({ status: 200, body: body.toString('hex') }));
  http.mount('/broken', async () => {
    throw new Error('secret');
  });
  const { port } = await http.start(0, '127.0.0.1');
  const raw = await fetch(`http://127.0.0.1:${port}/raw`, { method: 'POST', body: bytes });
  expect(await raw.text()).toBe(bytes.toString('hex'));
  const broken = await fetch(`http://127.0.0.1:${port}/broken`, { method: 'POST', body: 'x' });
  expect([broken.status, await broken.text()]).toEqual([500, '']);
  await http.stop();
});

import jwt from 'jsonwebtoken';
import type { Address } from '../../bot/channels/channel.ts';
import { type Loopback, nobodyThere, SECRETS, startLoopback, TOKEN } from './loopback.ts';

const TO: Address = { channel: 'line-works', id: 'u:hanako' };
const MESSAGES = '/v1.0/bots/2000001/users/hanako/messages';
const HELLO = [{ type: 'text', text: 'こんにちは' }] as const;
const HOUR = 3_600_000;

let house: Loopback;
beforeEach(async () => {
  house = await startLoopback();
});
afterEach(() => house.stop());

const send = (api = house.api) => api.sendAll(TO, HELLO, { patient: false });
const bearers = () => house.at(MESSAGES).map(({ headers }) => headers.authorization?.slice(-1));
const refused = { status: 401, body: { code: 'UNAUTHORIZED', description: 'x' } };
const token = (value: string, expires_in: unknown) => ({ status: 200, body: { access_token: value, expires_in } });

test('it asks as the service account, signed, in whole seconds, for no more than an hour', async () => {
  expect(await send()).toEqual({ outcome: 'sent' });
  const [asked] = house.at(TOKEN);
  expect(asked?.headers['content-type']).toMatch('application/x-www-form-urlencoded');
  const form = Object.fromEntries(new URLSearchParams(asked?.body));
  expect(form).toEqual({
    assertion: expect.any(String),
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    client_id: 'client-1',
    client_secret: SECRETS.client,
    scope: 'bot.message bot.read user.read',
  });
  const clockTimestamp = house.now().getTime() / 1_000;
  const claims = jwt.verify(form['assertion'] ?? '', house.publicKey, { algorithms: ['RS256'], clockTimestamp });
  const iat = Math.floor(clockTimestamp);
  expect(claims).toEqual({ iss: 'client-1', sub: 'bot.serviceaccount@example.com', iat, exp: iat + 1_800 });
});

test('50 who send at once share one token, and its renewal', async () => {
  await Promise.all(Array.from({ length: 50 }, () => send()));
  expect(house.at(TOKEN)).toHaveLength(1);
  house.next(MESSAGES, ...Array.from({ length: 50 }, () => refused));
  const results = await Promise.all(Array.from({ length: 50 }, () => send()));
  expect(results.every(({ outcome }) => outcome === 'sent')).toBe(true);
  expect(house.at(TOKEN)).toHaveLength(2);
  expect(house.at(MESSAGES)).toHaveLength(150);
});

test('refused with a fresh token as well: no third try, and the next ones do not ask for tokens in turn', async () => {
  house.next(MESSAGES, refused, refused, refused, refused);
  expect(await send()).toEqual({ outcome: 'failed', reason: '401 UNAUTHORIZED' });
  expect(bearers()).toEqual(['1', '2']);
  expect(await send()).toMatchObject({ outcome: 'failed' });
  expect(house.at(TOKEN)).toHaveLength(2);
  house.pass(10_000);
  expect(await send()).toMatchObject({ outcome: 'sent' });
  expect(bearers()).toEqual(['1', '2', '2', '2', '3']);
});

test.each([['3600'], [3_600]])('a token of %p seconds is renewed five minutes before its end', async (expires) => {
  house.next(TOKEN, token('a', expires), token('b', expires));
  await send();
  house.pass(HOUR - 301_000);
  await send();
  expect(house.at(TOKEN)).toHaveLength(1);
  house.pass(2_000);
  await send();
  await send();
  expect(house.at(TOKEN)).toHaveLength(2);
  house.pass(299_000);
  await send();
  expect(bearers()).toEqual(['a', 'a', 'a', expect.stringMatching(/[ab]/), 'b']);
});

test('an early renewal that fails leaves the old token in use', async () => {
  house.next(TOKEN, token('a', 3_600), { status: 400 });
  await send();
  house.pass(HOUR - 200_000);
  await send();
  await send();
  expect(bearers()).toEqual(['a', 'a', 'a']);
  expect(house.at(TOKEN)).toHaveLength(2);
});

test.each<[string, Parameters<Loopback['next']>[1][]]>([
  ['no such client', [{ status: 401, body: { error: 'invalid_client', error_description: SECRETS.client } }]],
  ['too many', [{ status: 429 }]],
  ['out of order', [{ status: 503 }, { status: 503 }, { status: 503 }]],
  ['no answer', ['hang', 'hang', 'hang']],
  ['not a token', [{ status: 200, body: { access_token: 'with\nbreak', expires_in: 1 } }]],
  ['no end', [{ status: 200, body: { access_token: 'a', expires_in: 'soon' } }]],
])('a token endpoint that fails (%s) is let rest', async (_, replies) => {
  house.next(TOKEN, ...replies);
  const api = replies.includes('hang') ? house.hasty : house.api;
  const all = await Promise.all(Array.from({ length: 20 }, () => send(api)));
  expect(all.every(({ outcome }) => outcome === 'failed')).toBe(true);
  expect(house.at(TOKEN)).toHaveLength(replies.length);
  expect(house.at(MESSAGES)).toHaveLength(0);
  house.pass(5_000);
  expect(await send(api)).toEqual({ outcome: 'sent' });
});

test('a moment of trouble is passed over', async () => {
  house.next(TOKEN, { status: 502 }, 'reset');
  expect(await send()).toEqual({ outcome: 'sent' });
});

test('ready says what is wrong, without secrets', async () => {
  await house.api.ready();
  house.pass(24 * HOUR);
  house.next(TOKEN, { status: 401, body: { error: 'invalid_client', error_description: SECRETS.client } });
  await expect(house.api.ready()).rejects.toMatchObject({ name: 'NoToken', message: '401 invalid_client' });
  const unreadable = house.another({ privateKey: `-----BEGIN PRIVATE KEY-----\n${SECRETS.bot}` });
  await expect(unreadable.ready()).rejects.toMatchObject({ message: 'the private key cannot be read' });
  const unreachable = house.another({ authUrl: await nobodyThere() });
  await expect(unreachable.ready()).rejects.toMatchObject({ message: 'ECONNREFUSED' });
  for (const secret of Object.values(SECRETS)) expect(house.logged()).not.toContain(secret);
});

import type { Address, SendResult } from '../../bot/channels/channel.ts';
import { type Loopback, nobodyThere, type Reply, SECRETS, startLoopback } from './loopback.ts';

const HANAKO: Address = { channel: 'line-works', id: 'u:hanako@example.lg.jp' };
const ROOM: Address = { channel: 'line-works', id: 'c:12345' };
const TO_HANAKO = '/v1.0/bots/2000001/users/hanako%40example.lg.jp/messages';
const TO_ROOM = '/v1.0/bots/2000001/channels/12345/messages';
const text = (words: string) => ({ type: 'text', text: words }) as const;
const PARTLY = '途中までしか届いていません';

let house: Loopback;
beforeEach(async () => {
  house = await startLoopback();
});
afterEach(() => house.stop());

const fault = (status: number, code: string, headers = {}) => ({
  status,
  headers,
  body: { code, description: 'personal 花子' },
});
const tooMany = (reset: string) =>
  fault(429, 'TOO_MANY_REQUESTS', { 'RateLimit-Remaining': '0', 'ratelimit-reset': reset });
const times = (count: number, reply: Reply) => Array.from({ length: count }, () => reply);

async function sending(replies: Reply[], { patient = false, parts = 1 } = {}): Promise<SendResult & { calls: number }> {
  house.next(TO_HANAKO, ...replies);
  const messages = Array.from({ length: parts }, (_, at) => text(`part ${at + 1}`));
  const { sendAll } = replies.includes('hang') ? house.hasty : house.api;
  return { ...(await sendAll(HANAKO, messages, { patient })), calls: house.at(TO_HANAKO).length };
}

test('messages arrive in their order, with a person or in a room', async () => {
  expect(await sending([], { parts: 3 })).toEqual({ outcome: 'sent', calls: 3 });
  const bodies = house.at(TO_HANAKO).map(({ body }) => JSON.parse(body));
  expect(bodies).toEqual([1, 2, 3].map((part) => ({ content: text(`part ${part}`) })));
  expect(await house.api.sendAll(ROOM, [text('会議')], { patient: true })).toEqual({ outcome: 'sent' });
  expect(Buffer.from(house.at(TO_ROOM)[0]?.body ?? '', 'latin1').toString()).toContain('会議');
});

test.each<[string, Reply[], Partial<SendResult> & { calls: number }]>([
  ['passes after a moment', times(2, { status: 503 }), { outcome: 'sent', calls: 3 }],
  [
    'never passes',
    times(3, fault(503, 'SERVICE_UNAVAILABLE')),
    { outcome: 'failed', reason: '503 SERVICE_UNAVAILABLE', calls: 3 },
  ],
  ['500 may have been written', [{ status: 500 }], { outcome: 'unknown', reason: '500', calls: 1 }],
  ['502 may have been written', [{ status: 502 }], { outcome: 'unknown', calls: 1 }],
  ['504 may have been written', [{ status: 504 }], { outcome: 'unknown', calls: 1 }],
  ['never answered', ['hang'], { outcome: 'unknown', reason: 'no-answer', calls: 1 }],
  ['the connection broke after the message was written', ['reset'], { outcome: 'unknown', calls: 1 }],
  ['too many', [tooMany('37')], { outcome: 'failed', retryAfter: 37_000, reason: '429 TOO_MANY_REQUESTS', calls: 1 }],
  ['not in the room', [fault(403, 'ACCESS_DENIED')], { outcome: 'gone', reason: '403 ACCESS_DENIED', calls: 1 }],
  ['no such person', [fault(404, 'USER_NOT_EXIST')], { outcome: 'gone', reason: '404 USER_NOT_EXIST', calls: 1 }],
  ['no such bot: nobody is gone', [fault(404, 'BOT_NOT_EXIST')], { outcome: 'failed', calls: 1 }],
  [
    'refused for its form',
    [fault(400, 'INVALID_PARAMETER')],
    { outcome: 'failed', reason: expect.stringContaining('400 INVALID_PARAMETER'), calls: 1 },
  ],
  ['sent elsewhere', [{ status: 307, headers: { location: 'http://example.com/' } }], { outcome: 'failed', calls: 1 }],
  [
    'a code that is none',
    [{ status: 409, body: { code: 'personal 花子' } }],
    { outcome: 'failed', reason: '409', calls: 1 },
  ],
])('%s', async (_, replies, expected) => {
  const result = await sending(replies);
  expect(result).toMatchObject(expected);
  if (!('retryAfter' in expected)) expect(result).not.toHaveProperty('retryAfter');
  expect(house.logged()).not.toMatch(/personal|花子|hanako|part 1/);
});

test('who can wait waits a short while, and is told about a long one', async () => {
  expect(await sending([tooMany('2')], { patient: true })).toMatchObject({ outcome: 'sent', calls: 2 });
  expect(house.paused.every((ms) => ms >= 2_000 && ms < 3_000)).toBe(true);
  expect(await sending([tooMany('30')], { patient: true })).toMatchObject({ outcome: 'failed', retryAfter: 30_000 });
  expect(house.logged().match(/too many requests/g)).toHaveLength(2);
});

test('what has been refused as too many holds back the others, of that API only', async () => {
  await sending([tooMany('37')]);
  expect(await sending([])).toMatchObject({ outcome: 'failed', retryAfter: 37_000, calls: 1 });
  expect(await house.api.sendAll(ROOM, [text('会議')], { patient: false })).toMatchObject({ outcome: 'failed' });
  expect(await house.api.roomKindOf('12345')).toBe('group');
  expect(house.at('/v1.0/bots/2000001/channels/12345')).toHaveLength(1);
  house.pass(37_000);
  expect(await sending([])).toMatchObject({ outcome: 'sent', calls: 2 });
});

test('nothing is asked for once the product says that nothing is left', async () => {
  await sending([
    { status: 201, headers: { 'rateLimit-ssed': '240', 'rateLimit-remaining': '0', 'rateLimit-reset': '9' } },
  ]);
  expect(await sending([])).toMatchObject({ outcome: 'failed', retryAfter: 9_000, calls: 1 });
  house.pass(7_000);
  expect(await sending([], { patient: true })).toMatchObject({ outcome: 'sent', calls: 2 });
});

test('no more than 240 in a minute, and a card not in part', async () => {
  for (let sent = 0; sent < 239; sent++) await house.api.sendAll(HANAKO, [text('x')], { patient: false });
  expect(await sending([], { parts: 2 })).toMatchObject({ outcome: 'failed', retryAfter: 60_080, calls: 239 });
  expect(await sending([], { parts: 1 })).toMatchObject({ outcome: 'sent', calls: 240 });
});

test.each<[string, Reply[], Partial<SendResult> & { calls: number }]>([
  ['the rest comes through', [{ status: 201 }, ...times(3, { status: 503 })], { outcome: 'sent', calls: 6 }],
  ['it waits for the rest', [{ status: 201 }, tooMany('8')], { outcome: 'sent', calls: 4 }],
  [
    'the rest never comes',
    [{ status: 201 }, ...times(5, { status: 503 })],
    { outcome: 'unknown', reason: PARTLY, calls: 6 },
  ],
  ['the rest is refused', [{ status: 201 }, { status: 403 }], { outcome: 'unknown', reason: PARTLY, calls: 2 }],
  ['the rest is in doubt', [{ status: 201 }, { status: 201 }, 'reset'], { outcome: 'unknown', calls: 3 }],
  ['the first is in doubt', ['hang'], { outcome: 'unknown', reason: 'no-answer', calls: 1 }],
  ['the first fails', [{ status: 404 }], { outcome: 'gone', calls: 1 }],
])('a card of three messages: %s', async (_, replies, expected) => {
  expect(await sending(replies, { parts: 3 })).toMatchObject(expected);
});

test('where no connection comes about, nothing was sent', async () => {
  const away = house.another({ apiUrl: await nobodyThere() });
  const result = await away.sendAll(HANAKO, [text('x')], { patient: false });
  expect(result).toEqual({ outcome: 'failed', reason: 'ECONNREFUSED' });
});

test.each([
  [{ channel: 'teams', id: 'u:1' } as const, [text('x')]],
  [{ channel: 'line-works', id: 'u:../..' } as const, [text('x')]],
  [HANAKO, []],
])('nothing is sent to %p', async (to, messages) => {
  expect(await house.api.sendAll(to, messages, { patient: true })).toMatchObject({ outcome: 'failed' });
  expect(house.seen).toEqual([]);
});

test('no secret, token, person or word of a message is logged', async () => {
  house.next(TO_HANAKO, fault(401, 'UNAUTHORIZED'), tooMany('1'), fault(400, 'INVALID_PARAMETER'));
  await house.api.sendAll(HANAKO, [text('秘密の相談')], { patient: true });
  await house.api.sendAll(ROOM, [text('秘密の相談')], { patient: true });
  expect(house.logged()).toContain('INVALID_PARAMETER');
  for (const word of [
    ...Object.values(SECRETS),
    'hanako',
    '12345',
    '秘密',
    'personal',
    'PRIVATE',
    'Bearer',
    'serviceaccount',
  ])
    expect(house.logged()).not.toContain(word);
});

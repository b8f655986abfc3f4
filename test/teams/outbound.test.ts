import type { Address, SendResult } from '../../bot/channels/channel.ts';
import { addressOf, addressParts } from '../../bot/channels/teams/address.ts';
import { card, text } from '../../cards/card.ts';
import { samplePicture } from '../../cards/sample-picture.ts';
import { ask } from '../../programme/asks.ts';
import type { Trouble } from '../fakes/teams/connector.ts';
import type { TeamsUser } from '../fakes/teams/teams-user.ts';
import { type Door, openDoor } from './open-door.ts';

const reminder = card('催促', '今週の報告がまだです', text('よろしくお願いします'));

let door: Door;
let hanako: TeamsUser;
let home: Address;
beforeAll(async () => {
  door = await openDoor();
  hanako = door.teams.person({ name: '山田 花子' });
  await hanako.say('状況');
  home = door.incoming[0]?.room.address ?? { channel: 'teams', id: '' };
});
afterAll(() => door.stop());

async function sending(...trouble: Trouble[]): Promise<SendResult & { readonly calls: number }> {
  const { connector } = door.teams;
  const before = connector.calls.length;
  connector.trouble(...trouble);
  const result = await door.channel.send(home, reminder);
  return { ...result, calls: connector.calls.length - before };
}

test('a reminder arrives, can be changed, and says in the notification what it is', async () => {
  const sent = await sending();
  expect(sent).toMatchObject({ outcome: 'sent', message: expect.any(String) });
  const message = sent.outcome === 'sent' ? (sent.message ?? '') : '';
  const changed = await door.channel.update?.(home, message, card('済み', '報告済みです'));
  expect(changed).toEqual({ outcome: 'sent', message });
  expect(door.teams.connector.messages(hanako.room.id).at(-1)).toMatchObject({ summary: '報告済みです', edits: 1 });
});

test.each([400, 413])('%d: a picture that is turned down is said in words, and once', async (status) => {
  const { connector } = door.teams;
  const before = connector.messages(hanako.room.id).length;
  connector.trouble({ status });
  expect(await door.channel.send(home, card('図', '図です', samplePicture))).toMatchObject({ outcome: 'sent' });
  const written = connector.messages(hanako.room.id).slice(before);
  expect(written).toHaveLength(1);
  expect(JSON.stringify(written)).toContain(samplePicture.alt);
  expect(JSON.stringify(written)).not.toContain('data:image');
});

test.each<[string, Trouble[], Partial<SendResult> & { calls: number }]>([
  ['passes after a moment', [{ status: 412 }, { status: 503 }], { outcome: 'sent', calls: 3 }],
  ['never passes: did not arrive', [412, 503, 412].map((status) => ({ status })), { outcome: 'failed', calls: 3 }],
  ['500 may have been written', [{ status: 500 }], { outcome: 'unknown', calls: 1 }],
  [
    'too many: when to come again',
    [{ status: 429, retryAfter: '7' }],
    { outcome: 'failed', retryAfter: 7_000, calls: 1 },
  ],
  ['too many, without a time', [{ status: 429 }], { outcome: 'failed', calls: 1 }],
  ['blocked', [{ status: 403, code: 'MessageWritesBlocked' }], { outcome: 'gone', calls: 1 }],
  ['no such conversation', [{ status: 404, code: 'ConversationNotFound' }], { outcome: 'gone', calls: 1 }],
  ['refused for its form', [{ status: 400 }], { outcome: 'failed', calls: 1 }],
  ['the connection broke after the message was written', ['reset-after-write'], { outcome: 'unknown', calls: 1 }],
])('%s', async (_, trouble, expected) => {
  const result = await sending(...trouble);
  expect(result).toMatchObject(expected);
  if (!('retryAfter' in expected)) expect(result).not.toHaveProperty('retryAfter');
});

describe('what the service may have taken before somebody on the way gave up', () => {
  it.each([408, 500, 502, 504, 507, 520, 524])('%d: in doubt, and written once', async (status) => {
    const { connector } = door.teams;
    const before = connector.messages(hanako.room.id).length;
    expect(await sending({ status, taken: true }, { status, taken: true })).toMatchObject({
      outcome: 'unknown',
      calls: 1,
    });
    expect(connector.messages(hanako.room.id).length - before).toBe(1);
    // The second trouble is still waiting for a call.
    await sending();
  });

  it('an answer that nobody can read is an answer: it was taken', async () => {
    expect(await sending({ status: 201, taken: true })).toMatchObject({ outcome: 'sent', calls: 1 });
  });

  it('putting a card in the place of another is repeated: twice is the same as once', async () => {
    const sent = await sending();
    const message = sent.outcome === 'sent' ? (sent.message ?? '') : '';
    door.teams.connector.trouble({ status: 504, taken: true }, { status: 502 });
    expect(await door.channel.update?.(home, message, reminder)).toEqual({ outcome: 'sent', message });
  });
});

test('once a card is there, the question about its file waits until it is not too many any more', async () => {
  const { connector } = door.teams;
  let calls = 0;
  connector.meddle(() => (++calls === 2 ? { status: 429, retryAfter: '0.02' } : undefined));
  const paper = { kind: 'file', type: 'text/plain', name: '会議資料.docx', content: '…', again: ask('help') } as const;
  expect(await door.channel.send(home, card('会議資料', '会議資料です', paper))).toMatchObject({ outcome: 'sent' });
  connector.meddle(() => undefined);
  expect(connector.messages(hanako.room.id).at(-1)?.file).toMatchObject({ kind: 'consent', name: '会議資料.docx' });
});

test.each(['2592000', '1e9', '9'.repeat(400), '-5'])('a time to come again that is none: %s', async (retryAfter) => {
  const result = await sending({ status: 429, retryAfter });
  const ms = result.outcome === 'failed' ? (result.retryAfter ?? -1) : -1;
  expect(ms).toBeGreaterThanOrEqual(0);
  expect(Number.isNaN(new Date(Date.now() + ms).getTime())).toBe(false);
});

test('a retry date is read as well', async () => {
  const retryAfter = new Date(Date.now() + 30_000).toUTCString();
  const result = await sending({ status: 429, retryAfter });
  expect(result.outcome === 'failed' && (result.retryAfter ?? 0)).toBeGreaterThan(25_000);
});

test('nobody listens there: nothing was delivered', async () => {
  const nowhere = addressOf({ serviceUrl: 'http://127.0.0.1:9/jp/', conversation: 'a:1', bot: '28:x' });
  expect(await door.channel.send(nowhere, reminder)).toEqual({ outcome: 'failed', reason: 'ECONNREFUSED' });
});

test('someone who blocked the bot, and a room it was never in', async () => {
  const other = door.teams.person({ name: '鈴木' });
  await other.say('状況');
  const address = door.incoming.at(-1)?.room.address ?? home;
  door.teams.connector.block(other.room.id);
  expect(await door.channel.send(address, reminder)).toMatchObject({ outcome: 'gone' });
  const place = addressParts(address);
  const strange = addressOf({ serviceUrl: place?.serviceUrl ?? '', conversation: 'a:never', bot: '28:x' });
  expect(await door.channel.send(strange, reminder)).toMatchObject({ outcome: 'gone' });
});

test('a message that is no longer there has not lost its reader', async () => {
  expect(await door.channel.update?.(home, '404', reminder)).toMatchObject({ outcome: 'failed' });
});

test.each(['', 'x', Buffer.from('{}').toString('base64url'), 'e'.repeat(3_000)])('not an address: %#', async (id) => {
  expect(await door.channel.send({ channel: 'teams', id }, reminder)).toMatchObject({ outcome: 'failed' });
  expect(addressParts({ channel: 'line-works', id })).toBeUndefined();
});

test('a burst into one conversation meets the limits of Teams', async () => {
  let clock = 0;
  door.teams.connector.limit(() => clock);
  const results: string[] = [];
  for (let i = 0; i < 8; i++) results.push((await door.channel.send(home, reminder)).outcome);
  expect(results).toEqual([...Array(7).fill('sent'), 'failed']);
  clock = 2_000;
  expect((await door.channel.send(home, reminder)).outcome).toBe('sent');
  door.teams.connector.limit(undefined);
});

test('a connection that was idle for seconds is not used again: nobody could tell whether its last message arrived', async () => {
  const { connector } = door.teams;
  await sending();
  const before = connector.connections();
  expect((await sending()).outcome).toBe('sent');
  expect(connector.connections()).toBe(before);
  await new Promise((resolve) => setTimeout(resolve, 4_500));
  expect((await sending()).outcome).toBe('sent');
  expect(connector.connections()).toBe(before + 1);
});

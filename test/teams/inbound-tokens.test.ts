import jwt from 'jsonwebtoken';
import { type Door, openDoor } from './open-door.ts';

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.stop());

const minute = 60;
const seconds = () => Math.floor(Date.now() / 1_000);

/** A complete, well-formed message of somebody. */
function message(over: { readonly [property: string]: unknown } = {}) {
  return {
    type: 'message',
    id: String(Math.random()),
    channelId: 'msteams',
    serviceUrl: door.teams.connector.serviceUrl,
    conversation: { id: 'a:tokens', conversationType: 'personal' },
    from: { id: '29:somebody' },
    recipient: { id: `28:${door.teams.appId}` },
    text: 'こんにちは',
    ...over,
  };
}

const mint = (how?: Parameters<Door['teams']['identity']['mint']>[2]) =>
  door.teams.identity.mint(door.teams.appId, door.teams.connector.serviceUrl, how);

async function status(authorization: string | undefined, activity: unknown = message()): Promise<number> {
  door.incoming.length = 0;
  const answer = await door.teams.post(activity, { authorization });
  if (answer.status !== 200) expect(door.incoming).toEqual([]);
  return answer.status;
}

describe('who may come in', () => {
  test('a good token', async () => {
    expect(await status(`Bearer ${mint()}`)).toBe(200);
    expect(door.incoming).toHaveLength(1);
  });

  test('expired two minutes ago: five minutes of skew are allowed', async () => {
    expect(await status(`Bearer ${mint({ claims: { exp: seconds() - 2 * minute } })}`)).toBe(200);
  });

  const tampered = (token: string) => {
    const [head = '', , signature = ''] = token.split('.');
    const claims = { iss: 'https://api.botframework.com', aud: door.teams.appId, exp: seconds() + 600, tampered: true };
    return [head, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
  };
  const unsigned = () => {
    const claims = { iss: 'https://api.botframework.com', aud: door.teams.appId, exp: seconds() + 600 };
    return jwt.sign({ ...claims, serviceurl: door.teams.connector.serviceUrl }, '', { algorithm: 'none' });
  };

  test.each<[string, () => string | undefined]>([
    ['no header', () => undefined],
    ['an empty header', () => ''],
    ['garbage', () => 'garbage'],
    ['Basic', () => 'Basic dXNlcjpwYXNz'],
    ['Bearer without a token', () => 'Bearer '],
    ['Bearer with a token of two parts', () => 'Bearer a.b'],
    ['Bearer with parts that are not JSON', () => 'Bearer YQ.Yg.Yw'],
    ['a signature of someone else', () => `Bearer ${mint({ key: 'unlisted', kid: kidOf(mint()) })}`],
    ['a tampered token', () => `Bearer ${tampered(mint())}`],
    ['alg: none', () => `Bearer ${unsigned()}`],
    ['not yet valid', () => `Bearer ${mint({ claims: { nbf: seconds() + 3_600 } })}`],
    ['an unknown key', () => `Bearer ${mint({ key: 'unlisted' })}`],
    ['another audience', () => `Bearer ${mint({ claims: { aud: 'someone-else' } })}`],
    ['expired an hour ago', () => `Bearer ${mint({ claims: { exp: seconds() - 3_600 } })}`],
    ['another issuer', () => `Bearer ${mint({ claims: { iss: 'https://example.jp' } })}`],
    ['the issuer of emulator tokens', () => `Bearer ${mint({ claims: { iss: EMULATOR, ver: '1.0' } })}`],
    [
      'a serviceurl that is not the activity’s',
      () => `Bearer ${mint({ claims: { serviceurl: 'https://evil.example' } })}`,
    ],
    ['no serviceurl', () => `Bearer ${mint({ claims: { serviceurl: undefined } })}`],
    ['a key that is not endorsed for Teams', () => `Bearer ${mint({ key: 'unendorsed' })}`],
  ])('refused: %s', async (_, authorization) => {
    expect(await status(authorization())).toBe(401);
  });

  test.each<[string, { [property: string]: unknown }]>([
    ['another host', { serviceUrl: 'https://evil.example/jp/' }],
    ['the same host, another port', { serviceUrl: 'http://127.0.0.1:9/jp/' }],
    ['no serviceUrl', { serviceUrl: undefined }],
    ['a serviceUrl that is no text', { serviceUrl: { $gt: '' } }],
    ['no conversation', { conversation: undefined }],
    ['a conversation without id', { conversation: {} }],
    ['no from', { from: undefined }],
    ['no channelId', { channelId: undefined }],
    ['a channel the key is not endorsed for', { channelId: 'webchat' }],
    ['the channel with rules of its own', { channelId: 'AseChannel' }],
  ])('refused with a good token: %s', async (_, over) => {
    expect(await status(`Bearer ${mint()}`, message(over))).toBe(401);
  });

  test.each<[string, unknown]>([
    ['{}', {}],
    ['a type that is no text', { type: 1 }],
    ['an array', []],
    ['null', 'null'],
    ['no JSON', 'こんにちは'],
    ['nothing', ''],
  ])('not an activity: %s', async (_, body) => {
    expect(await status(`Bearer ${mint()}`, body)).toBe(400);
  });

  test('over 256 KB is refused before anything reads it, with or without a token', async () => {
    const text = 'あ'.repeat(100_000);
    expect(await status(`Bearer ${mint()}`, message({ text }))).toBe(413);
    expect(await status(undefined, 'x'.repeat(5_000_000))).toBe(413);
    expect(await status(`Bearer ${mint()}`, message({ text: 'あ'.repeat(60_000) }))).toBe(200);
  });

  test('over the limit without saying so beforehand', async () => {
    const chunk = new TextEncoder().encode('x'.repeat(64 * 1024));
    let sent = 0;
    const body = new ReadableStream({
      pull: (controller) => (sent++ < 8 ? controller.enqueue(chunk) : controller.close()),
    });
    const answer = await fetch(`${door.url}/api/messages`, { method: 'POST', body, duplex: 'half' } as RequestInit);
    expect(answer.status).toBe(413);
  });

  test('nothing of a token, a key, a text or a stack gets into the log, and refusals do not flood it', () => {
    const logged = door.logged();
    expect(logged).not.toMatch(/eyJ|PUBLIC KEY|node_modules|jsonwebtoken|こんにちは/);
    expect(logged.match(/requests refused/g)).toHaveLength(1);
  });
});

const EMULATOR = 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/';
const kidOf = (token: string) => jwt.decode(token, { complete: true })?.header.kid ?? '';

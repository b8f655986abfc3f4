import { createHmac } from 'node:crypto';
import { isSigned } from './signature.ts';

const SECRET = 'test-bot-secret-NOT-REAL';
/** Spaces, Japanese, an escape and a trailing zero: parsed and written again, it is another text. */
const SPACED =
  '{ "type" : "message",\n  "source": { "userId": "u1", "domainId": 40029600 },\n  "issuedTime": "2022-01-04T05:16:05.716Z",\n  "content": { "type": "text", "text": "達成率は 35.0％ です\\u3002", "n": 35.6587750 } }';
const SIGNATURE = 'LYQzQ9kmI6oF7uAy3NHizVSnxUUnzWgvGJrO1xVxulE=';
const raw = Buffer.from(SPACED);

it.each([
  [
    '{"type":"message","source":{"userId":"c72af563-0f21-4736-11e4-045237113344","channelId":"12345a12-b12c-12d3-e123fghijkl","domainId":40029600},"issuedTime":"2022-01-04T05:16:05.716Z","content":{"type":"text","text":"hello"}}',
    'V34I224XZU1Nxq9Lt6Dg+bCKoZzr7Wr8HB0+tvZCQzs=',
  ],
  [SPACED, SIGNATURE],
  ['', 'KThhxU4fSOvP319laQW6pocBdv00xZq+dp/bMx/3wD4='],
])('believes what the secret has signed', (body, signature) =>
  expect(isSigned(Buffer.from(body), signature, [SECRET])).toBe(true),
);

it('signs the bytes, not what they mean', () =>
  expect(isSigned(Buffer.from(JSON.stringify(JSON.parse(SPACED))), SIGNATURE, [SECRET])).toBe(false));

it('believes either secret while they are being changed', () => {
  expect(isSigned(raw, SIGNATURE, ['new', SECRET])).toBe(true);
  expect(isSigned(raw, SIGNATURE, [SECRET, 'new'])).toBe(true);
  expect(isSigned(raw, SIGNATURE, ['new'])).toBe(false);
});

it.each([
  undefined,
  '',
  `${SIGNATURE} `,
  SIGNATURE.slice(0, -1),
  SIGNATURE.replace('=', ''),
  `${SIGNATURE}=`,
  // The same 32 bytes, written with a bit that does not count.
  SIGNATURE.replace('lE=', 'lF='),
  'LYQzQ9kmI6oF7uAy3NHizVSnxUUnzWgvGJrO1xVxulE-',
  Buffer.from(SIGNATURE, 'base64').toString('hex'),
])('refuses %p', (header) => expect(isSigned(raw, header, [SECRET])).toBe(false));

it('an empty secret signs nothing', () => {
  const signature = createHmac('sha256', '').update(raw).digest('base64');
  expect(isSigned(raw, signature, [''])).toBe(false);
  expect(isSigned(raw, SIGNATURE, [])).toBe(false);
});

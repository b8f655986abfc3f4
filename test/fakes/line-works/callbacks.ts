import { createHmac } from 'node:crypto';
import { request } from 'node:http';
import type { Json } from './reply.ts';

/** How long the product waits is not documented. */
const PATIENCE = 10_000;
/** A clock that is so much earlier was set back, in milliseconds. */
const SET_BACK = 60_000;

/** One request to the bot's callback URL, and what became of it. */
export type Delivered = {
  /** The bytes that were signed and sent. */
  readonly raw: string;
  /** 0 where nothing was answered. */
  readonly status: number;
  /** Until the answer was complete. */
  readonly milliseconds: number;
};

/** Header names as they are to be spelt; undefined leaves one out. */
export type Headers = { readonly [name: string]: string | undefined };

/** `X-WORKS-Signature` of these bytes. */
export const signatureOf = (secret: string, raw: string | Uint8Array): string =>
  createHmac('sha256', secret).update(raw).digest('base64');

/** The sender of events: signs raw bytes, spells in many ways, never sends anything twice. */
export type Callbacks = {
  readonly delivered: readonly Delivered[];
  url: string | undefined;
  event(event: Json): Promise<Delivered>;
  deliver(raw: string | Uint8Array, headers?: Headers): Promise<Delivered>;
  forget(): void;
  /** Resolves when nothing is on its way. */
  arrived(): Promise<void>;
};

export function createCallbacks(botId: string, secret: string, now: () => Date): Callbacks {
  const delivered: Delivered[] = [];
  const issued = new Set<number>();
  const onTheWay = new Set<Promise<Delivered>>();
  let [count, last] = [0, 0];

  const callbacks: Callbacks = {
    delivered,
    url: undefined,
    event(event) {
      count++;
      return callbacks.deliver(spelt({ ...event, issuedTime: issuedTime(event['type']) }, count));
    },
    deliver(raw, headers = {}) {
      const signed = { 'X-WORKS-Signature': signatureOf(secret, raw) };
      const bot = count % 2 === 0 ? { 'X-WORKS-BotId': botId } : { 'X-WORKS-botId': botId };
      const all = merged({ 'Content-Type': 'application/json; charset=UTF-8', ...bot, ...signed }, headers);
      const sent = post(callbacks.url, raw, all).then((one) => {
        delivered.push(one);
        return one;
      });
      onTheWay.add(sent);
      return sent.finally(() => onTheWay.delete(sent));
    },
    forget() {
      delivered.length = 0;
      issued.clear();
    },
    async arrived() {
      while (onTheWay.size > 0) await Promise.all(onTheWay);
    },
  };
  return callbacks;

  /**
   * Later each time, and never the same twice, even when a test sets the clock back. Only the examples of rooms opening
   * leave the milliseconds out.
   */
  function issuedTime(type: unknown): string {
    const moment = now().getTime();
    if (moment < last - SET_BACK) last = 0;
    const whole = Math.floor(moment / 1_000) * 1_000;
    const short = type !== 'message' && type !== 'postback' && whole > last && !issued.has(whole);
    last = short ? whole : Math.max(moment, last + 1);
    while (!short && issued.has(last)) last++;
    issued.add(last);
    const time = new Date(last).toISOString();
    return short ? time.replace('.000Z', 'Z') : time;
  }
}

/** The same JSON in one of four spellings. */
function spelt(event: Json, count: number): string {
  const compact = JSON.stringify(event);
  switch (count % 4) {
    case 1:
      return compact;
    case 2:
      return compact.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
    case 3:
      return `${JSON.stringify(event, undefined, 2)}\n`;
    default:
      return compact.replace('{"type":', '{ "type" : ').replaceAll('/', '\\/');
  }
}

function merged(own: Headers, given: Headers): Record<string, string> {
  const named = new Set(Object.keys(given).map((name) => name.toLowerCase()));
  const kept = Object.entries(own).filter(([name]) => !named.has(name.toLowerCase()));
  return Object.fromEntries([...kept, ...Object.entries(given)].flatMap(([n, v]) => (v === undefined ? [] : [[n, v]])));
}

/** Not `fetch`, which would spell every header name in small letters. */
function post(url: string | undefined, raw: string | Uint8Array, headers: Record<string, string>): Promise<Delivered> {
  if (url === undefined) throw new Error('connect() has not said where the bot listens');
  const [began, bytes] = [performance.now(), Buffer.from(raw)];
  return new Promise((resolve) => {
    const done = (status: number) =>
      resolve({ raw: bytes.toString(), status, milliseconds: Math.round(performance.now() - began) });
    const options = {
      method: 'POST',
      headers: { ...headers, 'Content-Length': bytes.length },
      timeout: PATIENCE,
      agent: false,
    };
    const req = request(url, options, (res) => {
      res.resume();
      res.on('end', () => done(res.statusCode ?? 0));
      res.on('error', () => done(0));
    });
    req.on('timeout', () => req.destroy());
    req.on('error', () => done(0));
    req.end(bytes);
  });
}

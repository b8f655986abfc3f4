import { z } from 'zod';
import type { LineWorksConfig } from './config.ts';
import type { Deps } from './deps.ts';
import { exchange, type HttpAnswer, type HttpRequest } from './exchange.ts';
import { Refused, TooMany } from './failure.ts';
import { createRate, type Rate } from './rate.ts';
import type { Tokens } from './token.ts';

/** What the product counts apart. Whether messages to people and into rooms are one is not documented; here they are. */
type ApiName = 'message' | 'attachment' | 'download' | 'upload' | 'user' | 'room' | 'bot' | 'menu';

type Call = {
  readonly api: ApiName;
  readonly method: HttpRequest['method'];
  /** After the version. */
  readonly path: string;
  readonly body?: unknown;
  /** Its place was taken beforehand. */
  readonly admitted?: boolean;
};

export type Calls = {
  /** What is answered. @throws Refused, TooMany, NoAnswer, NoToken */
  call(call: Call): Promise<unknown>;
  /** The same for an address that the product has given. */
  post(api: ApiName, url: string, form: FormData): Promise<unknown>;
  /** Where the product points to for what is asked. @throws as `call` does */
  whereIs(call: Pick<Call, 'api' | 'path'>): Promise<string>;
  /** Takes places for what is to be sent together. @throws TooMany */
  admit(api: ApiName, count: number, patienceMs: number): Promise<void>;
};

/** How long a turn waits for the product's limits: nobody notices more on top of an answer. */
export const PATIENCE_MS = 3_000;

const Fault = z.object({ code: z.string().regex(/^[A-Z0-9_]{1,60}$/) });

/** The product's own door to everything: one token, its count of requests, its way to say no. */
export function createCalls(config: LineWorksConfig, tokens: Tokens, deps: Deps): Calls {
  const rates = new Map<ApiName, Rate>();
  const rateOf = (api: ApiName): Rate => {
    const rate = rates.get(api) ?? createRate(deps);
    rates.set(api, rate);
    return rate;
  };

  const urlOf = (path: string): string => new URL(`/v1.0${path}`, config.apiUrl).href;

  async function signed(url: string, { method, headers, body }: HttpRequest): Promise<HttpAnswer> {
    const once = (token: string) =>
      exchange(
        url,
        { method, headers: { ...headers, authorization: `Bearer ${token}` }, ...(body && { body }) },
        deps.timeoutMs,
      );
    const token = await tokens.get();
    const answer = await once(token);
    const better = answer.status === 401 ? await tokens.renewed(token) : undefined;
    return better === undefined ? answer : once(better);
  }

  async function answerTo(api: ApiName, url: string, request: HttpRequest, below = 300): Promise<HttpAnswer> {
    const answer = await signed(url, request);
    const { status, headers, body } = answer;
    const code = Fault.safeParse(body).data?.code;
    if (status === 429) {
      const retryAfter = rateOf(api).refused(headers);
      deps.log.warn({ api, code, retryAfter: Math.round(retryAfter) }, 'LINE WORKS says too many requests');
      throw new TooMany(retryAfter, code);
    }
    rateOf(api).heard(headers);
    if (status >= 200 && status < below) return answer;
    deps.log[status === 400 ? 'error' : 'info']({ api, status, code }, 'LINE WORKS refuses');
    throw new Refused(status, code);
  }

  return {
    async call({ api, method, path, body, admitted = false }) {
      if (!admitted) await rateOf(api).admit(1, PATIENCE_MS);
      const json = body === undefined ? {} : { 'content-type': 'application/json; charset=UTF-8' };
      const request = { method, headers: json, ...(body !== undefined && { body: JSON.stringify(body) }) };
      return (await answerTo(api, urlOf(path), request)).body;
    },
    post: async (api, url, body) => (await answerTo(api, url, { method: 'POST', headers: {}, body })).body,
    async whereIs({ api, path }) {
      await rateOf(api).admit(1, PATIENCE_MS);
      const { status, headers } = await answerTo(api, urlOf(path), { method: 'GET', headers: {} }, 400);
      const place = headers.get('location');
      if (status < 300 || place === null) throw new Refused(status);
      return place;
    },
    admit: (api, count, patienceMs) => rateOf(api).admit(count, patienceMs),
  };
}

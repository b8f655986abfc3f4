import { z } from 'zod';
import { assertionFor } from './assertion.ts';
import type { LineWorksConfig } from './config.ts';
import type { Deps } from './deps.ts';
import { exchange, type HttpAnswer } from './exchange.ts';
import { NoAnswer, NoToken } from './failure.ts';

/** Sending, menus and rooms; reading rooms; reading people. */
const SCOPE = 'bot.message bot.read user.read';
const EARLY_MS = 5 * 60_000;
/** After a failure nobody asks again for so long. */
const REST_MS = 5_000;
/** A token had by renewing that is refused within this time: another one will not do better. */
const HOPELESS_MS = 10_000;
const TRIES = 3;
const FIRST_PAUSE_MS = 300;

/** The documentation has `expires_in` as a text in its table and as a number in its example. */
const TokenAnswer = z.object({
  access_token: z.string().regex(/^[\x21-\x7e]+$/),
  expires_in: z
    .union([z.number(), z.string().regex(/^\d+$/).transform(Number)])
    .pipe(z.number().positive().max(10_000_000)),
});
const TokenError = z.object({ error: z.string().regex(/^[a-z_]{1,40}$/) });

export type Tokens = {
  /** One for all who ask, renewed before it ends. @throws NoToken */
  get(): Promise<string>;
  /** A better one than the one that was refused; undefined where there is none. @throws NoToken */
  renewed(refused: string): Promise<string | undefined>;
};

type Token = { readonly value: string; readonly from: number; readonly until: number; readonly replaces?: string };

export function createTokens(config: LineWorksConfig, deps: Deps): Tokens {
  const now = () => deps.now().getTime();
  let current: Token | undefined;
  let underWay: Promise<Token> | undefined;
  let failed: { readonly reason: string; readonly until: number } | undefined;

  const obtain = (replaces?: string): Promise<Token> => {
    if (underWay) return underWay;
    // Further ahead than the rest is long: noted before the clock was set back.
    if (failed && now() < failed.until && failed.until - now() <= REST_MS)
      return Promise.reject(new NoToken(failed.reason));
    underWay = request(replaces).finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
  async function request(replaces?: string): Promise<Token> {
    const from = now();
    try {
      const { access_token: value, expires_in } = await ask(config, deps);
      failed = undefined;
      current = { value, from, until: from + expires_in * 1_000, ...(replaces !== undefined && { replaces }) };
      return current;
    } catch (error) {
      const reason = error instanceof NoToken ? error.message : 'no token';
      failed = { reason, until: now() + REST_MS };
      deps.log.warn({ reason }, 'LINE WORKS gives no token');
      throw new NoToken(reason);
    }
  }

  const get = async (): Promise<string> => {
    if (!current || now() >= current.until) return (await obtain()).value;
    const early = Math.min(EARLY_MS, (current.until - current.from) / 10);
    // The old one still serves, also where this fails.
    if (now() >= current.until - early) obtain().catch(() => undefined);
    return current.value;
  };

  return {
    get,
    async renewed(refused) {
      if (current && current.value !== refused) return get();
      if (current?.replaces !== undefined && now() - current.from < HOPELESS_MS) return undefined;
      current = undefined;
      return (await obtain(refused)).value;
    },
  };
}

async function ask(config: LineWorksConfig, deps: Deps): Promise<z.infer<typeof TokenAnswer>> {
  for (let attempt = 1; ; attempt++) {
    try {
      const { body } = await once(config, deps);
      const token = TokenAnswer.safeParse(body);
      if (!token.success) throw new NoToken('the answer holds no token');
      return token.data;
    } catch (error) {
      if (!(error instanceof Passing) || attempt >= TRIES) throw error;
      await deps.pause(FIRST_PAUSE_MS * 3 ** (attempt - 1));
    }
  }
}

/** It may be different a moment later. Asking for a token twice does no harm. */
class Passing extends NoToken {}

async function once(config: LineWorksConfig, { now, timeoutMs }: Deps): Promise<HttpAnswer> {
  const url = new URL('/oauth2/v2.0/token', config.authUrl).href;
  const body = new URLSearchParams({
    assertion: assertionOrNone(config, now()),
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    client_id: config.clientId,
    client_secret: config.clientSecret,
    scope: SCOPE,
  });
  const answer = await exchange(url, { method: 'POST', headers: {}, body }, timeoutMs).catch((error: unknown) => {
    throw error instanceof NoAnswer ? new Passing(error.message) : error;
  });
  if (answer.status === 200) return answer;
  const reason = `${answer.status} ${TokenError.safeParse(answer.body).data?.error ?? ''}`.trim();
  throw answer.status >= 500 ? new Passing(reason) : new NoToken(reason);
}

function assertionOrNone(config: LineWorksConfig, now: Date): string {
  try {
    return assertionFor(config, now);
  } catch {
    throw new NoToken('the private key cannot be read');
  }
}

import { z } from 'zod';
import { NoAnswer } from './failure.ts';

const LONGEST_ANSWER = 1_000_000;

/** The connection never came about, so nothing was written. */
const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);
/** Something between here and the product shows another certificate. */
const NOT_TRUSTED = /^(CERT_|ERR_TLS_CERT|UNABLE_TO_|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED_CERT)/;

export type HttpRequest = {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | URLSearchParams | FormData;
};

export type HttpAnswer = {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed, where it is JSON. */
  readonly body: unknown;
};

const word = z.string().optional().catch(undefined);
const Thrown = z.object({
  name: word,
  code: word,
  cause: z.object({ name: word, code: word }).optional().catch(undefined),
});

/**
 * One request, one answer. A redirect is an answer: following it would carry the token to another host.
 * @throws NoAnswer
 */
export async function exchange(url: string, request: HttpRequest, timeoutMs: number): Promise<HttpAnswer> {
  const signal = AbortSignal.timeout(timeoutMs);
  const response = await fetch(url, { ...request, redirect: 'manual', signal }).catch((error: unknown) => {
    throw noAnswer(error);
  });
  return { status: response.status, headers: response.headers, body: await bodyOf(response) };
}

function noAnswer(error: unknown): NoAnswer {
  const { name, code, cause } = Thrown.safeParse(error).data ?? {};
  const why = cause?.code ?? code ?? cause?.name;
  if (why === undefined || name === 'TimeoutError') return new NoAnswer('no-answer', true);
  return new NoAnswer(why, !NEVER_CONNECTED.has(why) && !NOT_TRUSTED.test(why));
}

/** The status is known by now, and it alone decides: a body that breaks off or is not JSON is none. */
async function bodyOf(response: Response): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of response.body ?? []) {
      length += chunk.length;
      if (length > LONGEST_ANSWER) return undefined;
      chunks.push(chunk);
    }
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    return undefined;
  }
}

import { NoAnswer } from './failure.ts';

/** Longer than the 10 s in which a connection has to come about, so that one that never did is known as such. */
const TIMEOUT_MS = 12_000;
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

/**
 * One request, one answer. A redirect is an answer: following it would carry the token to another host.
 * @throws NoAnswer
 */
export async function exchange(url: string, request: HttpRequest, timeoutMs = TIMEOUT_MS): Promise<HttpAnswer> {
  const signal = AbortSignal.timeout(timeoutMs);
  const response = await fetch(url, { ...request, redirect: 'manual', signal }).catch((error: unknown) => {
    throw noAnswer(error);
  });
  return { status: response.status, headers: response.headers, body: await bodyOf(response) };
}

function noAnswer(error: unknown): NoAnswer {
  const cause: unknown = error instanceof Error ? (error.cause ?? error) : error;
  const code: unknown = cause instanceof Error ? (Reflect.get(cause, 'code') ?? cause.name) : undefined;
  if (typeof code !== 'string') return new NoAnswer('no-answer', true);
  return new NoAnswer(code, !NEVER_CONNECTED.has(code) && !NOT_TRUSTED.test(code));
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

import { z } from 'zod';
import type { SendResult } from '../channel.ts';
import { NoToken } from './credentials.ts';

/** Nothing was taken: a lock was held, or the service turned it away at its door. */
const TURNED_AWAY = new Set([412, 503]);
/** A time-out on the way, as the one who asked is told of it. */
const TIMED_OUT = 408;
/** The connection never came about, so nothing was written. */
const NEVER_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
const TRIES = 3;
const FIRST_PAUSE_MS = 200;
/** Longer than this nobody waits within a turn. */
const LONGEST_PAUSE_MS = 3_000;
/** What a product may ask for: a year, beyond which a number of ms is no time any more. */
const LONGEST_ASKED_MS = 366 * 24 * 3_600_000;

const Failure = z.object({
  statusCode: z.number().optional().catch(undefined),
  code: z.string().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
  response: z.object({ headers: z.custom<{ get(name: string): string | undefined }>() }).optional().catch(undefined),
});
type Failure = z.infer<typeof Failure>;

export type Sending = {
  /**
   * An answer within a turn: the same answer twice does less harm than none, so it is repeated where it may have
   * arrived, and a short "too many requests" is waited out. What was planned is neither: it is listed as in doubt.
   */
  readonly patient: boolean;
  readonly now: () => Date;
};

/**
 * Carries out one call to the channel service, again where that is safe, and says what became of it.
 * @param harmless whether the same call twice leaves the same as once, as putting a card in another's place does
 */
export async function deliver(
  call: () => Promise<{ id?: string } | undefined>,
  { patient, now }: Sending,
  harmless = false,
): Promise<SendResult> {
  for (let attempt = 1; ; attempt++) {
    try {
      const answer = await call();
      return answer?.id ? { outcome: 'sent', message: answer.id } : { outcome: 'sent' };
    } catch (error) {
      const failure = Failure.safeParse(error).data ?? {};
      const result = resultOf(error, failure, now());
      const wait = pauseBefore(attempt, failure, result, { patient, harmless });
      if (result.outcome === 'sent' || wait === undefined) return result;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

/** Asks the channel service for something, again where it was only too busy to answer. @throws what it throws last */
export async function askedAgain<T>(question: () => Promise<T>, now: () => Date): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await question();
    } catch (error) {
      const failure = Failure.safeParse(error).data ?? {};
      const how = { patient: true, harmless: true };
      const wait = pauseBefore(attempt, failure, resultOf(error, failure, now()), how);
      if (wait === undefined) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

type How = { readonly patient: boolean; readonly harmless: boolean };

function pauseBefore(
  attempt: number,
  { statusCode = 0 }: Failure,
  result: SendResult,
  { patient, harmless }: How,
): number | undefined {
  const mayTwice = patient || harmless;
  const again = TURNED_AWAY.has(statusCode) || (mayTwice && isGateway(statusCode)) || (patient && statusCode === 429);
  if (!again || attempt >= TRIES) return undefined;
  const asked = result.outcome === 'failed' ? (result.retryAfter ?? 0) : 0;
  if (asked > LONGEST_PAUSE_MS) return undefined;
  return asked + FIRST_PAUSE_MS * 2 ** (attempt - 1) * (0.5 + Math.random());
}

/** Somebody on the way got no proper answer; what lies behind may have taken the message. */
const isGateway = (status: number): boolean => status === 502 || status === 504 || status === TIMED_OUT;

/** Any fault of the service's own may come after the message was written, except that it was turned away. */
const mayHaveArrived = (status: number): boolean => (status >= 500 && !TURNED_AWAY.has(status)) || status === TIMED_OUT;

function resultOf(error: unknown, failure: Failure, now: Date): SendResult {
  if (error instanceof NoToken) return { outcome: 'failed', reason: 'no token for the channel service' };
  const { statusCode, code = 'no answer' } = failure;
  if (statusCode === undefined) {
    return { outcome: NEVER_CONNECTED.has(code) ? 'failed' : 'unknown', reason: code };
  }
  // Taken, with an answer that could not be read.
  if (statusCode >= 200 && statusCode < 300) return { outcome: 'sent' };
  const reason = `${statusCode} ${code}`;
  if (isGone(failure)) return { outcome: 'gone', reason };
  if (mayHaveArrived(statusCode)) return { outcome: 'unknown', reason };
  const retryAfter = retryAfterOf(failure, now);
  return { outcome: 'failed', reason, ...(retryAfter !== undefined && { retryAfter }) };
}

/** Left, blocked, or the bot was removed. A message that is gone does not mean its reader is. */
function isGone({ statusCode, code, message = '' }: Failure): boolean {
  if (code === 'ActivityNotFoundInConversation') return false;
  if (statusCode === 403 || statusCode === 404) return true;
  return statusCode === 400 && /not installed|not part of the conversation/i.test(message);
}

/** Seconds, or a date. Up to a year: what is of no use any more by then is for who plans it to say. */
function retryAfterOf({ statusCode, response }: Failure, now: Date): number | undefined {
  const header = response?.headers.get('retry-after');
  if (statusCode !== 429 || !header) return undefined;
  const seconds = Number(header);
  const ms = Number.isNaN(seconds) ? Date.parse(header) - now.getTime() : seconds * 1_000;
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(0, ms), LONGEST_ASKED_MS);
}

import { z } from 'zod';
import type { SendResult } from '../channel.ts';
import { NoToken } from './credentials.ts';

/** Documented advice of Teams: repeat these with growing, jittered pauses. */
const PASSING = new Set([412, 502, 503, 504]);
/** With these the message may have been delivered all the same. */
const AMBIGUOUS = new Set([500, 502, 504]);
/** The connection never came about, so nothing was written. */
const NEVER_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
const TRIES = 3;
const FIRST_PAUSE_MS = 200;
/** Longer than this nobody waits within a turn. */
const LONGEST_PAUSE_MS = 3_000;

const Failure = z.object({
  statusCode: z.number().optional().catch(undefined),
  code: z.string().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
  response: z.object({ headers: z.custom<{ get(name: string): string | undefined }>() }).optional().catch(undefined),
});
type Failure = z.infer<typeof Failure>;
type Failed = Exclude<SendResult, { outcome: 'sent' }>;

export type Delivery = {
  /** Whether to wait out a "too many requests". Who plans deliveries waits himself; a person in a turn cannot. */
  readonly patient: boolean;
  readonly now: () => Date;
};

/** Carries out one call to the channel service, again where that is safe, and says what became of it. */
export async function deliver(
  call: () => Promise<{ id?: string } | undefined>,
  { patient, now }: Delivery,
): Promise<SendResult> {
  for (let attempt = 1; ; attempt++) {
    try {
      const answer = await call();
      return answer?.id ? { outcome: 'sent', message: answer.id } : { outcome: 'sent' };
    } catch (error) {
      const failure = Failure.safeParse(error).data ?? {};
      const result = resultOf(error, failure, now());
      const wait = pauseBefore(attempt, failure, result, patient);
      if (wait === undefined) return result;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

function pauseBefore(attempt: number, { statusCode }: Failure, result: Failed, patient: boolean): number | undefined {
  const again = PASSING.has(statusCode ?? 0) || (patient && statusCode === 429);
  if (!again || attempt >= TRIES) return undefined;
  const asked = result.outcome === 'failed' ? (result.retryAfter ?? 0) : 0;
  if (asked > LONGEST_PAUSE_MS) return undefined;
  return asked + FIRST_PAUSE_MS * 2 ** (attempt - 1) * (0.5 + Math.random());
}

function resultOf(error: unknown, failure: Failure, now: Date): Failed {
  if (error instanceof NoToken) return { outcome: 'failed', reason: 'no token for the channel service' };
  const { statusCode, code = 'no answer' } = failure;
  if (statusCode === undefined) {
    return { outcome: NEVER_CONNECTED.has(code) ? 'failed' : 'unknown', reason: code };
  }
  const reason = `${statusCode} ${code}`;
  if (isGone(failure)) return { outcome: 'gone', reason };
  if (AMBIGUOUS.has(statusCode)) return { outcome: 'unknown', reason };
  const retryAfter = retryAfterOf(failure, now);
  return { outcome: 'failed', reason, ...(retryAfter !== undefined && { retryAfter }) };
}

/** Left, blocked, or the bot was removed. A message that is gone does not mean its reader is. */
function isGone({ statusCode, code, message = '' }: Failure): boolean {
  if (code === 'ActivityNotFoundInConversation') return false;
  if (statusCode === 403 || statusCode === 404) return true;
  return statusCode === 400 && /not installed|not part of the conversation/i.test(message);
}

/** Seconds, or a date. */
function retryAfterOf({ statusCode, response }: Failure, now: Date): number | undefined {
  const header = response?.headers.get('retry-after');
  if (statusCode !== 429 || !header) return undefined;
  const seconds = Number(header);
  const ms = Number.isNaN(seconds) ? Date.parse(header) - now.getTime() : seconds * 1_000;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

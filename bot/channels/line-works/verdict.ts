import type { DeliveryReason } from '../../../programme/delivery.ts';
import type { SendResult } from '../channel.ts';
import { NoAnswer, NoToken, NotSendable, Refused, TooMany } from './failure.ts';

export type Failed = Exclude<SendResult, { outcome: 'sent' }>;

/** What became of a message, and whether the same may go well a moment later. */
export type SendingVerdict = { readonly result: Failed; readonly passing: boolean };

/** Statuses that speak about our request, and not about the person or room that is written to. */
const OF_THE_REQUEST = /^(LIMIT_EXCEEDED|OUT_OF_RANGE|BOT_.*)$/;

/** What an error says about a message: there is nothing to recognise a repeated one by, so doubt stays doubt. */
export function verdictOf(error: unknown): SendingVerdict {
  if (error instanceof TooMany) return failed(error.message, true, error.retryAfter);
  if (error instanceof Refused) return ofRefusal(error);
  if (error instanceof NoToken) return failed('no token for LINE WORKS', false);
  if (error instanceof NotSendable) return failed(error.message, false);
  if (error instanceof NoAnswer && !error.mayHaveArrived) return failed(error.message, true);
  return unknown(error instanceof NoAnswer ? error.message : ('no-answer' satisfies DeliveryReason));
}

function ofRefusal({ status, code, message }: Refused): SendingVerdict {
  if (status === 503) return failed(message, true);
  if (status >= 500 || status === 408) return unknown(message);
  if (status === 400) return failed(`LINE WORKS がこの内容を受け付けませんでした（${message}）`, false);
  if ((status === 403 || status === 404) && !OF_THE_REQUEST.test(code)) {
    return { result: { outcome: 'gone', reason: message }, passing: false };
  }
  return failed(message, false);
}

/** The same for what nobody sees, such as an upload: that may always be done again. */
export function unseen(error: unknown): SendingVerdict {
  const { result, passing } = verdictOf(error);
  return result.outcome === 'failed' ? { result, passing } : failed(result.reason, result.outcome === 'unknown');
}

function failed(reason: string, passing: boolean, retryAfter?: number): SendingVerdict {
  return { result: { outcome: 'failed', reason, ...(retryAfter !== undefined && { retryAfter }) }, passing };
}

const unknown = (reason: string): SendingVerdict => ({ result: { outcome: 'unknown', reason }, passing: false });

import type { Card } from '../../cards/card.ts';
import { calendarOf } from '../../programme/calendar.ts';
import {
  claimed,
  type Delivery,
  type DeliveryReason,
  deliveryId,
  doubtful,
  elsewhere,
  failed,
  putOff,
  sent,
} from '../../programme/delivery.ts';
import { readiness } from '../../programme/schedule.ts';
import { askId } from '../../storage/ids.ts';
import type { SendResult } from '../channels/channel.ts';
import { noteShowing } from '../who/note-showing.ts';
import { steadyOf } from './clock.ts';
import type { Target } from './directory.ts';
import { type DrawParts, drawDelivery, drawnAgain, type Ready } from './draw-delivery.ts';
import type { Gate, Lane } from './lane.ts';
import { moveDelivery } from './move-delivery.ts';
import { FIRST_PAUSE_MS, isLastAttempt, pauseAfter, pauseWithin, WAITS_MS } from './pause.ts';

export type AttemptParts = DrawParts & {
  readonly lane: Lane;
  /** Wait for a place among those who draw, and among those who claim; the answer gives it back. */
  readonly enter: { readonly drawing: Gate; readonly claiming: Gate };
  readonly instance: string;
  readonly claimMs: number;
  readonly signal: AbortSignal;
  /** Whether another of the person's chat products is left, should this one not deliver. */
  readonly hasOther: (delivery: Delivery) => boolean;
};

/**
 * One try at one delivery: wait for the conversation, draw, claim, wait for the lane, send, say what came of it.
 * Drawing comes before claiming, so that a crash in it leaves no doubt. @returns where the delivery is afterwards
 */
export async function attemptDelivery(delivery: Delivery, parts: AttemptParts): Promise<Delivery | undefined> {
  const { lane, target, signal, enter } = parts;
  const held = lane.heldFor(target.conversation);
  if (held > WAITS_MS) return heldBack(delivery, held, parts);
  await lane.ready(target.conversation, signal);
  const drawn = await within(enter.drawing, async () => (signal.aborted ? undefined : drawDelivery(delivery, parts)));
  if (!drawn || !('card' in drawn)) return drawn?.after;
  const requests = target.channel.requests?.(drawn.card);
  const mine = await within(enter.claiming, () => claimInTime(delivery, parts, requests));
  if (mine?.state !== 'sending') return mine;
  const last = await drawnAgain(mine, drawn, parts);
  return last ? finish(mine, await sendAndNote(mine, last, parts), parts) : putBack(mine, parts);
}

/** What of others it shows is kept before it goes out, so that no crash can part the two. */
async function sendAndNote(
  mine: Delivery,
  { card, who, audience, drawnAt }: Ready,
  parts: AttemptParts,
): Promise<SendResult> {
  const { store, target } = parts;
  const kept = await noteShowing(store, card, {
    ...{ to: mine.recipient, via: target.channel.name, address: target.address.id, who, audience },
    ...{ at: drawnAt.toISOString(), ask: askId(deliveryId(mine)) },
  });
  const result = await send(mine, card, parts);
  if (result.outcome === 'sent' && result.message !== undefined) await kept?.posted(result.message);
  if (result.outcome === 'failed' || result.outcome === 'gone') await kept?.notPosted();
  return result;
}

async function within<T>(gate: Gate, work: () => Promise<T>): Promise<T> {
  const leave = await gate();
  return work().finally(leave);
}

/** Claims just before its turn comes, so that little is in doubt after a crash. `sending` means: now. */
async function claimInTime(
  delivery: Delivery,
  parts: AttemptParts,
  requests: number | undefined,
): Promise<Delivery | undefined> {
  await parts.lane.near(parts.signal);
  if (parts.signal.aborted || !isOfUse(delivery, parts)) return undefined;
  const claimedAt = steadyOf(parts.clock);
  const mine = await claim(delivery, parts);
  return !mine || (await mayStillSend(claimedAt, parts, requests)) ? mine : putBack(mine, parts);
}

/** However it came to wait so long: out of hours, or too late, it is for the next planning to decide. */
function isOfUse(delivery: Delivery, { programme, clock }: AttemptParts): boolean {
  return readiness(delivery, clock.now(), calendarOf(programme.closures, delivery.municipality)) === 'now';
}

/** Puts a delivery off whose conversation or channel is held back for longer than anybody waits here. */
function heldBack(delivery: Delivery, ms: number, { store, clock }: AttemptParts): Promise<Delivery | undefined> {
  const now = clock.now();
  const notBefore = new Date(now.getTime() + pauseWithin(ms, delivery, now));
  return moveDelivery(store, delivery, (found) => putOff(found, { reason: told('waited'), notBefore }));
}

function claim(delivery: Delivery, { store, clock, instance, claimMs }: AttemptParts): Promise<Delivery | undefined> {
  const until = new Date(clock.now().getTime() + claimMs);
  return moveDelivery(store, delivery, (now) => claimed(now, { by: ownerOf(instance, now.attempts), until }));
}

const ownerOf = (instance: string, attempts: number): string => `${instance}.${attempts + 1}`;

/** Nothing is sent late in a claim: whoever takes it for lapsed must not be wrong about the sending that follows. */
async function mayStillSend(
  claimedAt: number,
  { lane, target, signal, clock, claimMs }: AttemptParts,
  requests: number | undefined,
) {
  if (!(await lane.pass(target.conversation, signal, requests))) return false;
  return steadyOf(clock) - claimedAt < claimMs / 2;
}

function putBack(mine: Delivery, { store, clock }: AttemptParts): Promise<Delivery | undefined> {
  const why = { by: mine.owner ?? '', reason: told('waited'), notBefore: clock.now(), attempts: mine.attempts - 1 };
  return moveDelivery(store, mine, (now) => putOff(now, why));
}

/** A sending that gets no answer in time may have arrived: its outcome is unknown. */
async function send(
  { replaces }: Delivery,
  card: Card,
  { target, clock, claimMs, onFault }: AttemptParts,
): Promise<SendResult> {
  const answered = new AbortController();
  const patience = clock.sleep(claimMs / 2, answered.signal).then((): SendResult => {
    return { outcome: 'unknown', reason: told('no-answer') };
  });
  try {
    const { channel, address } = target;
    const sending =
      replaces && channel.update ? channel.update(address, replaces.message, card) : channel.send(address, card);
    const result = await Promise.race([sending, patience]);
    // To put a card in the place of another twice leaves the same as once.
    return replaces && result.outcome === 'unknown' ? { outcome: 'failed', reason: result.reason } : result;
  } catch (error) {
    onFault('a channel has thrown', error);
    return { outcome: 'unknown', reason: told('no-answer') };
  } finally {
    answered.abort();
  }
}

async function finish(mine: Delivery, result: SendResult, parts: AttemptParts): Promise<Delivery | undefined> {
  const { store, clock, lane, target, onFault } = parts;
  const at = clock.now();
  const pause = pauseWithin(pauseOf(result, mine.attempts), mine, at);
  if (result.outcome === 'failed' && result.retryAfter !== undefined) lane.holdBack(target.conversation, pause);
  const next = (now: Delivery) =>
    outcomeOf(now, mine, result, {
      at,
      notBefore: new Date(at.getTime() + pause),
      target,
      other: parts.hasOther(mine),
    });
  try {
    return await moveDelivery(store, mine, next);
  } catch (error) {
    onFault('what came of a delivery could not be kept', error);
    await clock.sleep(FIRST_PAUSE_MS);
    return moveDelivery(store, mine, next);
  }
}

type Ending = { readonly at: Date; readonly notBefore: Date; readonly target: Target; readonly other: boolean };

function outcomeOf(now: Delivery, mine: Delivery, result: SendResult, ending: Ending): Delivery | undefined {
  const by = mine.owner ?? '';
  const channel = ending.target.channel.name;
  switch (result.outcome) {
    case 'sent':
      return sent(now, { by, at: ending.at, channel, message: result.message });
    case 'gone':
      return givenUp(now, result.reason, by, ending);
    case 'unknown':
      return now.owner === by ? doubtful(now, result.reason, channel) : undefined;
    case 'failed':
      return isLastAttempt(mine.attempts) || now.state === 'unknown'
        ? givenUp(now, result.reason, by, ending)
        : putOff(now, { by, reason: result.reason, notBefore: ending.notBefore });
  }
}

/** Nothing was delivered here: another chat product of the person's has its turn, or it has failed. */
function givenUp(now: Delivery, reason: string, by: string, { at, target, other }: Ending): Delivery | undefined {
  const channel = target.channel.name;
  const moved = other ? elsewhere(now, { by, reason, channel, at }) : undefined;
  return moved ?? failed(now, { by, channel, reason });
}

function pauseOf(result: SendResult, attempts: number): number {
  const asked = result.outcome === 'failed' ? (result.retryAfter ?? 0) : 0;
  return asked > 0 ? asked * (1 + Math.random() / 10) : pauseAfter(attempts);
}

const told = (reason: DeliveryReason): string => reason;

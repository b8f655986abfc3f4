import type { Card } from '../../cards/card.ts';
import { filesOneToOne } from '../../cards/files-one-to-one.ts';
import { dayOf } from '../../programme/day.ts';
import { type Delivery, type DeliveryReason, failed, putOff, withdrawn } from '../../programme/delivery.ts';
import { type Member, memberOn } from '../../programme/member.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Audience, Room } from '../../programme/room.ts';
import { MEMBERS, ROOMS, type Store } from '../../storage/collections.ts';
import type { Job, Withdrawn } from '../job.ts';
import type { Admission } from '../who/admission.ts';
import type { Clock } from './clock.ts';
import type { Target } from './directory.ts';
import { moveDelivery } from './move-delivery.ts';
import { isLastAttempt, pauseAfter } from './pause.ts';

export type DrawParts = {
  readonly store: Store;
  readonly admission: Admission;
  readonly jobs: readonly Job[];
  readonly clock: Clock;
  readonly programme: Programme;
  readonly target: Target;
  readonly onFault: (what: string, error: unknown) => void;
};

/** The card, and who will see it; or, when there is none to be sent, where the delivery is now. */
export type Drawn = (Ready & { readonly after?: undefined }) | { readonly after: Delivery | undefined };

export async function drawDelivery(delivery: Delivery, parts: DrawParts): Promise<Drawn> {
  const { store, onFault } = parts;
  let drawn: Ready | Withdrawn;
  try {
    drawn = await drawCard(delivery, parts);
  } catch (error) {
    onFault(`job ${delivery.job} could not draw`, error);
    return { after: await moveDelivery(store, delivery, (now) => notDrawn(now, parts.clock.now())) };
  }
  if (!('withdrawn' in drawn)) return drawn;
  const reason = drawn.withdrawn;
  return { after: await moveDelivery(store, delivery, (now) => withdrawn(now, reason)) };
}

export type Ready = {
  readonly card: Card;
  readonly who: Member | undefined;
  /** Absent in 1:1. */
  readonly audience: Audience | undefined;
  /** What is taken back from now on was not yet when it was drawn. */
  readonly drawnAt: Date;
};

/**
 * Draws once more, right before it goes out, what shows something of others: it may have been taken back while it waited
 * for its turn. @returns undefined where it does not show the same any more
 */
export async function drawnAgain(delivery: Delivery, drawn: Ready, parts: DrawParts): Promise<Ready | undefined> {
  if (drawn.card.shows === undefined) return drawn;
  const again = await drawCard(delivery, parts).catch(() => undefined);
  if (!again || 'withdrawn' in again) return undefined;
  return JSON.stringify(again.card.shows) === JSON.stringify(drawn.card.shows) ? again : undefined;
}

async function drawCard(delivery: Delivery, parts: DrawParts): Promise<Ready | Withdrawn> {
  const { store, jobs, clock, programme, target } = parts;
  const { kind, id } = delivery.recipient;
  const drawnAt = clock.now();
  const listed = kind === 'member' ? (await store.members.get(MEMBERS, id))?.value : undefined;
  const who = listed && memberOn(listed, dayOf(clock.now()));
  const room = kind === 'room' ? (await store.rooms.get(ROOMS, id))?.value : undefined;
  const gone = delivery.replaces === undefined && (await goneReason(kind, { listed, who, room }, parts));
  if (gone) return { withdrawn: told(gone) };
  const job = jobs.find(({ name }) => name === delivery.job);
  if (!job) return { withdrawn: told('no-such-job') };
  const { name, formsInCards } = target.channel;
  const card = await job.card({
    ...{ store, now: clock.now(), programme, delivery, who, room },
    channel: { name, formsInCards },
    leftOut: parts.onFault,
  });
  if ('withdrawn' in card) return card;
  if (kind === 'room') return { card: filesOneToOne(card), who, audience: room?.audience ?? 'none', drawnAt };
  return { card, who, audience: undefined, drawnAt };
}

type Found = { readonly listed: Member | undefined; readonly who: Member | undefined; readonly room: Room | undefined };

/** Why nothing new may reach who was meant: what they have seen is taken back from them all the same. */
async function goneReason(
  kind: Delivery['recipient']['kind'],
  { listed, who, room }: Found,
  { store, admission, clock }: DrawParts,
): Promise<DeliveryReason | undefined> {
  if (kind === 'room') return room ? undefined : 'room-gone';
  if (!listed || !who?.active) return 'removed';
  return (await admission(store, [listed], dayOf(clock.now())))(listed) ? 'no-access' : undefined;
}

/** The store may have stumbled: tried again like a sending, and given up like one. */
function notDrawn(delivery: Delivery, now: Date): Delivery | undefined {
  const attempts = delivery.attempts + 1;
  const reason = told('could-not-draw');
  if (isLastAttempt(attempts)) return failed(delivery, { reason });
  return putOff(delivery, { reason, attempts, notBefore: new Date(now.getTime() + pauseAfter(attempts)) });
}

const told = (reason: DeliveryReason): string => reason;

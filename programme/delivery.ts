import { z } from 'zod';
import { ChannelName } from './channel.ts';
import { isHeld } from './held.ts';

/** `unknown`: it may or may not have arrived. Nobody repeats that silently. */
export const DeliveryState = z.enum(['waiting', 'sending', 'sent', 'failed', 'unknown', 'withdrawn']);
export type DeliveryState = z.infer<typeof DeliveryState>;

/** A person of the roster, or a group room. */
export const Recipient = z.object({ kind: z.enum(['member', 'room']), id: z.string() });
export type Recipient = z.infer<typeof Recipient>;

/** Something that is to reach someone at a certain time: planned ahead, drawn when it is sent. */
export const Delivery = z.object({
  job: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** Start of the period it belongs to, UTC: a day or time that is moved within the period names the same delivery. */
  slot: z.iso.datetime(),
  recipient: Recipient,
  /** Tells several deliveries of one job and period to one recipient apart. */
  about: z.string().optional(),
  /** 1 as planned; each time somebody has it sent again, one more. */
  round: z.number().int().min(1),
  /** Somebody asked for it; the plan knows nothing of it and leaves it alone. */
  byHand: z.boolean().optional(),
  municipality: z.string().optional(),
  dueAt: z.iso.datetime(),
  /** After this it is of no use to anybody any more. */
  until: z.iso.datetime(),
  hours: z.enum(['office', 'any']),
  item: z.record(z.string(), z.json()),
  /** The chat product it has to go through; otherwise the person's own. */
  via: ChannelName.optional(),
  /** The message it is put in the place of, in the conversation (of `via`) that this one is in. */
  replaces: z.object({ address: z.string(), message: z.string() }).optional(),
  /** Chat products that could not deliver it; another one of the person's may. */
  tried: z.array(ChannelName).optional(),
  state: DeliveryState,
  reason: z.string().optional(),
  attempts: z.number().int(),
  /** Not tried again before. */
  notBefore: z.iso.datetime().optional(),
  owner: z.string().optional(),
  leaseUntil: z.iso.datetime().optional(),
  channel: ChannelName.optional(),
  sentAt: z.iso.datetime().optional(),
  message: z.string().optional(),
});
export type Delivery = z.infer<typeof Delivery>;

/** What planning decides; the rest is what becomes of it. */
export type Planned = Pick<
  Delivery,
  'job' | 'slot' | 'recipient' | 'about' | 'municipality' | 'dueAt' | 'until' | 'hours' | 'item' | 'via' | 'replaces'
>;

/**
 * Reasons the outbox gives itself, kept by their ids. A job's own are kept in its words, a chat product's as it gave them;
 * neither is ever taken for one of these.
 */
export const deliveryReasons = {
  'not-due': '予定から外れました（回答済み・休み・担当の変更など）',
  'too-late': '時間内に送れませんでした',
  removed: '名簿から外れました',
  'no-access': '今は使えない方です（誓約・再委託の承諾・体制変更の承認のどれかがありません）',
  'room-gone': '部屋の登録がなくなりました',
  'no-such-job': 'この種類のお知らせはなくなりました',
  'no-address': 'ボットとの1対1のチャットがまだありません',
  'no-channel': 'このチャットは接続されていません',
  waited: '順番を待っています',
  restored: '記録を写しから戻す前に届いたかもしれません（要確認）',
  lapsed: '送信中に処理が途切れました',
  'no-answer': 'チャットから時間内に応答がありませんでした',
  'could-not-draw': '内容を作れませんでした',
} as const;
export type DeliveryReason = keyof typeof deliveryReasons;

/** Why a delivery is where it is, by who says so. */
export type DeliveryCause =
  | { readonly by: 'outbox'; readonly id: DeliveryReason }
  | { readonly by: 'job'; readonly says: string }
  | { readonly by: 'chat'; readonly answer: string };

/** Only jobs and the outbox withdraw; whatever else did not go well comes from the outbox or a chat product. */
export function causeOf({ state, reason }: Pick<Delivery, 'state' | 'reason'>): DeliveryCause | undefined {
  if (reason === undefined) return undefined;
  if (Object.hasOwn(deliveryReasons, reason)) return { by: 'outbox', id: reason as DeliveryReason };
  return state === 'withdrawn' ? { by: 'job', says: reason } : { by: 'chat', answer: reason };
}

export function isBecause(delivery: Pick<Delivery, 'state' | 'reason'>, ...ids: readonly DeliveryReason[]): boolean {
  const reason = causeOf(delivery);
  return reason?.by === 'outbox' && ids.includes(reason.id);
}

/** Every way a state may change. What was sent or has failed stays so; another try is another round. */
export const deliveryEdges: Readonly<Record<DeliveryState, readonly DeliveryState[]>> = {
  waiting: ['waiting', 'sending', 'failed', 'withdrawn', 'unknown'],
  sending: ['sent', 'waiting', 'failed', 'unknown'],
  unknown: ['sent', 'failed'],
  withdrawn: ['waiting'],
  sent: [],
  failed: [],
};

/** How long a claim holds, longer than any sending may take; what is then not finished is in doubt. */
export const CLAIM_MS = 120_000;

export type Claim = { readonly by: string; readonly until: Date };

/** Each step gives the delivery as it is afterwards, or undefined where it may not be taken from here. */
export function claimed(delivery: Delivery, { by, until }: Claim): Delivery | undefined {
  const attempts = delivery.attempts + 1;
  return move(delivery, 'sending', { owner: by, leaseUntil: until.toISOString(), attempts });
}

export function sent(
  delivery: Delivery,
  how: { readonly by: string; readonly at: Date; readonly channel: ChannelName; readonly message?: string | undefined },
): Delivery | undefined {
  if (delivery.owner !== how.by) return undefined;
  const { channel, message } = how;
  return move(delivery, 'sent', {
    channel,
    sentAt: how.at.toISOString(),
    ...(message === undefined ? {} : { message }),
  });
}

/** To be tried again. From `sending` only by the one who holds it. */
export function putOff(
  delivery: Delivery,
  why: { readonly by?: string; readonly reason: string; readonly notBefore: Date; readonly attempts?: number },
): Delivery | undefined {
  if (delivery.state === 'withdrawn' || !holds(delivery, why.by)) return undefined;
  const { reason, attempts = delivery.attempts } = why;
  return move(delivery, 'waiting', { reason, attempts, notBefore: why.notBefore.toISOString() });
}

export function failed(
  delivery: Delivery,
  why: { readonly by?: string; readonly reason: string; readonly channel?: ChannelName },
): Delivery | undefined {
  if (!holds(delivery, why.by)) return undefined;
  const { reason, channel } = why;
  return move(delivery, 'failed', { reason, ...(channel === undefined ? {} : { channel }) });
}

/** Not to be had through this chat product: it waits for another one of the person's. */
export function elsewhere(
  delivery: Delivery,
  why: { readonly by: string; readonly reason: string; readonly channel: ChannelName; readonly at: Date },
): Delivery | undefined {
  if (!holds(delivery, why.by) || delivery.state === 'unknown') return undefined;
  const tried = [...(delivery.tried ?? []), why.channel];
  return move(delivery, 'waiting', { reason: why.reason, tried, attempts: 0, notBefore: why.at.toISOString() });
}

export function doubtful(delivery: Delivery, reason: string, channel?: ChannelName): Delivery | undefined {
  return move(delivery, 'unknown', { reason, ...(channel === undefined ? {} : { channel }) });
}

export function withdrawn(delivery: Delivery, reason: string): Delivery | undefined {
  return move(delivery, 'withdrawn', { reason });
}

/** When somebody was reached; of what is in doubt, when it was tried, which may be days after it was due. */
export function reachedAt({ state, sentAt, leaseUntil, dueAt }: Delivery): Date {
  if (sentAt !== undefined) return new Date(sentAt);
  const tried = state === 'unknown' && leaseUntil !== undefined ? Date.parse(leaseUntil) - CLAIM_MS : 0;
  return new Date(Math.max(tried, Date.parse(dueAt)));
}

/** A delivery whose holder has not finished in time, or cannot be believed about how long it holds it. */
export function isLapsed({ state, leaseUntil }: Delivery, now: Date): boolean {
  return state === 'sending' && !isHeld(leaseUntil, CLAIM_MS, now);
}

export function planned(plan: Planned): Delivery {
  return { ...plan, round: 1, state: 'waiting', attempts: 0 };
}

/** What the plan, or a clock that was wrong, has withdrawn. */
const mayComeBack = (delivery: Delivery): boolean =>
  delivery.state === 'withdrawn' && isBecause(delivery, 'not-due', 'too-late');

/** Whether it waits, or may wait again, to be sent. */
export function mayStillCome(delivery: Delivery): boolean {
  return delivery.state === 'waiting' || delivery.state === 'sending' || mayComeBack(delivery);
}

/** Asked for by hand and withdrawn as too late by a clock that was wrong: the plan knows nothing of it. */
export function takenBack(delivery: Delivery): Delivery | undefined {
  if (!isBecause(delivery, 'too-late')) return undefined;
  return move(delivery, 'waiting', {});
}

/** As the plan now says; also back from `withdrawn` when only the plan had withdrawn it. Undefined when nothing changes. */
export function replanned(delivery: Delivery, plan: Planned): Delivery | undefined {
  const back = mayComeBack(delivery);
  const untouched = delivery.state === 'waiting' && delivery.attempts === 0;
  if (!back && (!untouched || sameAs(delivery, plan))) return undefined;
  const { municipality: _fixed, ...rest } = plan;
  const { reason: _gone, via: _old, ...kept } = delivery;
  return { ...kept, ...rest, state: 'waiting' };
}

/** How long something that is sent again by hand may take. */
const AGAIN_HOURS = 8;

/**
 * The next round, at once and at any hour because somebody asked for it; undefined while the last one is still open.
 * Its id is the same for everyone who presses at the same time.
 */
export function sentAgain(delivery: Delivery, now: Date, via = delivery.via): Delivery | undefined {
  if (delivery.state === 'waiting' || delivery.state === 'sending') return undefined;
  const { job, slot, recipient, about, municipality, item, replaces, round } = delivery;
  return {
    job,
    slot,
    recipient,
    item,
    ...(about === undefined ? {} : { about }),
    ...(municipality === undefined ? {} : { municipality }),
    ...(via === undefined ? {} : { via }),
    ...(replaces === undefined ? {} : { replaces }),
    round: round + 1,
    dueAt: now.toISOString(),
    until: new Date(now.getTime() + AGAIN_HOURS * 3_600_000).toISOString(),
    hours: 'any',
    state: 'waiting',
    attempts: 0,
  };
}

/** An office day: what is asked for out of hours still gets through the next one. */
const OFFICE_DAY = 8 * 3_600_000;

/**
 * Asked for by hand, to go out at the next opening: the same for whoever asks on this day, and as often as they do;
 * after one that came to nothing, the next round.
 * @param known what is there already
 */
export function byHand(
  plan: Omit<Planned, 'dueAt' | 'until' | 'hours'>,
  known: readonly Delivery[],
  { now, sending }: { readonly now: Date; readonly sending: Date },
): Delivery {
  const until = new Date(sending.getTime() + OFFICE_DAY).toISOString();
  const last = known
    .filter((each) => deliveryId({ ...each, round: 1 }) === deliveryId(plan))
    .reduce<Delivery | undefined>((a, b) => (a && a.round > b.round ? a : b), undefined);
  const again = last && sentAgain(last, now);
  const first = planned({ ...plan, dueAt: now.toISOString(), until, hours: 'office' });
  return { ...first, ...(again ? { round: again.round } : {}), byHand: true };
}

type Named = Pick<Planned, 'job' | 'slot' | 'recipient' | 'about'> & { readonly round?: number };

/** `20240915T1500Z@check-in:member-…`. The slot comes first so that a range of ids is a range of time. */
export function deliveryId(delivery: Named): string {
  const { job, slot, recipient, about, round = 1 } = delivery;
  return `${stamp(slot)}@${job}:${recipient.id}${about === undefined ? '' : `:${about}`}${round > 1 ? `~${round}` : ''}`;
}

/** The ids of deliveries whose slot lies in this span; for `Collection.list`. */
export function deliveriesFrom(from: Date, below?: Date): { readonly from: string; readonly below?: string } {
  return { from: stamp(from.toISOString()), ...(below ? { below: stamp(below.toISOString()) } : {}) };
}

/** From an ISO moment in UTC, which is how all of them are kept. */
function stamp(iso: string): string {
  return `${iso.slice(0, 4)}${iso.slice(5, 7)}${iso.slice(8, 13)}${iso.slice(14, 16)}Z`;
}

function move(delivery: Delivery, to: DeliveryState, fields: Partial<Delivery>): Delivery | undefined {
  if (!deliveryEdges[delivery.state].includes(to)) return undefined;
  const { reason: _over, notBefore: _passed, ...kept } = delivery;
  return { ...kept, ...fields, state: to };
}

/** What is under way, or was, is finished only by the one who began it. */
function holds(delivery: Delivery, by: string | undefined): boolean {
  return delivery.state === 'waiting' || delivery.owner === by;
}

function sameAs(delivery: Delivery, plan: Planned): boolean {
  const told = ({ dueAt, until, hours, via, item }: Planned) => JSON.stringify([dueAt, until, hours, via, item]);
  return told(delivery) === told(plan);
}

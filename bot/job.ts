import type { z } from 'zod';
import type { Card } from '../cards/card.ts';
import type { ChannelName } from '../programme/channel.ts';
import type { Day } from '../programme/day.ts';
import type { DeclaredJob } from '../programme/declared-job.ts';
import type { Delivery, Recipient } from '../programme/delivery.ts';
import type { Member } from '../programme/member.ts';
import type { Municipality } from '../programme/municipality.ts';
import type { Programme } from '../programme/programme.ts';
import type { Room } from '../programme/room.ts';
import type { Period, Schedule } from '../programme/schedule.ts';
import type { Store } from '../storage/collections.ts';
import type { LeftOut } from './turn.ts';

/** One coming-round of a schedule: its period, and the moment the programme has set in it. */
export type Slot = Period & {
  readonly at: Date;
  /** The first day of the period; of a weekly schedule the `Week`. */
  readonly day: Day;
};

/** What planning may look at. It writes nothing. */
export type Planning = {
  readonly store: Store;
  readonly now: Date;
  readonly programme: Programme;
  readonly municipalities: readonly Municipality[];
  /** Those who have access only, experts with the municipalities they serve today. */
  readonly members: readonly Member[];
  readonly rooms: readonly Room[];
};

/** Who is to get what in a slot. */
export type DueItem<T = unknown> = {
  readonly recipient: Recipient;
  /** Whose calendar counts, and where the delivery is kept. */
  readonly municipality?: string | undefined;
  /** Needed where one recipient may get several of one job and slot: says which, in ASCII. */
  readonly about?: string | undefined;
  /** The moment it is meant for, where that is not the schedule's. */
  readonly at?: Date | undefined;
  readonly via?: ChannelName | undefined;
  /** The message of `via` that it is put in the place of. */
  readonly replaces?: Delivery['replaces'];
  readonly item: T;
};

/** What drawing may look at: the world as it is when the card is sent. */
export type Drawing = {
  readonly store: Store;
  readonly now: Date;
  readonly programme: Programme;
  readonly delivery: Delivery;
  /** The recipient, read again just now. */
  readonly who: Member | undefined;
  readonly room: Room | undefined;
  readonly channel: { readonly name: ChannelName; readonly formsInCards: boolean };
  /** To be told of what could not be made and is left out, which is a fault of ours. */
  readonly leftOut?: LeftOut;
};

/** Why a planned delivery is not sent after all, as one of its job's own reasons: answered, on leave, cancelled. */
export type Withdrawal<R extends string> = { readonly withdraw: R };
export const withdraw = <R extends string>(reason: R): Withdrawal<R> => ({ withdraw: reason });

/** The reason for a withdrawal in words, as it is kept and as people read it. */
export type Withdrawn = { readonly withdrawn: string };

/** Reasons that several jobs have. */
export const away = { 'on-leave': '休み中のため送りませんでした' } as const;

type Spec<S extends z.ZodObject, R extends string> = DeclaredJob & {
  /** Why it may not be sent in the end, each in a sentence. Changing one leaves those that were said as they are. */
  readonly withdraws: Readonly<Record<R, string>>;
  /** What a delivery has to remember; small, and ids rather than content. */
  readonly item: S;
  /**
   * When it comes round: for the programme, or for one person with what they prefer (undefined: not for them).
   * A job whose schedule is undefined for the programme is only ever sent by hand.
   */
  schedule(programme: Programme, who?: Member): Schedule | undefined;
  /** How long after it was due it is still of use, in ms. Spans nights and weekends: nothing is sent in them. */
  readonly within: number;
  /** Goes out at once whatever the hour and the calendar say, because it cannot wait: accidents alone do. */
  readonly atAnyHour?: true;
  /** How long before its slot an item may be due, in ms; for items with a moment of their own. */
  readonly ahead?: number;
  /** Who is to get it. The planner asks again up to the moment of sending and drops who is no longer named. */
  due(slot: Slot, planning: Planning): Promise<readonly DueItem<z.output<S>>[]>;
  card(item: z.output<S>, drawing: Drawing): Promise<Card | Withdrawal<NoInfer<R>>>;
};

/** Something that happens by the clock. */
export type Job = DeclaredJob & {
  readonly withdraws: Readonly<Record<string, string>>;
  readonly within: number;
  readonly atAnyHour?: true;
  readonly ahead: number;
  schedule(programme: Programme, who?: Member): Schedule | undefined;
  due(slot: Slot, planning: Planning): Promise<readonly DueItem[]>;
  card(drawing: Drawing): Promise<Card | Withdrawn>;
};

export function defineJob<S extends z.ZodObject, R extends string>(spec: Spec<S, R>): Job {
  const { name, called, asks, confidential, withdraws, within, atAnyHour, ahead = 0, schedule, due } = spec;
  return {
    name,
    called,
    withdraws,
    within,
    ahead,
    schedule,
    due,
    ...(asks ? { asks } : {}),
    ...(confidential ? { confidential } : {}),
    ...(atAnyHour ? { atAnyHour } : {}),
    async card(drawing) {
      const drawn = await spec.card(spec.item.parse(drawing.delivery.item), drawing);
      return 'withdraw' in drawn ? { withdrawn: withdraws[drawn.withdraw] } : drawn;
    },
  };
}

/** Worked out once in a look, however many slots and jobs ask: what planning reads stays as it is while it looks. */
export function oncePerLook<T>(work: (planning: Planning) => Promise<T>): (planning: Planning) => Promise<T> {
  const known = new WeakMap<Planning, Promise<T>>();
  return (planning) => {
    const found = known.get(planning) ?? work(planning);
    known.set(planning, found);
    return found;
  };
}

/**
 * What there is by the day it is for, found once in a look: each slot of a daily job takes its own, without going
 * through all of the year.
 */
export function foundByDay<T>(find: (planning: Planning) => Promise<readonly (readonly [day: Day, found: T])[]>) {
  const all = oncePerLook(async (planning) => {
    const days = new Map<Day, T[]>();
    for (const [day, found] of await find(planning)) days.set(day, [...(days.get(day) ?? []), found]);
    return days;
  });
  return async ({ day }: Pick<Slot, 'day'>, planning: Planning): Promise<readonly T[]> =>
    (await all(planning)).get(day) ?? [];
}

export const hours = (count: number): number => count * 3_600_000;
export const days = (count: number): number => hours(24 * count);

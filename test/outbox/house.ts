import { z } from 'zod';
import type { Address, Channel, SendResult } from '../../bot/channels/channel.ts';
import { lineWorksLimits } from '../../bot/channels/line-works/limits.ts';
import { teamsLimits } from '../../bot/channels/teams/limits.ts';
import { admission } from '../../bot/features/admission.ts';
import { type DueItem, days, defineJob, type Job, type Withdrawal } from '../../bot/job.ts';
import type { Clock } from '../../bot/outbox/clock.ts';
import { createOutbox, type Outbox, type OutboxSetup } from '../../bot/outbox/outbox.ts';
import { type Card, card } from '../../cards/card.ts';
import type { Delivery } from '../../programme/delivery.ts';
import type { Member } from '../../programme/member.ts';
import type { Programme } from '../../programme/programme.ts';
import { weekly } from '../../programme/schedule.ts';
import { municipal, PROGRAMME, type Store } from '../../storage/collections.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { acquaintanceId } from '../../storage/ids.ts';
import { virtualClock } from './virtual-clock.ts';

export const CODES = ['203033', '203041', '203050', '203068', '203092'] as const;

export const PROGRAMME_2024: Programme = {
  name: '架空の事業',
  prefecture: '長野県',
  fiscalYear: 2024,
  start: '2024-04-01',
  end: '2025-03-31',
  checkIn: { weekday: 1, time: '09:00' },
  nudge: { weekday: 3, time: '09:00' },
  digest: { weekday: 5, time: '16:00' },
  closures: [],
};

export const openMemory = () => openEmbedded(':memory:');

export function memberOf(index: number, over: Partial<Member> = {}): Member {
  return {
    id: `member-${String(index).padStart(16, '0')}`,
    name: `職員${index}`,
    role: 'municipal',
    office: '総務課',
    municipalities: [CODES[index % CODES.length] ?? CODES[0]],
    chat: 'teams',
    lead: true,
    active: true,
    ...over,
  };
}

/** A programme with so many people, each with a 1:1 chat named after them. */
export async function settle(store: Store, members: readonly Member[], programme = PROGRAMME_2024): Promise<void> {
  await store.programmes.put(programme, 'absent');
  for (const code of CODES) {
    await store.municipalities.put({ code, name: `町${code}`, area: '佐久', supported: true }, 'absent');
  }
  for (const member of members) {
    await store.members.put(member, 'absent');
    await meet(store, member);
  }
}

export async function meet(store: Store, member: Member, channel: Member['chat'] = member.chat): Promise<void> {
  const id = acquaintanceId(channel, member.id);
  const home = `${channel}-home-${member.id}`;
  const metAt = '2024-04-01T00:00:00.000Z';
  await store.acquaintances.put({ id, channel, person: member.id, member: member.id, home, metAt }, 'absent');
}

export type JobOver = {
  readonly schedule?: Job['schedule'];
  readonly due?: (members: readonly Member[], day: string) => readonly Member[];
  readonly card?: (delivery: Delivery) => Card | Withdrawal<'answered'>;
};

/** Everybody, every week. The card carries the delivery's recipient, so that a fake channel can count. */
export function checkIn({ schedule, due, card: draw }: JobOver = {}): Job {
  return defineJob({
    name: 'check-in',
    called: '確認',
    withdraws: { answered: 'answered' },
    item: z.object({ week: z.string() }),
    within: days(4),
    schedule: schedule ?? ((programme) => weekly(programme.checkIn)),
    due: async ({ day }, { members }) =>
      (due?.(members, day) ?? members).map(
        (member): DueItem<{ week: string }> => ({
          recipient: { kind: 'member', id: member.id },
          municipality: member.municipalities[0],
          item: { week: day },
        }),
      ),
    card: async ({ week }, { delivery }) => draw?.(delivery) ?? card('週次報告', `${delivery.recipient.id}|${week}`),
  });
}

export type Sent = { readonly to: string; readonly summary: string; readonly at: Date };

/** A chat product that remembers what it was given and answers as told. */
export function fakeChannel(
  clock: Pick<Clock, 'now'>,
  answer: (to: Address, drawn: Card) => Promise<SendResult> = async () => ({ outcome: 'sent' }),
  name: Channel['name'] = 'teams',
): Channel & { readonly sent: Sent[] } {
  const sent: Sent[] = [];
  return {
    name,
    formsInCards: true,
    limits: name === 'teams' ? teamsLimits : lineWorksLimits,
    sent,
    ready: async () => undefined,
    async send(to, drawn) {
      const result = await answer(to, drawn);
      if (result.outcome === 'sent') sent.push({ to: to.id, summary: drawn.summary, at: clock.now() });
      return result;
    },
  };
}

/** Faults of the outbox itself make the test fail. */
const strictLog = {
  info: () => undefined,
  error: (context: unknown, what?: string) => {
    throw new Error(`${what}: ${String((context as { err?: unknown }).err)}`);
  },
} as OutboxSetup['log'];

export function outboxOf(setup: Pick<OutboxSetup, 'store' | 'channels' | 'clock'> & Partial<OutboxSetup>): Outbox {
  return createOutbox({ admission, jobs: [checkIn()], log: strictLog, lease: false, ...setup });
}

export async function allDeliveries(store: Store): Promise<Delivery[]> {
  const partitions = [PROGRAMME, ...CODES.map(municipal)];
  const found = await Promise.all(partitions.map((partition) => store.deliveries.list(partition)));
  return found.flat().map(({ value }) => value);
}

export const tally = (all: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
};

/** One instance at a moment, over a store: its own clock, channel and memory. */
export function instanceOf(store: Store, start: Date, over: JobOver = {}, more: Partial<OutboxSetup> = {}) {
  const clock = virtualClock(start);
  const channel = fakeChannel(clock);
  const outbox = outboxOf({ store, clock, channels: [channel], jobs: [checkIn(over)], ...more });
  const tick = async (when?: Date) => {
    if (when) await clock.advanceTo(when);
    const ticked = await outbox.tick();
    await clock.runUntil(outbox.idle());
    return ticked;
  };
  return { clock, channel, outbox, tick };
}

/** What has become of everything, in order. */
export async function statesIn(store: Store): Promise<string[]> {
  const all = await allDeliveries(store);
  return all.map(({ state, reason }) => (reason ? `${state}: ${reason}` : state)).sort();
}

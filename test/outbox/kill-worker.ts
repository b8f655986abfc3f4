import type { Channel } from '../../bot/channels/channel.ts';
import { teamsLimits } from '../../bot/channels/teams/limits.ts';
import { admission } from '../../bot/features/admission.ts';
import { clockOf } from '../../bot/outbox/clock.ts';
import { createOutbox } from '../../bot/outbox/outbox.ts';
import { openCosmos } from '../../storage/cosmos.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { checkIn } from './house.ts';

/** What one of several processes needs in order to take part. */
export type Work = {
  readonly store:
    | { readonly file: string }
    | { readonly endpoint: string; readonly key: string; readonly database: string };
  readonly connector: string;
  /** Without one, all of them plan and send at once and race for every claim. */
  readonly lease: boolean;
  /** How far the clock of the test is ahead of the machine's. */
  readonly shiftMs: number;
};

export const openStore = ({ store }: Work) => ('file' in store ? openEmbedded(store.file) : openCosmos(store));

/** Slow enough to be killed in the middle of it. */
const PACE = { teams: { conversation: [], overall: [{ count: 5, ms: 40 }], pauses: 'conversation' as const } };

/** Ticks until it is killed. */
export async function work(task: Work): Promise<void> {
  const { store } = await openStore(task);
  const clock = clockOf(() => new Date(Date.now() + task.shiftMs));
  const outbox = createOutbox({
    store,
    admission,
    jobs: [checkIn()],
    channels: [channelTo(task.connector, () => process.stdout.write('at work\n'))],
    clock,
    log: {
      info: () => undefined,
      error: (context: unknown, what?: string) =>
        process.stderr.write(`${what} ${String((context as { err: unknown }).err)}\n`),
    } as never,
    lease: task.lease,
    leaseMs: 1_000,
    limits: PACE,
  });
  for (;;) {
    await outbox.tick();
    await clock.sleep(100);
  }
}

/** A lost answer leaves it open whether the message arrived. */
export function channelTo(connector: string, atWork: () => void): Channel {
  return {
    name: 'teams',
    formsInCards: true,
    limits: teamsLimits,
    ready: async () => undefined,
    async send(_to, { summary }) {
      atWork();
      try {
        const answer = await fetch(connector, { method: 'POST', body: summary });
        return answer.ok ? { outcome: 'sent' } : { outcome: 'failed', reason: String(answer.status) };
      } catch {
        return { outcome: 'unknown', reason: 'connection lost' };
      }
    },
  };
}

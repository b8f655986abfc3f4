import type { Logger } from 'pino';
import type { Outbox } from './outbox.ts';

const EVERY_MS = 30_000;

export type RunningClock = { stop(): Promise<void> };

/** Ticks now and then every half minute, never two at a time. Nothing is lost when ticks are late or missing. */
export function startClock(outbox: Outbox, log: Pick<Logger, 'info' | 'error'>, everyMs = EVERY_MS): RunningClock {
  let running: Promise<void> | undefined;
  const tick = (): void => {
    running ??= outbox
      .tick()
      // Always: who watches must see that the clock is going.
      .then(({ working, offered, planned }) => log.info({ working, offered, planned }, 'tick'))
      .catch((error: unknown) => log.error({ err: error }, 'tick failed'))
      .finally(() => {
        running = undefined;
      });
  };
  const timer = setInterval(tick, everyMs).unref();
  tick();
  return {
    async stop() {
      clearInterval(timer);
      await running;
      await outbox.drain();
    },
  };
}

import type { Logger } from 'pino';
import type { Metrics } from './metrics.ts';

const EVERY_MS = 60_000;

/** A line a minute, for operators without Azure Monitor; none for a minute in which nothing happened. */
export function startMetricsLine(metrics: Metrics, log: Pick<Logger, 'info'>, everyMs = EVERY_MS): { stop(): void } {
  const timer = setInterval(() => log.info(metrics.take(), 'metrics'), everyMs).unref();
  return { stop: () => clearInterval(timer) };
}

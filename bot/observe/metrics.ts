import { type Counter, type Histogram, metrics as telemetry } from '@opentelemetry/api';
import type { Logger } from 'pino';

export type TurnOutcome = 'answered' | 'refused' | 'failed';

/** What is counted while the service runs. */
export type Metrics = {
  turn(outcome: TurnOutcome, ms: number): void;
  stored(operation: string, ms: number): void;
  sent(channel: string, outcome: string): void;
  /** Everything since the last time, and a new beginning. */
  take(): Readonly<Record<string, unknown>>;
};

type Period = {
  turns: Partial<Record<TurnOutcome, number>>;
  turnMs: number[];
  store: Partial<Record<string, number>>;
  storeMs: number;
  sends: Partial<Record<string, number>>;
};

const fresh = (): Period => ({ turns: {}, turnMs: [], store: {}, storeMs: 0, sends: {} });

/** Counts for the log, and for whoever listens to OpenTelemetry. */
export function createMetrics(): Metrics {
  const told = instruments();
  let period = fresh();
  return {
    turn(outcome, ms) {
      add(period.turns, outcome);
      period.turnMs.push(ms);
      told.turns.record(ms, { outcome });
    },
    stored(operation, ms) {
      add(period.store, operation);
      period.storeMs += ms;
      told.store.record(ms, { operation });
    },
    sent(channel, outcome) {
      add(period.sends, `${channel} ${outcome}`);
      told.sends.add(1, { channel, outcome });
    },
    take() {
      const { turns, turnMs, store, storeMs, sends } = period;
      period = fresh();
      const sorted = turnMs.toSorted((a, b) => a - b);
      return {
        turns,
        turnP50: at(sorted, 0.5),
        turnP95: at(sorted, 0.95),
        store,
        storeMs: Math.round(storeMs),
        sends,
        heapMb: Math.round(process.memoryUsage().heapUsed / 1024 / 1024),
      };
    },
  };
}

function instruments(): { turns: Histogram; store: Histogram; sends: Counter } {
  const meter = telemetry.getMeter('bansou');
  return {
    turns: meter.createHistogram('bansou.turn', { unit: 'ms' }),
    store: meter.createHistogram('bansou.store', { unit: 'ms' }),
    sends: meter.createCounter('bansou.send'),
  };
}

function add<K extends string>(counts: Partial<Record<K, number>>, name: K): void {
  counts[name] = (counts[name] ?? 0) + 1;
}

const at = (sorted: readonly number[], share: number): number | undefined =>
  sorted.length === 0
    ? undefined
    : Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);

const LINE_EVERY_MS = 60_000;

/** A line a minute, for operators without Azure Monitor; none for a minute in which nothing happened. */
export function startMetricsLine(
  metrics: Metrics,
  log: Pick<Logger, 'info'>,
  everyMs = LINE_EVERY_MS,
): { stop(): void } {
  const timer = setInterval(() => log.info(metrics.take(), 'metrics'), everyMs).unref();
  return { stop: () => clearInterval(timer) };
}

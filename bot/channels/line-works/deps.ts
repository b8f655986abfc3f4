import type { Logger } from 'pino';

export type Deps = {
  readonly log: Logger;
  readonly now: () => Date;
  /** Waits so many ms. */
  readonly pause: (ms: number) => Promise<void>;
  /** How long an answer may take. */
  readonly timeoutMs: number;
};

import type { Job } from './job.ts';

/** Everything that happens by the clock. */
export const jobs: readonly Job[] = [];

import type { z } from 'zod';

/** What can be asked about what waits for the prefecture, what it decided, and accidents. */
export const approvalsAsks = {} as const satisfies Readonly<Record<string, z.ZodObject>>;

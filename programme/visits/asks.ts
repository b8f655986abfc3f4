import type { z } from 'zod';

/** What can be asked about visits: a line per command with the inputs it takes. */
export const visitsAsks = {} as const satisfies Readonly<Record<string, z.ZodObject>>;

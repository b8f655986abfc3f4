import type { z } from 'zod';

/** What can be asked about the support as a whole: a line per command with the inputs it takes. */
export const supportAsks = {} as const satisfies Readonly<Record<string, z.ZodObject>>;

import type { z } from 'zod';

/** What can be asked about 事例: what went well, written down to be shown. */
export const casesAsks = {} as const satisfies Readonly<Record<string, z.ZodObject>>;

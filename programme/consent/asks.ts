import type { z } from 'zod';

/** What can be asked about 承諾: what may be shown of a municipality to others. */
export const consentAsks = {} as const satisfies Readonly<Record<string, z.ZodObject>>;

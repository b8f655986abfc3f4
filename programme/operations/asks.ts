import { z } from 'zod';

/** What can be asked about how the service stands: a line per command with the inputs it takes. */
export const operationsAsks = {
  'show-operations': z.object({}),
} as const satisfies Readonly<Record<string, z.ZodObject>>;

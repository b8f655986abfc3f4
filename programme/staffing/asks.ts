import type { z } from 'zod';
import { accessAsks } from './access-asks.ts';

/** What can be asked about 体制: who works on the programme, and who does so for the contractor. */
export const staffingAsks = {
  ...accessAsks,
} as const satisfies Readonly<Record<string, z.ZodObject>>;

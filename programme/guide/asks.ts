import { z } from 'zod';
import * as input from '../inputs.ts';

/** What can be asked of the bot itself: a line per command with the inputs it takes. */
export const guideAsks = {
  help: z.object({ topic: input.topic.optional() }),
  'never-mind': z.object({}),
} as const satisfies Readonly<Record<string, z.ZodObject>>;

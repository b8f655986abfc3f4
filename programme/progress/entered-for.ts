import { z } from 'zod';
import { Day } from '../day.ts';

/** 代理入力: a report that somebody else has put in for an office that answered on paper or in a file. */
export const EnteredFor = z.object({
  /** Who of the office answered, where they are of the roster. */
  for: z.string().optional(),
  /** The day they answered, where they said one. */
  on: Day.optional(),
});
export type EnteredFor = z.infer<typeof EnteredFor>;

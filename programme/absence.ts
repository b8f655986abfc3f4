import { z } from 'zod';
import { Day } from './day.ts';

/** A leave, both days included; the substitute is asked meanwhile. */
export const Leave = z.object({
  from: Day,
  until: Day,
  substitute: z.string().optional(),
  /** Ended by its person, who was told then what waits for them. */
  ended: z.boolean().optional(),
});
export type Leave = z.infer<typeof Leave>;

export function leaveOn(leaves: readonly Leave[] | undefined, day: Day): Leave | undefined {
  return leaves?.find(({ from, until }) => from <= day && day <= until);
}

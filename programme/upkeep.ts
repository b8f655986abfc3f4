import { z } from 'zod';
import { defineKind, inOne, ofNoYear } from './kind.ts';

/** When something was last done to keep the service going: the newest of each, told by whoever did it. */
export const Upkeep = z.object({
  /** `tick`: an outer clock has called; the one inside is known by its lease. */
  id: z.enum(['backup', 'tick']),
  at: z.iso.datetime(),
});
export type Upkeep = z.infer<typeof Upkeep>;

export const UPKEEP = '_upkeep';

export const upkeep = defineKind({
  name: 'upkeep',
  called: '手入れの記録',
  container: 'jobs',
  schema: Upkeep,
  ...inOne(UPKEEP),
  id: ({ id }) => id,
  belongsTo: () => undefined,
  ofYear: ofNoYear,
  keptFor: { always: 'there is one of each, and the next writes over the last' },
  exported: { as: 'nothing', because: 'it is about the store and no record of the programme' },
  takenBack: { never: 'what was done to the store has been done' },
  audited: false,
  ofTheChat: 'all',
  ofTheStore: 'all',
});

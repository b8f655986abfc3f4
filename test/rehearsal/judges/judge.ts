import type { Day } from '../../../programme/day.ts';
import type { Plan } from '../plan.ts';
import type { Got, World } from '../world.ts';

/** What must hold of the year. */
export type Law = {
  readonly called: string;
  /** At the end of each day, with what came by itself on it. @returns what is against the law */
  readonly daily?: (day: Day, got: readonly Got[], world: World) => Promise<readonly string[]>;
  /** At the end of the year. */
  readonly finally?: (world: World, plan: Plan) => Promise<readonly string[]>;
};

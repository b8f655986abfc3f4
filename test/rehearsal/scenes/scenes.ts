import type { Plan } from '../plan.ts';
import { END } from '../programme.ts';
import type { Scene } from '../scene.ts';
import { beginning } from './beginning.ts';
import { ending } from './ending.ts';
import { meetings } from './meetings.ts';
import { mishaps } from './mishaps.ts';
import { months } from './months.ts';
import { sharing } from './sharing.ts';
import { mismatches, replacement } from './support.ts';

/** Everything that happens once, beside what people do every week. */
export const scenesOf = (plan: Plan): readonly Scene[] => [
  ...beginning,
  ...meetings,
  ...months,
  ...mishaps.filter(({ called }) => called !== '主担当の交代' || plan.towns.some(({ at }) => at === 2)),
  ...mismatches(plan),
  ...replacement(plan, END),
  ...sharing(plan),
  ...ending(plan),
];

import { weekdayOf } from '../../../programme/day.ts';
import type { Deed, Now } from '../deed.ts';
import type { Plan } from '../plan.ts';

const [TUESDAY, OBSERVER] = [2, 'observer-202011@city.example.jp'];

/** Those who may see only what was cleared for them, and look for more. */
export function onlookerDeeds({ day, part }: Now, { towns }: Plan): readonly Deed[] {
  if (part !== '16:20' || weekdayOf(day) !== TUESDAY) return [];
  const neighbour = towns.at(-1)?.lead ?? OBSERVER;
  return [OBSERVER, neighbour].flatMap((who) =>
    ['事例', '共有資料', '検索 庁議', '事例 庁議'].map(
      (text): Deed => ({ who, does: (actor) => actor.say(text, /./) }),
    ),
  );
}

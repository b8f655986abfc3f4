import type { Day } from '../../programme/day.ts';
import type { Actor } from './actor.ts';
import type { World } from './world.ts';

/** When people are at their chats on an open day. */
export const parts = ['09:30', '13:20', '16:20'] as const;
export type Part = (typeof parts)[number];

/** What somebody does in one part of a day. Deeds of one part are done side by side, each person's in their order. */
export type Deed = { readonly who: string; readonly does: (actor: Actor, world: World) => Promise<unknown> };

/** A part of a day of the year. */
export type Now = { readonly day: Day; readonly part: Part };

const ABREAST = 6;

/** Does them all, a few people at a time, each few in a minute of its own. */
export async function doAll(deeds: readonly Deed[], { day, part }: Now, world: World): Promise<void> {
  const people = [...new Set(deeds.map(({ who }) => who))];
  for (let from = 0, minute = 0; from < people.length; from += ABREAST, minute++) {
    world.clock.at(`${day}T${later(part, minute)}:00+09:00`);
    await Promise.all(
      people.slice(from, from + ABREAST).map(async (who) => {
        for (const deed of deeds) if (deed.who === who) await world.tried(day, () => deed.does(world.who(who), world));
      }),
    );
  }
}

/** A time of day, so many minutes later. */
export function later(time: string, minutes: number): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const all = hour * 60 + minute + minutes;
  return [Math.floor(all / 60), all % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

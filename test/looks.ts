import { addDays, type Day, weekdayOf } from '../programme/day.ts';
import type { Person } from './fakes/person.ts';
import type { ChatHouse } from './on-both-chats.ts';

/** What came to somebody at one look of the clock. */
export type Came = { readonly at: string; readonly who: string; readonly words: string };

/** Every morning, and when the weekly lists are sent. */
export const looksFrom = (first: Day, days: number): readonly string[] =>
  Array.from({ length: days }, (_, at) => addDays(first, at)).flatMap((day) => {
    const later = { 4: '15:00', 5: '16:00' }[weekdayOf(day)];
    return ['09:00', ...(later ? [later] : [])].map((time) => `${day} ${time}`);
  });

export async function lookAt({ at, service }: Pick<ChatHouse, 'at' | 'service'>, moment: string): Promise<void> {
  at(`${moment.replace(' ', 'T')}:00+09:00`);
  for (const _ of [1, 2]) {
    await service.outbox.tick();
    await service.outbox.idle();
  }
}

export async function cameAt(
  house: ChatHouse,
  moment: string,
  all: Readonly<Record<string, Person>>,
): Promise<readonly Came[]> {
  const before = Object.entries(all).map(([who, each]) => [who, each, each.got().length] as const);
  await lookAt(house, moment);
  return before.flatMap(([who, each, count]) =>
    each
      .got()
      .slice(count)
      .map((words) => ({ at: moment, who, words })),
  );
}

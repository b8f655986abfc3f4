import type { Day } from '../../programme/day.ts';
import type { Filled } from '../fakes/person.ts';
import type { Part } from './deed.ts';
import type { World } from './world.ts';

type Input = { readonly [name: string]: unknown };
type Did =
  | { readonly say: string }
  | { readonly press: string | RegExp; readonly with?: Filled; readonly asked?: RegExp }
  | { readonly ask: string; readonly input: Input | ((world: World) => Promise<Input>) };
/** Somebody says or presses something, and what they must be shown then. */
export type Line = Did & { readonly by: string; readonly hears: RegExp };

/** What happens once in the year, line by line. */
export type Scene = {
  readonly day: Day;
  readonly part: Part;
  readonly called: string;
  readonly lines: readonly Line[];
};

export const says = (by: string, say: string, hears: RegExp): Line => ({ by, say, hears });
export const presses = (by: string, press: string | RegExp, hears: RegExp, filled?: Filled): Line => ({
  ...{ by, press, hears },
  ...(filled && { with: filled }),
});
/** Pressed only where that is asked, which hangs on what is on record. */
export const answers = (by: string, asked: RegExp, press: string, hears: RegExp): Line => ({ by, asked, press, hears });
export const asks = (
  by: string,
  command: string,
  input: Input | ((world: World) => Promise<Input>),
  hears: RegExp,
): Line => ({
  ...{ by, ask: command, input, hears },
});

/** Plays it in its order, whoever it is that acts. What goes otherwise than expected ends it. */
export async function playScene({ called, lines }: Scene, world: World): Promise<void> {
  for (const line of lines) {
    const isDone = await world.tried(called, () => playLine(line, world));
    if (!isDone) return;
  }
}

async function playLine(line: Line, world: World): Promise<unknown> {
  const actor = world.who(line.by);
  if ('say' in line) return actor.say(line.say, line.hears);
  if ('ask' in line)
    return actor.ask(line.ask, typeof line.input === 'function' ? await line.input(world) : line.input, line.hears);
  const isAsked = line.asked === undefined || line.asked.test(actor.sees());
  return isAsked ? actor.press(line.press, line.hears, line.with) : undefined;
}

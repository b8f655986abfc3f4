import { dice } from '../../../demo/people.ts';
import { addDays, type Day, instantOf } from '../../../programme/day.ts';

export const [START, END, FISCAL_YEAR] = ['2026-08-17', '2027-03-12', 2026];
/** In the morning of the last day. */
export const RANDOM_NOW = instantOf(END, '10:00');

export const someone = (day: Day, ask: string) => ({
  ...{ by: 'member-x', at: instantOf(day, '10:00').toISOString(), via: 'teams', ask },
});

/** Chance that comes out the same for the same seed. */
export class Dice {
  readonly #roll: () => number;

  constructor(seed: number) {
    this.#roll = dice(seed);
  }

  chance(share: number): boolean {
    return this.#roll() < share;
  }

  /** 0 to `most`, both included. */
  upTo(most: number): number {
    return Math.floor(this.#roll() * (most + 1));
  }

  one<T>(of: readonly T[]): T {
    const found = of[this.upTo(of.length - 1)];
    if (found === undefined) throw new Error('nothing to choose from');
    return found;
  }

  day(first: Day, within: number): Day {
    return addDays(first, this.upTo(within));
  }
}

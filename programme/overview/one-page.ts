import type { Day } from '../day.ts';
import type { Digest } from '../digest/digest.ts';
import type { DigestTotal } from '../digest/digest-totals.ts';
import { itemsWaiting, type PrefectureWaiting } from '../digest/prefecture-waiting.ts';
import { stepStandings } from '../progress/step-standing.ts';
import { inCodeOrder, type TownRecords } from './town-standing.ts';

/** A step over all municipalities, now and at the moment it is compared with. */
export type OnePageStep = {
  readonly order: number;
  readonly name: string;
  /** Municipalities with items of the year in it, and those of them that have achieved it. */
  readonly towns: number;
  readonly achieved: number;
  readonly achievedBefore: number;
  /** Items at 80% or more, of those that are planned for the year. */
  readonly settled: number;
  readonly settledBefore: number;
  readonly items: number;
  readonly notReported: number;
};

/** Where the whole programme stands, on one page: nothing of what somebody wrote, and nobody's name. */
export type OnePage = {
  readonly programme: { readonly name: string; readonly fiscalYear: number };
  /** What moved is counted from the beginning of this day. */
  readonly since: Day;
  readonly until: Date;
  readonly towns: number;
  readonly steps: readonly OnePageStep[];
  /** Those that are asked for every week first, then the others; each in the order of the catalogue. */
  readonly totals: readonly DigestTotal[];
  readonly moved: { readonly towns: number; readonly moves: number; readonly achieved: readonly string[] };
  readonly late: PrefectureWaiting | undefined;
  /** Municipalities that are late with something. */
  readonly lateTowns: number;
  /** In 団体コード order: silent for some weeks. */
  readonly quiet: readonly string[];
  /** What else is late, a line each. */
  readonly lines: readonly string[];
  /** What is asked of the prefecture. */
  readonly waiting: readonly PrefectureWaiting[];
};

/** From so many silent weeks on, a municipality is named as quiet. */
const QUIET_WEEKS = 2;

type Then = { readonly before: readonly TownRecords[]; readonly after: readonly TownRecords[] };
type Read = Pick<OnePage, 'programme' | 'since' | 'until' | 'lines' | 'waiting' | 'totals'> & {
  readonly digest: Pick<Digest, 'municipalities'>;
};

export function onePageOf({ before, after }: Then, { digest, ...read }: Read): OnePage {
  const weeks = inCodeOrder(digest.municipalities);
  const moving = weeks.filter(({ moves }) => moves.length > 0);
  return {
    ...read,
    towns: after.length,
    steps: stepsOf(before, after),
    moved: {
      towns: moving.length,
      moves: moving.reduce((sum, { moves }) => sum + moves.length, 0),
      achieved: weeks.flatMap(({ municipality, achieved }) =>
        achieved.map((order) => `${municipality.name} ステップ${order}`),
      ),
    },
    late: itemsWaiting(weeks),
    lateTowns: weeks.filter(({ overdue }) => overdue.length > 0).length,
    quiet: weeks.flatMap(({ municipality, silentWeeks }) =>
      silentWeeks >= QUIET_WEEKS ? [`${municipality.name}\u00a0${silentWeeks}週`] : [],
    ),
  };
}

function stepsOf(before: readonly TownRecords[], after: readonly TownRecords[]): readonly OnePageStep[] {
  const [was, is] = [before, after].map((all) => all.map(({ records }) => stepStandings(records)));
  const steps = is?.[0] ?? [];
  return steps.map(({ step }, at) => {
    const own = (is ?? []).flatMap((each) => each[at] ?? []);
    const then = (was ?? []).flatMap((each) => each[at] ?? []);
    const sum = (all: typeof own, of: 'settled' | 'items' | 'notReported') =>
      all.reduce((total, each) => total + each[of], 0);
    return {
      ...{ order: step.order, name: step.name },
      towns: own.filter(({ items }) => items > 0).length,
      achieved: own.filter(({ achieved }) => achieved).length,
      achievedBefore: then.filter(({ achieved }) => achieved).length,
      ...{ settled: sum(own, 'settled'), settledBefore: sum(then, 'settled') },
      ...{ items: sum(own, 'items'), notReported: sum(own, 'notReported') },
    };
  });
}

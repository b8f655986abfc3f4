import { deliveriesIn } from '../../bot/deliveries.ts';
import { addDays, type Day } from '../../programme/day.ts';
import { type End, endOf } from '../same-end.ts';
import { checkIns } from './judges/check-ins.ts';
import { type Happened, happened } from './judges/happened.ts';
import type { Law } from './judges/judge.ts';
import { watchUnconsented } from './judges/unconsented.ts';
import { FOUR_WEEKS_LATER, goOnToNextYear, LAST_OF_MARCH } from './next-year.ts';
import { type Papers, papersOf } from './papers.ts';
import { type Plan, planOf } from './plan.ts';
import { END, START } from './programme.ts';
import { type Opening, openWorld, type World } from './world.ts';
import { playYear, type Year } from './year.ts';

/** What a year came to. */
type Rehearsed = {
  /** Everything that is against what must hold, or went otherwise than people expected. */
  readonly wrong: readonly string[];
  readonly turns: number;
  /** What came by itself, by the name of its job. */
  readonly kinds: ReadonlyMap<string, number>;
  readonly papers: Papers | undefined;
  /** How often what the year is there for has happened; of a whole year. */
  readonly happened: readonly Happened[];
  readonly end: End;
};

export type Rehearsing = Opening & {
  readonly laws: readonly Law[];
  /** Only the first weeks. */
  readonly until?: Day;
  /** Where the papers of a whole year go. */
  readonly folder?: string | undefined;
  /** At the end of each day, with everything that was wrong until then. */
  readonly progress?: (day: Day, turns: number, wrong: readonly string[]) => void;
};

/** Plays the year on one store and holds it against the laws; a whole year goes on into the next one. */
export async function rehearse({ laws, until = END, progress, folder, ...opening }: Rehearsing): Promise<Rehearsed> {
  const world = await openWorld(opening);
  try {
    const plan = planOf(world.content, START, until);
    const unconsented = watchUnconsented(world, plan);
    const against: string[] = [];
    const endOfDay: Year['endOfDay'] = async (day, got) => {
      world.clock.at(`${day}T23:00:00+09:00`);
      for (const { called, daily } of laws)
        await world.tried(called, async () => {
          const wrong = (await daily?.(day, got, world)) ?? [];
          against.push(...wrong.map((each) => `${called}: ${each}`));
        });
      progress?.(day, world.turns(), [...world.surprises, ...world.errors(), ...against, ...unconsented.wrong]);
    };
    const judge = async (all: readonly Law[], of: Plan): Promise<void> => {
      for (const { called, finally: judged } of all)
        against.push(...((await judged?.(world, of)) ?? []).map((each) => `${called}: ${each}`));
    };
    await playYear(world, plan, { until, endOfDay });
    await judge(laws, plan);
    const counts = until === END ? await happened(world, plan, unconsented.shown()) : [];
    for (const [called, count, least] of counts) if (count < least) against.push(`${called}: ${count}, not ${least}`);
    const papers = folder === undefined ? undefined : await papersOf(world, folder);
    against.push(...(papers?.missing ?? []).map((name) => `${name} was not made`));
    if (until === END) {
      await playYear(world, plan, { first: addDays(END, 1), until: LAST_OF_MARCH, endOfDay });
      const next = await goOnToNextYear(world);
      await playYear(world, next, { first: addDays(LAST_OF_MARCH, 1), until: FOUR_WEEKS_LATER, endOfDay });
      await judge([checkIns], next);
    }
    const wrong = [...world.surprises, ...world.errors(), ...against, ...unconsented.wrong];
    const told = { wrong, turns: world.turns(), kinds: await kindsIn(world), papers, happened: counts };
    return { ...told, end: await sameWherever(world.store) };
  } finally {
    await world.close();
  }
}

/** What has come of a message: whether it was on its way just then; that none is lost or doubled the laws say. */
const OUTCOME: readonly string[] = ['state', 'reason', 'sentAt'];

/**
 * What is on record, but for what two years differ in by themselves: which product the roster has somebody in, and which
 * message was on its way when the process died and was sent again.
 */
async function sameWherever(store: World['store']): Promise<End> {
  const { members = [], audit = [], deliveries = [], ...end } = await endOf(store);
  const plain = members.map((member) => JSON.stringify(member, (name, value) => (name === 'chat' ? undefined : value)));
  return {
    ...end,
    members: plain.toSorted(),
    audit: audit.filter((entry) => !/"command":"resend"/.test(JSON.stringify(entry))),
    deliveries: deliveries
      .filter((each) => /"round":1[,}]/.test(JSON.stringify(each)))
      .map((each) => JSON.stringify(each, (name, value) => (OUTCOME.includes(name) ? undefined : value)))
      .toSorted(),
  };
}

async function kindsIn({ store, content }: World): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  const codes = content.municipalities.map(({ code }) => code);
  for (const { job, state } of await deliveriesIn(store, codes, new Date(0)))
    if (state === 'sent') counts.set(job, (counts.get(job) ?? 0) + 1);
  return counts;
}

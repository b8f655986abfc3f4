import { itemsOf } from '../catalogue.ts';
import type { Day } from '../day.ts';
import { currentInitiative, type Initiative, type InitiativeContent, InitiativeSpan } from './initiative.ts';
import { roadmapColumns } from './roadmap-columns.ts';

/** 工程表 is written in a year for the years after it. */
export const plannedYear = (fiscalYear: number): number => fiscalYear + 1;

const order = itemsOf('STEP3').map(({ id }) => id);
const place = (one: Initiative): number => order.indexOf(currentInitiative(one).content.item);

/** Those that stand in the 工程表 of a year, in the order of their 重点取組区分; within one, as they were added. */
export function openInitiatives(all: readonly Initiative[], year: number): readonly Initiative[] {
  const added = ({ versions }: Initiative) => versions[0]?.at ?? '';
  return all
    .filter((one) => one.year === year && !one.removed)
    .toSorted((a, b) => place(a) - place(b) || added(a).localeCompare(added(b)) || a.id.localeCompare(b.id));
}

/** The year whose 工程表 is meant: the one that is being written, or the last that was where that is still empty. */
export function yearInSight(all: readonly Initiative[], fiscalYear: number): number {
  const years = all.filter(({ removed }) => !removed).map(({ year }) => year);
  const planned = plannedYear(fiscalYear);
  return years.includes(planned) ? planned : Math.max(...years.filter((year) => year < planned), 0) || planned;
}

export type CostSum = {
  /** 千円 */
  readonly initial: number;
  readonly running: number;
  /** How many say nothing of what they cost: they are in no sum. */
  readonly unsaid: number;
};

export function costsOf(initiatives: readonly Initiative[]): CostSum {
  const all = initiatives.map((one) => currentInitiative(one).content);
  const sum = (of: (content: InitiativeContent) => number | undefined) =>
    all.reduce((whole, content) => whole + (of(content) ?? 0), 0);
  return {
    initial: sum(({ initialCost }) => initialCost),
    running: sum(({ runningCost }) => runningCost),
    unsaid: all.filter(({ initialCost, runningCost }) => initialCost === undefined && runningCost === undefined).length,
  };
}

/** What an initiative still has to say, by the headings of the 工程表. */
export function unwrittenOf(content: InitiativeContent, year: number): readonly string[] {
  const needed = roadmapColumns(year).filter(({ required, kind }) => required && kind !== 'choice');
  const isBlank = (value: unknown) => value === '' || (Array.isArray(value) && value.length === 0);
  const blank = needed
    .filter(({ key }) => isBlank(content[key as keyof InitiativeContent]))
    .map(({ heading }) => heading);
  const { spans, initialCost = 0, runningCost = 0, fundings } = content;
  return [
    ...blank,
    ...(spans.length === 0 ? ['取り組む時期'] : []),
    ...(initialCost + runningCost > 0 && fundings.length === 0 ? ['財源'] : []),
  ];
}

/** The first day of a quarter or year of the 工程表. */
function spanBegins(span: InitiativeSpan, year: number): Day {
  const at = InitiativeSpan.options.indexOf(span);
  if (at >= 4) return `${year + at - 3}-04-01`;
  return at === 3 ? `${year + 1}-01-01` : `${year}-${String(4 + at * 3).padStart(2, '0')}-01`;
}

/** Those whose time has begun, and that nobody has decided yet. */
export const lateInitiatives = (initiatives: readonly Initiative[], today: Day): readonly Initiative[] =>
  initiatives.filter((one) => {
    const { spans, decidedOn } = currentInitiative(one).content;
    const [first] = InitiativeSpan.options.filter((span) => spans.includes(span));
    return decidedOn === undefined && first !== undefined && spanBegins(first, one.year) <= today;
  });

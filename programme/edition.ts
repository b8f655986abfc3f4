import { z } from 'zod';
import { Day } from './day.ts';

/** How sure an edition is of an entry: the work specification, a publication, nobody yet, or our own proposal. */
const Certainty = z.enum(['spec', 'published', 'unverified', 'proposed']);

const Source = z.object({ id: z.string(), name: z.string() });
const Step = z.object({
  id: z.string(),
  order: z.number(),
  name: z.string(),
  /** As the work specification words it. */
  specName: z.string(),
});
const Stage = z.object({ id: z.string(), name: z.string(), percent: z.number() });
const Item = z.object({
  id: z.string(),
  step: z.string(),
  name: z.string(),
  short: z.string(),
  evidence: z.array(z.string()),
  kpis: z.array(z.string()),
  onScreen: z.string().optional(),
  /** What people call it beside its names; several entries may share one, and then it is asked which is meant. */
  aliases: z.array(z.string()).default([]),
  certainty: Certainty,
});
const Kpi = z
  .object({
    id: z.string(),
    step: z.string(),
    item: z.string().nullable(),
    name: z.string(),
    unit: z.string(),
    type: z.enum(['percent', 'count', 'boolean', 'stage', 'score', 'hours', 'minutes', 'yen1000']),
    /** What it measures, so that two people who read it come to the same number. */
    definition: z.string(),
    /** Who or what is counted. */
    counts: z.string().optional(),
    better: z.enum(['higher', 'lower']),
    every: z.string(),
    weekly: z.boolean(),
    total: z.enum(['weighted', 'sum', 'countTrue', 'mean']),
    /** What is counted up over a year begins anew with the next, or goes on from where it was. */
    acrossYears: z.enum(['restart', 'runOn']).optional(),
    numerator: z.string().optional(),
    denominator: z.string().optional(),
    /** A mean of answers: what their number is called. Means are weighted by it. */
    answers: z.string().optional(),
    /** Two figures in one: what the denominator is called, and what the quotient is. */
    figures: z.tuple([z.string(), z.string()]).optional(),
    grades: z.array(z.tuple([z.number(), z.string()])).optional(),
    /** The date is a month and a day of the programme's fiscal year. */
    suggested: z.object({ target: z.number(), due: z.string().regex(/^\d\d-\d\d$/) }).optional(),
    /** The edition of a guideline it is measured against. */
    against: z.string().optional(),
    /** What it is worked out from, and since when; it is asked for where that is still to come. */
    computedFrom: z.object({ records: z.string(), since: Day.optional() }).optional(),
    /** Where the same figure is published, or one that is like it and must not be taken for it. */
    published: z.string().optional(),
    publishedNear: z.string().optional(),
    /** How it stands in the country, as published; never reckoned with what municipalities report. */
    national: z.object({ text: z.string(), asOf: z.string(), source: z.string() }).optional(),
    sources: z.array(z.string()).default([]),
    note: z.string().optional(),
    aliases: z.array(z.string()).default([]),
    certainty: Certainty,
  })
  .refine(({ total, acrossYears }) => (total === 'sum') === (acrossYears !== undefined), {
    message: 'what is summed says what becomes of it in a next year',
  });
/** The catalogue as it was on its day. Ids mean the same in every edition. */
export const Edition = z.object({
  id: z.string(),
  /** The fiscal year it is for, and the later ones that have none of their own. */
  fiscalYear: z.number().int(),
  version: z.string(),
  asOf: Day,
  sources: z.array(Source),
  steps: z.array(Step),
  stages: z.array(Stage),
  items: z.array(Item),
  kpis: z.array(Kpi),
});

export type Edition = z.infer<typeof Edition>;

const lists = ['sources', 'steps', 'stages', 'items', 'kpis'] as const;
const Entries = z.array(z.looseObject({ id: z.string() }));
/** An edition that says only what it has otherwise than the one it follows; null takes a field away. */
const Follower = z.looseObject({
  follows: z.string(),
  /** What becomes of the certainty of what it does not name: nobody has looked whether it still holds. */
  carriedOver: Certainty,
  gone: z.array(z.string()).default([]),
});

/** What the files say, oldest first. @throws where one follows an edition that does not come before it */
export function readEditions(files: readonly unknown[]): readonly Edition[] {
  const editions: Edition[] = [];
  for (const file of files) editions.push(Edition.parse(wholeOf(file, editions)));
  return editions;
}

function wholeOf(file: unknown, before: readonly Edition[]): unknown {
  const read = Follower.safeParse(file);
  if (!read.success) return file;
  const { follows, gone, carriedOver, ...own } = read.data;
  const last = before.find(({ id }) => id === follows);
  if (!last) throw new Error(`there is no edition ${follows} to follow`);
  const merged = lists.map((name) => {
    const changes = Entries.parse(own[name] ?? []);
    const kept = last[name].filter(({ id }) => !gone.includes(id));
    const come = changes.filter(({ id }) => !last[name].some((entry) => entry.id === id));
    return [name, [...kept.map((entry) => changed(entry, changes, carriedOver)), ...come]];
  });
  return { ...own, ...Object.fromEntries(merged) };
}

function changed(
  entry: { readonly id: string; readonly certainty?: string },
  changes: z.infer<typeof Entries>,
  carriedOver: string,
): unknown {
  const change = changes.find(({ id }) => id === entry.id);
  if (change)
    return Object.fromEntries(
      Object.entries({ ...entry, ...change }).filter(([name, value]) => value !== null || name === 'item'),
    );
  return entry.certainty === undefined || entry.certainty === 'proposed' ? entry : { ...entry, certainty: carriedOver };
}

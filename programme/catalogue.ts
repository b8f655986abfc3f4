import { z } from 'zod';
import r6 from './catalogue/r6.json' with { type: 'json' };
import { Day } from './day.ts';

/** How sure the catalogue is of an entry: the work specification, a publication, nobody yet, or our own proposal. */
const Certainty = z.enum(['spec', 'published', 'unverified', 'proposed']);

const Step = z.object({ id: z.string(), order: z.number(), name: z.string() });
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
const Kpi = z.object({
  id: z.string(),
  step: z.string(),
  item: z.string().nullable(),
  name: z.string(),
  unit: z.string(),
  type: z.enum(['percent', 'count', 'boolean', 'stage', 'score', 'hours', 'minutes', 'yen1000']),
  better: z.enum(['higher', 'lower']),
  every: z.string(),
  weekly: z.boolean(),
  total: z.enum(['weighted', 'sum', 'countTrue', 'mean']),
  numerator: z.string().optional(),
  denominator: z.string().optional(),
  grades: z.array(z.tuple([z.number(), z.string()])).optional(),
  suggested: z.object({ target: z.number(), due: Day }).optional(),
  aliases: z.array(z.string()).default([]),
  certainty: Certainty,
});
const Catalogue = z.object({
  version: z.string(),
  asOf: Day,
  steps: z.array(Step),
  stages: z.array(Stage),
  items: z.array(Item),
  kpis: z.array(Kpi),
});

/** One of the four steps of 自治体DX全体手順書. */
export type Step = z.infer<typeof Step>;
/** How far an item has come; the percentages are the programme's own scale. */
export type Stage = z.infer<typeof Stage>;
/** One of the 25 items under the steps: what a municipality works on and reports. */
export type Item = z.infer<typeof Item>;
/** A KPI's definition. What a municipality has set and reached is its `KpiRecord`. */
export type Kpi = z.infer<typeof Kpi>;
export type Catalogue = z.infer<typeof Catalogue>;

/** The edition in force. A later edition is another data file with its own version and date. */
export const catalogue: Catalogue = Catalogue.parse(r6);

const items = new Map(catalogue.items.map((item) => [item.id, item]));
const kpis = new Map(catalogue.kpis.map((kpi) => [kpi.id, kpi]));
const stages = new Map(catalogue.stages.map((stage) => [stage.id, stage]));
const itemsByStep = new Map(
  catalogue.steps.map((step) => [step.id, catalogue.items.filter((item) => item.step === step.id)]),
);

export const findItem = (id: string): Item | undefined => items.get(id);
export const findKpi = (id: string): Kpi | undefined => kpis.get(id);
export const findStage = (id: string): Stage | undefined => stages.get(id);
export const findStep = (id: string): Step | undefined => catalogue.steps.find((step) => step.id === id);
export const itemsOf = (step: string): readonly Item[] => itemsByStep.get(step) ?? [];

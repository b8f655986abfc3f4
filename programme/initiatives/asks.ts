import { z } from 'zod';
import * as input from '../inputs.ts';
import * as back from '../taken-inputs.ts';
import * as own from './inputs.ts';
import { simplePlanAsks } from './simple-plan-asks.ts';

/** Everything of an initiative that a chat can fill in; each is read by its column of the 工程表. */
const fields = {
  priorityItem: own.priorityItem.optional(),
  problem: own.problem.optional(),
  plan: own.plan.optional(),
  goal: own.goal.optional(),
  kpis: own.kpis.optional(),
  quarter: own.quarter.optional(),
  sorted: own.sorted.optional(),
  priority: own.priority.optional(),
  department: own.department.optional(),
  others: own.others.optional(),
  people: own.people.optional(),
  shared: own.shared.optional(),
  cost: own.cost.optional(),
  running: own.running.optional(),
  demand: own.demand.optional(),
  funding: own.funding.optional(),
  premises: own.premises.optional(),
  day: own.day.optional(),
  council: own.council.optional(),
};

/** What can be asked about 工程表 and 簡易計画: a line per command with the inputs it takes. */
export const initiativesAsks = {
  'show-initiatives': z.object({
    municipality: input.municipality.optional(),
    initiative: own.initiative.optional(),
    item: input.item.optional(),
    year: own.roadmapYear.optional(),
    page: input.page.optional(),
  }),
  'add-initiative': z.object({
    municipality: input.municipality.optional(),
    title: own.title.optional(),
    ...fields,
    sure: input.sure.optional(),
  }),
  'change-initiative': z.object({
    municipality: input.municipality.optional(),
    initiative: own.initiative.optional(),
    section: own.initiativePart.optional(),
    title: own.newTitle.optional(),
    ...fields,
    seen: input.seen.optional(),
    sure: input.sure.optional(),
    page: input.page.optional(),
  }),
  'remove-initiative': z.object({
    municipality: input.municipality.optional(),
    initiative: own.initiative.optional(),
    reason: own.whyRemoved.optional(),
    sure: input.sure.optional(),
    back: input.back.optional(),
    meant: input.meant.optional(),
    page: input.page.optional(),
  }),
  'decide-initiatives': z.object({
    municipality: input.municipality.optional(),
    day: own.decidedOn,
    title: own.decidedAt,
    meant: input.meant.optional(),
  }),
  'review-roadmap': z.object({
    municipality: input.municipality.optional(),
    taken: back.taken.optional(),
    applied: back.applied.optional(),
    page: input.page.optional(),
  }),
  'settle-roadmap': z.object({
    municipality: input.municipality.optional(),
    taken: back.taken.optional(),
    decided: back.settled.optional(),
    field: back.field.optional(),
    seen: input.seen.optional(),
    take: back.take.optional(),
  }),
  'apply-roadmap': z.object({
    municipality: input.municipality.optional(),
    taken: back.taken.optional(),
    meant: input.meant.optional(),
  }),
  'drop-roadmap': z.object({ municipality: input.municipality.optional(), taken: back.taken.optional() }),
  'roadmap-file': z.object({ municipality: input.municipality.optional() }),
  ...simplePlanAsks,
} as const satisfies Readonly<Record<string, z.ZodObject>>;

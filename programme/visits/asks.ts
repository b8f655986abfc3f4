import { z } from 'zod';
import * as input from '../inputs.ts';
import * as meeting from '../meetings/inputs.ts';
import * as answer from './answer-inputs.ts';
import * as visit from './inputs.ts';

/** What can be asked about visits: a line per command with the inputs it takes. */
export const visitsAsks = {
  'plan-visit': z.object({
    municipality: input.municipality.optional(),
    day: meeting.day,
    start: meeting.start,
    end: meeting.end,
    mode: visit.mode,
    place: meeting.place.optional(),
  }),
  'cancel-visit': z.object({
    municipality: input.municipality.optional(),
    visit: visit.visit.optional(),
    day: meeting.day.optional(),
    reason: visit.cancelReason.optional(),
    back: input.back.optional(),
  }),
  'record-visit': z.object({
    municipality: input.municipality.optional(),
    visit: visit.visit.optional(),
    day: visit.visited.optional(),
    start: meeting.start.optional(),
    end: meeting.end.optional(),
    mode: visit.mode.optional(),
    reason: visit.onlineReason.optional(),
    held: visit.held.optional(),
    place: meeting.place.optional(),
    items: visit.items.optional(),
    text: visit.text.optional(),
    attended: visit.attended.optional(),
    decisions: visit.decisions.optional(),
    problems: visit.problems.optional(),
    materials: visit.materials.optional(),
    next: visit.next.optional(),
    remark: visit.remark.optional(),
    actions: meeting.actions.optional(),
    correction: visit.correction.optional(),
    seen: input.seen.optional(),
    sure: input.sure.optional(),
    unplanned: visit.unplanned.optional(),
    again: visit.again.optional(),
    report: input.report.optional(),
  }),
  'show-visits': z.object({ municipality: input.municipality.optional(), page: input.page.optional() }),
  'show-visit': z.object({ municipality: input.municipality.optional(), visit: visit.visit.optional() }),
  'visit-sheet': z.object({ municipality: input.municipality.optional(), visit: visit.visit.optional() }),
  'confirm-visit': z.object({
    visit: visit.visit.optional(),
    seen: input.seen.optional(),
    verdict: answer.verdict.optional(),
    note: answer.toPutRight.optional(),
    sure: input.sure.optional(),
    municipality: input.municipality.optional(),
  }),
  'rate-visit': z.object({
    visit: visit.visit.optional(),
    score: answer.score.optional(),
    wish: answer.wish.optional(),
    note: answer.opinion.optional(),
    sure: input.sure.optional(),
    more: answer.more.optional(),
    municipality: input.municipality.optional(),
  }),
  'show-own-rating': z.object({}),
} as const satisfies Readonly<Record<string, z.ZodObject>>;

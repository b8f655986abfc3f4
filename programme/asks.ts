import { z } from 'zod';
import * as input from './inputs.ts';
import * as meeting from './meetings/inputs.ts';
import * as reminder from './own-times/reminder-inputs.ts';
import * as account from './people/account-inputs.ts';

/**
 * Everything that can be asked of the bot: a line per command with the inputs it takes. Buttons, forms, typed
 * sentences and handlers all follow from it, so a button that misspells a command or an input does not compile.
 */
export const asks = {
  help: z.object({ topic: input.topic.optional() }),
  register: z.object({ code: input.code }),
  'who-am-i': z.object({}),
  'show-accounts': z.object({ person: account.person.optional() }),
  'accept-account': z.object({ account: account.account }),
  'cut-account': z.object({ account: account.account }),
  'show-status': z.object({ municipality: input.municipality.optional(), step: input.step.optional() }),
  'show-item': z.object({ item: input.item, municipality: input.municipality.optional() }),
  'report-item': z.object({
    item: input.item,
    stage: input.stage,
    evidence: input.evidence.optional(),
    note: input.note.optional(),
    municipality: input.municipality.optional(),
    seen: input.seen.optional(),
    sure: input.sure.optional(),
  }),
  'check-in': z.object({
    municipality: input.municipality.optional(),
    week: input.week.optional(),
    answers: input.answers.optional(),
    stages: input.stages.optional(),
    text: input.text.optional(),
    sure: input.sure.optional(),
  }),
  'carry-over': z.object({
    kpi: input.kpi.optional(),
    municipality: input.municipality.optional(),
    week: input.week.optional(),
  }),
  'show-kpis': z.object({ municipality: input.municipality.optional(), page: input.page.optional() }),
  'report-kpi': z.object({
    kpi: input.kpi,
    value: input.value.optional(),
    numerator: input.numerator.optional(),
    denominator: input.denominator.optional(),
    note: input.note.optional(),
    week: input.week.optional(),
    municipality: input.municipality.optional(),
    seen: input.seen.optional(),
    sure: input.sure.optional(),
  }),
  'show-history': z.object({
    item: input.item.optional(),
    kpi: input.kpi.optional(),
    municipality: input.municipality.optional(),
    page: input.page.optional(),
  }),
  correct: z.object({
    item: input.item.optional(),
    stage: input.stage.optional(),
    kpi: input.kpi.optional(),
    value: input.value.optional(),
    numerator: input.numerator.optional(),
    denominator: input.denominator.optional(),
    week: input.week.optional(),
    reason: input.reason.optional(),
    municipality: input.municipality.optional(),
    seen: input.seen.optional(),
    sure: input.sure.optional(),
  }),
  undo: z.object({ municipality: input.municipality.optional(), report: input.report.optional() }),
  'ask-help': z.object({
    text: input.text,
    item: input.item.optional(),
    municipality: input.municipality.optional(),
  }),
  'answer-help': z.object({
    request: input.request.optional(),
    municipality: input.municipality.optional(),
    back: meeting.back.optional(),
    page: input.page.optional(),
  }),
  'show-digest': z.object({
    week: input.week.optional(),
    municipality: input.municipality.optional(),
    page: input.page.optional(),
  }),
  'bind-room': z.object({ audience: input.audience }),
  'show-meetings': z.object({
    meeting: meeting.meeting.optional(),
    past: meeting.past.optional(),
    page: input.page.optional(),
  }),
  'save-meeting': z.object({ meeting: meeting.meeting.optional() }),
  'schedule-meeting': z.object({
    title: meeting.title,
    day: meeting.day,
    start: meeting.start,
    end: meeting.end,
    place: meeting.place,
    audience: meeting.audience,
    others: meeting.others.optional(),
    repeat: meeting.repeat.optional(),
    days: meeting.days.optional(),
    first: meeting.first.optional(),
  }),
  'change-meeting': z.object({
    meeting: meeting.meeting.optional(),
    title: meeting.title.optional(),
    day: meeting.day.optional(),
    start: meeting.start.optional(),
    end: meeting.end.optional(),
    place: meeting.place.optional(),
    seen: input.seen.optional(),
  }),
  'cancel-meeting': z.object({
    meeting: meeting.meeting.optional(),
    meetings: meeting.meetings.optional(),
    confirm: meeting.confirm.optional(),
    back: meeting.back.optional(),
  }),
  attend: z.object({
    meeting: meeting.meeting.optional(),
    substitute: meeting.substitute.optional(),
    proxy: meeting.proxy.optional(),
  }),
  decline: z.object({
    meeting: meeting.meeting.optional(),
    substitute: meeting.substitute.optional(),
    proxy: meeting.proxy.optional(),
  }),
  'add-agenda': z.object({
    meeting: meeting.meeting.optional(),
    text: meeting.text.optional(),
    drop: meeting.drop.optional(),
  }),
  'record-minutes': z.object({
    meeting: meeting.meeting.optional(),
    decisions: meeting.decisions.optional(),
    actions: meeting.actions.optional(),
    report: input.report.optional(),
    seen: input.seen.optional(),
  }),
  'complete-action': z.object({ action: meeting.action.optional(), back: meeting.back.optional() }),
  'take-leave': z.object({
    from: reminder.from,
    until: reminder.until.optional(),
    substitute: reminder.substitute.optional(),
    overlap: reminder.overlap.optional(),
  }),
  return: z.object({ leave: reminder.leave.optional() }),
  settings: z.object({
    day: reminder.day.optional(),
    time: reminder.time.optional(),
    channel: reminder.channel.optional(),
    off: reminder.off.optional(),
    reset: reminder.reset.optional(),
  }),
  why: z.object({}),
  'never-mind': z.object({}),
  'show-unreported': z.object({ page: input.page.optional() }),
  chase: z.object({ municipality: input.municipality.optional(), page: input.page.optional() }),
  'delivery-report': z.object({ page: input.page.optional() }),
  resend: z.object({
    delivery: reminder.delivery,
    partition: reminder.partition,
    channel: reminder.channel.optional(),
    page: input.page.optional(),
  }),
} as const satisfies Readonly<Record<string, z.ZodObject>>;

export type CommandName = keyof typeof asks;
export type InputOf<C extends CommandName> = z.output<(typeof asks)[C]>;
/** What a button or a sentence already fills in. */
export type Given<C extends CommandName> = { readonly [K in keyof InputOf<C>]?: InputOf<C>[K] | undefined };

/** A command with some of its inputs filled in; what is missing will be asked. */
export function ask<C extends CommandName>(command: C, given: Given<C> = {}): { command: C; input: Given<C> } {
  return { command, input: given };
}

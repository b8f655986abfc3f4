import { z } from 'zod';
import * as input from '../inputs.ts';
import * as meeting from './inputs.ts';

/** What can be asked about meetings: a line per command with the inputs it takes. */
export const meetingsAsks = {
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
    audience: meeting.audience.optional(),
    others: meeting.others.optional(),
    repeat: meeting.repeat.optional(),
    days: meeting.days.optional(),
    first: meeting.first.optional(),
    confirm: meeting.confirm.optional(),
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
    back: input.back.optional(),
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
    texts: meeting.texts.optional(),
    sharing: meeting.sharing.optional(),
    report: input.report.optional(),
    seen: input.seen.optional(),
  }),
  'complete-action': z.object({ action: meeting.action.optional() }),
  'reopen-action': z.object({ action: meeting.action.optional() }),
  'show-actions': z.object({
    municipality: input.municipality.optional(),
    action: meeting.action.optional(),
    page: input.page.optional(),
  }),
  'remind-action': z.object({ action: meeting.action.optional() }),
  'reassign-action': z.object({
    action: meeting.action.optional(),
    owner: meeting.owner.optional(),
    taker: meeting.taker.optional(),
    page: input.page.optional(),
  }),
} as const satisfies Readonly<Record<string, z.ZodObject>>;

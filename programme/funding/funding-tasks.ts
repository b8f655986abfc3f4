import { z } from 'zod';
import { addOpenDays, type Calendar, previousOpenDay } from '../calendar.ts';
import type { Day } from '../day.ts';
import type { Funding } from '../funding-list.ts';
import shipped from './task-days.json' with { type: 'json' };

const TaskDays = z.object({
  category: z.string(),
  tasks: z.array(z.object({ what: z.string(), openDaysBefore: z.number().int().nonnegative() })),
});
type TaskDays = z.infer<typeof TaskDays>;

/** What is to be done for a funding of each category, proposals of the programme; the earliest first. */
const taskDays: readonly TaskDays[] = z.array(TaskDays).parse(shipped);

export type FundingTask = { readonly what: string; readonly day: Day };

/** What is to be done until the end of a window, counted back in days on which the office is open. */
export function fundingTasks(
  { category }: Pick<Funding, 'category'>,
  until: Day,
  calendar: Calendar,
): readonly FundingTask[] {
  const last = previousOpenDay(until, calendar);
  const tasks = taskDays.find((each) => each.category === category)?.tasks ?? [];
  return tasks.map(({ what, openDaysBefore }) => ({ what, day: addOpenDays(last, -openDaysBefore, calendar) }));
}

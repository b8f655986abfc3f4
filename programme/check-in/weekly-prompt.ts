import { type Calendar, nextOpenDay } from '../calendar.ts';
import { addDays, dayOf, instantOf, timeOf } from '../day.ts';
import { type DeclaredJob, jobThatAsks } from '../declared-job.ts';
import { type Delivery, mayStillCome } from '../delivery.ts';
import { addWeeks, type Week } from '../week.ts';

/** Deliveries of the weekly card. */
export function promptDeliveries(deliveries: readonly Delivery[], jobs: readonly DeclaredJob[]): Delivery[] {
  const { name } = jobThatAsks('weekly-report', jobs);
  return deliveries.filter(({ job }) => job === name);
}

/** Those of them about one municipality and week. */
export function promptsAbout(municipality: string, week: Week, prompts: readonly Delivery[]): Delivery[] {
  return prompts.filter(({ item }) => item['week'] === week && item['municipality'] === municipality);
}

/**
 * Since when the weekly card is there, or will be. One that is overdue is expected any moment; one that will not come
 * any more is waited for no longer than it was to come.
 * @param meant when it was to come
 */
export function cardIsThere(prompts: readonly Delivery[], meant: Date, now: Date): Date {
  const arrived = prompts.flatMap(({ state, sentAt, dueAt }) =>
    state === 'sent' || state === 'unknown' ? [new Date(sentAt ?? dueAt)] : [],
  );
  if (arrived.length > 0) return new Date(Math.min(...arrived.map(Number)));
  const isExpected = prompts.length === 0 || prompts.some(mayStillCome);
  return isExpected && now > meant ? now : meant;
}

/**
 * When to ask again for what the weekly card has asked for: as planned, but never on the day the card has come, however
 * late that was. Undefined when the week is over by then.
 */
export function nudgeMoment(planned: Date, card: Date, week: Week, calendar: Calendar): Date | undefined {
  const earliest = nextOpenDay(addDays(dayOf(card), 1), calendar);
  if (earliest <= dayOf(planned)) return planned;
  return earliest < addWeeks(week, 1) ? instantOf(earliest, timeOf(planned)) : undefined;
}

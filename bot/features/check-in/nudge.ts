import { leaveOn } from '../../../programme/absence.ts';
import { calendarOf } from '../../../programme/calendar.ts';
import { askMoment } from '../../../programme/check-in/ask-moment.ts';
import { cardIsThere, nudgeMoment, promptDeliveries, promptsAbout } from '../../../programme/check-in/weekly-prompt.ts';
import { dayOf } from '../../../programme/day.ts';
import { deliveriesFrom } from '../../../programme/delivery.ts';
import type { Member } from '../../../programme/member.ts';
import { askedOf } from '../../../programme/people/asking.ts';
import { dueAt, weekly } from '../../../programme/schedule.ts';
import type { Week } from '../../../programme/week.ts';
import { municipal } from '../../../storage/collections.ts';
import { municipalityIn } from '../../../storage/municipalities.ts';
import { type DueItem, days, defineJob, type Planning, type Slot, withdraw } from '../../job.ts';
import { goneReason, promptedIn, promptsTo, promptWithdraws, WeeklyItem } from './prompts.ts';
import { nudgingCard } from './weekly-card.ts';
import { weeklyCheckIn } from './weekly-check-in.ts';

/** Once a week, to those who have not answered. The secretariat's 催促 uses the same card. */
export const nudge = defineJob({
  name: 'nudge',
  called: '催促',
  asks: 'weekly-report-again',
  withdraws: promptWithdraws,
  item: WeeklyItem,
  within: days(2),
  schedule: (programme, who) => (who?.preference?.off ? undefined : weekly(programme.nudge)),

  async due(slot, planning) {
    const prompts = await promptsTo(({ code }, week) => nudged(planning, slot, code, week), slot, planning);
    return (await Promise.all(prompts.map((prompt) => onceTheCardIsThere(prompt, slot, planning)))).flat();
  },

  async card(item, drawing) {
    const { store, programme, who, now } = drawing;
    if (!who) return withdraw('removed');
    const gone = await goneReason(item, drawing);
    if (gone) return gone;
    const looking = { store, programme, who, now, room: { audience: undefined } };
    return nudgingCard(await municipalityIn(store, item.municipality), item.week, looking);
  },
});

/**
 * Whoever answers for the municipality on the day, else the one who has its weekly card. Nobody is nudged before the
 * weekly card has come, nor where they have chosen a moment for theirs that is after the nudge. Closed days may bring
 * card and nudge to the same morning: without `at`, it counts which of them was meant to be first.
 */
function nudged(planning: Planning, slot: Slot, code: string, week: Week, at?: Date): Member | undefined {
  const { programme, members } = planning;
  const when = at ?? plannedAt(planning, slot, code);
  if (!when) return undefined;
  const day = dayOf(when);
  const mayBe = (who: Member | undefined) => {
    const own = who && askMoment(programme, who.preference, week, code);
    if (!own?.at) return false;
    return own.at < when || (at === undefined && own.meant < slot.at);
  };
  const prompted = promptedIn(planning, code, week).who;
  if (!mayBe(prompted)) return undefined;
  const onDuty = askedOf(code, members, day).who;
  return [onDuty, prompted].find((who) => mayBe(who) && !leaveOn(who?.leave, day));
}

const plannedAt = ({ programme }: Planning, slot: Slot, code: string): Date | undefined =>
  dueAt(slot.at, 'next-open', calendarOf(programme.closures, code), slot);

/** After a time in which nothing was sent, the card and the complaint about it would come in the same minute. */
async function onceTheCardIsThere(
  prompt: DueItem<WeeklyItem>,
  slot: Slot,
  planning: Planning,
): Promise<readonly DueItem<WeeklyItem>[]> {
  const { municipality: code, week } = prompt.item;
  const { programme, store, now } = planning;
  const meant = askMoment(programme, promptedIn(planning, code, week).who?.preference, week, code)?.at;
  const planned = plannedAt(planning, slot, code);
  if (!meant || !planned) return [];
  const found = now < meant ? [] : await store.deliveries.list(municipal(code), deliveriesFrom(slot.start, slot.end));
  const cards = promptDeliveries(
    found.map(({ value }) => value),
    [weeklyCheckIn],
  );
  const at = nudgeMoment(
    planned,
    cardIsThere(promptsAbout(code, week, cards), meant, now),
    week,
    calendarOf(programme.closures, code),
  );
  const who = at && nudged(planning, slot, code, week, at);
  return who ? [{ ...prompt, recipient: { kind: 'member', id: who.id }, at }] : [];
}

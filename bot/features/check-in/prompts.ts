import { z } from 'zod';
import { leaveOn } from '../../../programme/absence.ts';
import { calendarOf, nextOpenDay } from '../../../programme/calendar.ts';
import { editionOf } from '../../../programme/catalogue.ts';
import { askMoment } from '../../../programme/check-in/ask-moment.ts';
import { dayOf } from '../../../programme/day.ts';
import type { Member } from '../../../programme/member.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import { type Asked, askedOf } from '../../../programme/people/asking.ts';
import { type KpiRecord, kpiState } from '../../../programme/progress/kpi-record.ts';
import { progressOf } from '../../../programme/progress/step-standing.ts';
import { isEnteredFor, weeklyKpis } from '../../../programme/progress/weekly.ts';
import { Week, weekOfDay } from '../../../programme/week.ts';
import { kpisIn, progressIn } from '../../../storage/progress.ts';
import { away, type Drawing, type DueItem, type Planning, type Slot, type Withdrawal, withdraw } from '../../job.ts';
import { isRunning } from '../people/who-is-asked.ts';

/** What a weekly prompt is about. */
export const WeeklyItem = z.object({ municipality: z.string(), week: Week });
export type WeeklyItem = z.infer<typeof WeeklyItem>;

/** Why a weekly prompt may not be sent in the end. */
export const promptWithdraws = {
  ...away,
  removed: '名簿から外れました',
  answered: '報告済みのため送りませんでした',
} as const;

/** Who is to have a weekly prompt about a municipality. */
type Choose = (municipality: Municipality, week: Week) => Member | undefined;

/** One weekly prompt for each municipality that has not answered yet. */
export async function duePrompts(slot: Slot, planning: Planning): Promise<readonly DueItem<WeeklyItem>[]> {
  return promptsTo(({ code }, week) => promptedIn(planning, code, week).who, slot, planning);
}

export async function promptsTo(
  choose: Choose,
  slot: Slot,
  planning: Planning,
): Promise<readonly DueItem<WeeklyItem>[]> {
  const { programme, municipalities } = planning;
  if (!isRunning(programme, dayOf(slot.at))) return [];
  const week = weekOfDay(slot.day);
  const open = await Promise.all(
    municipalities.map(async (municipality): Promise<DueItem<WeeklyItem>[]> => {
      const { code, supported } = municipality;
      const who = supported ? choose(municipality, week) : undefined;
      if (!who || (await hasAnswered(planning, code, week))) return [];
      return [{ recipient: { kind: 'member', id: who.id }, municipality: code, item: { municipality: code, week } }];
    }),
  );
  return open.flat();
}

/** Who has the weekly card: each is looked for on the day their own would come, so that a leave on that day counts. */
export function promptedIn(
  { members, programme }: Pick<Planning, 'members' | 'programme'>,
  code: string,
  week: Week,
): Asked {
  const calendar = calendarOf(programme.closures, code);
  return askedOf(code, members, ({ preference }) => {
    const moment = askMoment(programme, preference, week, code) ?? askMoment(programme, undefined, week, code);
    return moment?.at ? dayOf(moment.at) : nextOpenDay(moment ? dayOf(moment.meant) : week, calendar);
  });
}

/** Whether nothing more is asked of the municipality in the week: every weekly KPI was answered, or somebody has put in what it answered. */
export async function hasAnswered(
  { store, programme }: Pick<Planning, 'store' | 'programme'>,
  municipality: string,
  week: Week,
): Promise<boolean> {
  const records = await progressIn(store, municipality, programme);
  if (isEnteredFor(records, week)) return true;
  return weeklyKpis(records).every(([, record]) => kpiState(record, week) !== 'notReported');
}

/** Why a prompt has lost its reason by the time it is sent; undefined while it still has one. */
export async function goneReason(
  { municipality, week }: WeeklyItem,
  drawing: Drawing,
): Promise<Withdrawal<'on-leave' | 'answered'> | undefined> {
  if (leaveOn(drawing.who?.leave, dayOf(drawing.now))) return withdraw('on-leave');
  return (await hasAnswered(drawing, municipality, week)) ? withdraw('answered') : undefined;
}

/** What a municipality is asked for every week. */
export async function weeklyOf(
  { store, programme }: Pick<Planning, 'store' | 'programme'>,
  municipality: string,
): Promise<readonly KpiRecord[]> {
  const kpis = await kpisIn(store, municipality, programme.fiscalYear);
  const records = progressOf(
    [],
    kpis.map(({ value }) => value),
    editionOf(programme),
  );
  return weeklyKpis(records).map(([, record]) => record);
}

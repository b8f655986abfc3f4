import { addDays, shortDate, weekdayOf } from '../../../programme/day.ts';
import { openDay } from '../calendar.ts';
import type { Deed, Now } from '../deed.ts';
import type { Plan, PlannedVisit } from '../plan.ts';

const [MONDAY, AHEAD_DAYS] = [1, 14];
const DONE = [
  '全体方針の骨子を一緒に見直した',
  '窓口の業務を1日分、流れ図にした',
  '推進体制の案を課長会議の資料にした',
];
const SUPPORTED = ['S1-3', 'S2-1', 'S3-1'];

/** An expert: plans a visit two weeks ahead, looks at the municipality before it, writes the record on the day after. */
export function expertDeeds({ day, part }: Now, { visits }: Plan): readonly Deed[] {
  return visits.flatMap((visit, at) => [
    ...(part === '09:30' && plannedOn(visit) === day ? [plans(visit)] : []),
    ...(part === '09:30' && visit.day === day ? [looks(visit)] : []),
    ...(part === '09:30' && openDay(addDays(visit.day, 1)) === day ? [records(visit, at)] : []),
  ]);
}

/** On the first open day of the week two weeks before. */
function plannedOn({ day }: PlannedVisit) {
  const before = addDays(day, -AHEAD_DAYS);
  return openDay(addDays(before, MONDAY - weekdayOf(before)));
}

const plans = ({ town, day, start, end, held, expert }: PlannedVisit): Deed => ({
  who: expert,
  does: (actor) =>
    actor.say(
      `訪問予定 ${town} ${shortDate(day)} ${start}-${end} ${held === 'in-person' ? '対面' : 'オンライン'}`,
      /訪問の予定を入れました/,
    ),
});

const looks = ({ town, expert }: PlannedVisit): Deed => ({
  who: expert,
  does: (actor) => actor.say(`状況 ${town}`, new RegExp(`${town}の状況`)),
});

const records = ({ municipality, id, held, day, start, end, expert }: PlannedVisit, at: number): Deed => ({
  who: expert,
  does: (actor) =>
    actor.ask(
      'record-visit',
      {
        ...{ municipality, visit: id, day, start, end, held, items: SUPPORTED[at % SUPPORTED.length] },
        ...{ text: DONE[at % DONE.length], attended: '総務課 課長', next: '来月の庁議のあと' },
      },
      /訪問記録を受け付けました/,
    ),
});

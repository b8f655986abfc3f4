import type { ProgrammeContent } from '../../documents/workbook/content.ts';
import { addDays, type Day } from '../../programme/day.ts';
import { meetingId } from '../../programme/meetings/meeting.ts';
import { visitRecordId } from '../../programme/visits/visit-record.ts';
import { visitTitle } from '../../programme/visits/visit-slot.ts';
import { cardDay, isOpen, mondaysBetween } from './calendar.ts';
import { HANAKO, LEAVE, NEW_LEAD_FROM, NEW_LEAD_IN, REPLACED, REPLACED_FROM, SUCCESSOR } from './people.ts';
import { END } from './programme.ts';

/** A visit of the year, by what is known of it before it is planned. */
export type PlannedVisit = {
  readonly municipality: string;
  readonly town: string;
  readonly expert: string;
  readonly day: Day;
  readonly start: string;
  readonly end: string;
  /** 対面, or online with why. */
  readonly held: 'in-person' | 'online:weather';
  /** Of the record. */
  readonly id: string;
  /** How it was: 1 to 5. */
  readonly score: number;
};

/** What is known of the year before it begins. */
export type Plan = {
  readonly towns: readonly Town[];
  readonly visits: readonly PlannedVisit[];
  readonly mondays: readonly Day[];
};
export type Town = {
  readonly code: string;
  readonly name: string;
  /** Counts from 0, in the order of the codes. */
  readonly at: number;
  readonly lead: string;
  /** Answers for what may be shown to others, whoever is the lead. */
  readonly consenter: string;
  readonly colleague: string | undefined;
  readonly expert: string;
  /** Days on which this office alone is closed. */
  readonly closed: readonly Day[];
  readonly items: readonly string[];
  readonly kpis: readonly { readonly kpi: string; readonly weekly: boolean }[];
};

/** The process dies while the weekly cards of these days go out: who then has none gets it before noon, and answers after. */
export const KILLED: readonly Day[] = ['2024-09-02', '2025-01-27'];

/** Two visits in three weeks. */
const [OF_WEEKS, EVERY_WEEKS] = [2, 3];
/** An expert is at one place on a day: each of their municipalities has a weekday of its own, from Tuesday on. */
const FIRST_WEEKDAY = 1;
/** The first visits come in the third week. */
const FIRST_WEEK = 2;
/** Its record is confirmed before the report is handed in. */
const LAST_VISIT = addDays(END, -7);
/** Those who were asked by the secretariat what is wrong, and from which visit on. */
const UNHAPPY = new Map([
  [3, 4],
  [9, 7],
  [15, 9],
]);

/** What is known before it begins of the days from one until another. */
export function planOf(
  { programme, municipalities, members, items, kpis }: ProgrammeContent,
  from: Day,
  until: Day,
): Plan {
  const mail = (found: ProgrammeContent['members'][number] | undefined) => found?.email;
  const supported = municipalities.filter((town) => town.supported);
  const towns = supported.map(({ code, name }, at): Town => {
    const own = members.filter((member) => member.municipalities.includes(code));
    const lead = mail(own.find((member) => member.role === 'municipal' && member.lead)) ?? '';
    return {
      ...{ code, name, at, lead, consenter: lead },
      colleague: mail(own.find(({ role, lead }) => role === 'municipal' && !lead)),
      expert: mail(own.find(({ role }) => role === 'expert')) ?? '',
      closed: programme.closures.flatMap(({ whom, day }) => (whom === code ? [day] : [])),
      items: items.filter((item) => item.municipality === code && item.year === 'this').map(({ item }) => item),
      kpis: kpis.filter((kpi) => kpi.municipality === code).map(({ kpi, weekly }) => ({ kpi, weekly })),
    };
  });
  const mondays = mondaysBetween(from, until).filter((monday) => cardDay(monday) !== undefined);
  return {
    towns,
    mondays,
    visits: towns.flatMap((town) => visitsOf(town, towns, mondays)).filter((v) => v.day <= until),
  };
}

function visitsOf(town: Town, towns: readonly Town[], mondays: readonly Day[]): readonly PlannedVisit[] {
  const own = towns.filter(({ expert }) => expert === town.expert);
  const weekday = FIRST_WEEKDAY + own.findIndex(({ code }) => code === town.code);
  const days = mondays.flatMap((monday, week) => {
    const day = addDays(monday, weekday);
    const isDue = week >= FIRST_WEEK && (week + town.at) % EVERY_WEEKS < OF_WEEKS;
    return isDue && isOpen(day, town.closed) && day <= LAST_VISIT ? [day] : [];
  });
  return days.map((day, count) => visitOn(day, town, count)).filter((visit) => !isBetweenExperts(visit, town));
}

/** Whether whoever came for another makes it. */
export const isSuccessors = ({ expert }: PlannedVisit): boolean => expert === SUCCESSOR.email;

/** Who goes plans nothing more, and who comes plans two weeks ahead. */
const isBetweenExperts = ({ day }: PlannedVisit, { expert }: Town): boolean =>
  expert === REPLACED && day >= REPLACED_FROM && day < addDays(REPLACED_FROM, 14);

/** Whoever answers for a municipality on a day. */
export function leadOn({ code, lead, colleague }: Town, day: Day): string {
  const isAway = lead === HANAKO && day >= LEAVE.from && day <= LEAVE.until;
  const hasHandedOver = code === NEW_LEAD_IN && day >= NEW_LEAD_FROM;
  return (isAway || hasHandedOver ? colleague : undefined) ?? lead;
}

function visitOn(day: Day, { code, name, at, expert }: Town, count: number): PlannedVisit {
  const start = '13:30';
  const meeting = meetingId({ title: visitTitle(name), day, start });
  const isReplaced = expert === REPLACED && day >= REPLACED_FROM;
  const unhappy = UNHAPPY.get(at);
  const isUnhappy = unhappy !== undefined && count >= unhappy && count < unhappy + 2;
  return {
    ...{
      municipality: code,
      town: name,
      day,
      expert: isReplaced ? SUCCESSOR.email : expert,
      start,
      end: '15:30',
      id: visitRecordId(meeting),
    },
    held: (at + count) % 6 === 5 ? 'online:weather' : 'in-person',
    score: isUnhappy ? 2 : 4 + (count % 2),
  };
}

import { type Calendar, calendarOf } from '../../programme/calendar.ts';
import { type Day, dayOf } from '../../programme/day.ts';
import { memberOn } from '../../programme/member.ts';
import type { Programme } from '../../programme/programme.ts';
import { MEMBERS, municipal, PROGRAMME, ROOMS, type Store } from '../../storage/collections.ts';
import { municipalitiesIn } from '../../storage/municipalities.ts';
import type { Planning } from '../job.ts';
import { usable } from '../upkeep/store-expected.ts';
import { type Admission, withAccess } from '../who/admission.ts';

/** What planning looks at; undefined before a programme was imported. */
export async function readWorld(store: Store, now: Date, admission: Admission): Promise<Planning | undefined> {
  const [programme, municipalities, members, rooms] = await Promise.all([
    store.programmes.get(PROGRAMME, 'programme'),
    municipalitiesIn(store),
    store.members.list(MEMBERS),
    store.rooms.list(ROOMS),
  ]);
  if (!programme) return undefined;
  const active = members.flatMap(({ value }) => (value.active ? [value] : []));
  const admitted = await withAccess(active, { store, admission, now });
  return {
    store,
    now,
    programme: usable(programme.value),
    municipalities,
    members: admitted.map((member) => memberOn(member, dayOf(now))),
    rooms: rooms.map(({ value }) => value),
  };
}

/** Every partition that may hold deliveries. */
export function deliveryPartitions({ municipalities }: Pick<Planning, 'municipalities'>): string[] {
  return [PROGRAMME, ...municipalities.map(({ code }) => municipal(code))];
}

export type Calendars = (municipality: string | undefined) => Calendar;

/** The calendar of each office, made once, each day looked up once. */
export function calendarsOf({ closures }: Pick<Programme, 'closures'>): Calendars {
  const known = new Map<string | undefined, Calendar>();
  return (municipality) => {
    const calendar = known.get(municipality) ?? remembering(calendarOf(closures, municipality));
    known.set(municipality, calendar);
    return calendar;
  };
}

function remembering({ isOpen }: Calendar): Calendar {
  const days = new Map<Day, boolean>();
  return {
    isOpen(day) {
      const open = days.get(day) ?? isOpen(day);
      days.set(day, open);
      return open;
    },
  };
}

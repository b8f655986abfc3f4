import {
  type ICalAttendeeData,
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendar,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator';
import { endOf, isCancelled, type Meeting, meetingUid, startOf } from '../../programme/meetings/meeting.ts';
import type { Member } from '../../programme/member.ts';

type Contact = Pick<Member, 'name' | 'email'>;

const PRODUCT = { company: 'bansou', product: 'bansou', language: 'JA' };

/**
 * An invitation for calendars (RFC 5545): lines of at most 75 octets, times in UTC. A later one for the same meeting
 * updates the entry: the UID stays and SEQUENCE grows; for a meeting that was called off it takes the entry away.
 * Who has no e-mail address is left out; without the organiser's it is an announcement nobody has to answer.
 */
export function calendarFile(meeting: Meeting, organiser: Contact, attendees: readonly Contact[], now: Date): string {
  const cancelled = isCancelled(meeting);
  const calendar = new ICalCalendar({ prodId: PRODUCT, method: methodOf(cancelled, organiser) });
  calendar.createEvent({
    id: meetingUid(meeting),
    sequence: meeting.sequence ?? 0,
    stamp: now,
    start: startOf(meeting),
    end: endOf(meeting),
    summary: meeting.title,
    location: meeting.place || null,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: organiser.email ? { name: quotable(organiser.name) || organiser.email, email: organiser.email } : null,
    attendees: attendees.flatMap((attendee) => attendeeOf(attendee)),
  });
  return `${calendar.toString()}\r\n`;
}

function methodOf(cancelled: boolean, { email }: Contact): ICalCalendarMethod {
  if (cancelled) return ICalCalendarMethod.CANCEL;
  return email ? ICalCalendarMethod.REQUEST : ICalCalendarMethod.PUBLISH;
}

function attendeeOf({ name, email }: Contact): ICalAttendeeData[] {
  if (!email) return [];
  return [
    {
      name: quotable(name) || email,
      email,
      rsvp: true,
      role: ICalAttendeeRole.REQ,
      status: ICalAttendeeStatus.NEEDSACTION,
    },
  ];
}

/** A parameter of RFC 5545 has no way to hold a quotation mark or a line break. */
function quotable(name: string): string {
  return name.replace(/["\p{Cc}]/gu, ' ').trim();
}

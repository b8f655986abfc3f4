import { type Day, dayOf, fullDate, shortDate } from '../day.ts';
import { endOf, isCancelled, type Meeting, startOf } from '../meetings/meeting.ts';
import { isTown } from '../meetings/party.ts';
import type { Programme } from '../programme.ts';
import { serves, type Term } from '../term.ts';
import { currentVisit, type VisitRecord, visitRecordId } from './visit-record.ts';

/** When somebody visits. */
type VisitSlot = { readonly day: Day; readonly start: string; readonly end: string };

/** An entry of 会議 that is a visit. */
export type VisitMeeting = Meeting & { readonly visit: NonNullable<Meeting['visit']> };
export const isVisit = (meeting: Meeting): meeting is VisitMeeting => meeting.visit !== undefined;

/** The 団体コード of the municipality that is visited. */
export const townOfVisit = ({ audience }: Pick<Meeting, 'audience'>): string => audience.find(isTown) ?? '';

/** What a visit is called in 会議: nothing of anybody. */
export const visitTitle = (townName: string): string => `${townName} 訪問支援`;

/** A visit that stands: planned, or as its record says it was. */
export type StandingVisit = VisitSlot & { readonly meeting: string; readonly municipality: string };

/** Every visit of these that was not called off, at the time its record says where there is one. */
export function standingVisits(
  meetings: readonly VisitMeeting[],
  recordOf: (id: string) => VisitRecord | undefined,
): readonly StandingVisit[] {
  return meetings
    .filter((meeting) => !isCancelled(meeting))
    .map((meeting) => {
      const record = recordOf(visitRecordId(meeting.id));
      const { day, start, end } = (record && currentVisit(record)?.content) ?? meeting;
      return { meeting: meeting.id, municipality: townOfVisit(meeting), day, start, end };
    });
}

/**
 * Its entry of 会議 stands at the time its record says; as it was planned where it has none any more. Same object when
 * nothing changes.
 * @param held what its record says
 */
export function visitHeldAt(meeting: Meeting, held: VisitSlot | undefined): Meeting {
  const { day, start, end, visit } = meeting;
  if (!visit) return meeting;
  const { planned = { day, start, end }, ...others } = visit;
  const slot = held ? { day: held.day, start: held.start, end: held.end } : planned;
  if (isSameSlot(slot, meeting)) return meeting;
  return { ...meeting, ...slot, visit: isSameSlot(slot, planned) ? others : { ...others, planned } };
}

const isSameSlot = (one: VisitSlot, other: VisitSlot): boolean =>
  one.day === other.day && one.start === other.start && one.end === other.end;

export type VisitTrouble = { readonly input: 'day' | 'start' | 'end'; readonly problem: string };

type Beside = {
  readonly municipality: string;
  readonly townName: (code: string) => string;
  readonly who: { readonly municipalities: readonly string[]; readonly terms?: readonly Term[] | undefined };
  readonly programme: Pick<Programme, 'start' | 'end'>;
  /** The other visits of the same expert. */
  readonly others: readonly StandingVisit[];
};

/** Why a visit cannot be at this time, whether it is planned or recorded; the first reason only. */
export function visitTrouble(slot: VisitSlot, beside: Beside): VisitTrouble | undefined {
  const { day, start, end } = slot;
  const { municipality, townName, who, programme, others } = beside;
  if (end <= start) return { input: 'end', problem: `終了は開始（${start}）より後の時刻にしてください。` };
  if (day < programme.start || day > programme.end) {
    const period = `${fullDate(programme.start)}から${fullDate(programme.end)}`;
    return { input: 'day', problem: `事業の期間（${period}）の日にしてください。` };
  }
  if (!serves(who, municipality, day))
    return { input: 'day', problem: `${shortDate(day)}は、${townName(municipality)}の担当期間に入っていません。` };
  const other = others.find((each) => each.day === day && each.start < end && start < each.end);
  return other && { input: 'start', problem: taken(other, municipality, townName) };
}

function taken({ day, start, end, ...other }: StandingVisit, municipality: string, townName: Beside['townName']) {
  const when = `${shortDate(day)} ${start}–${end}`;
  return other.municipality === municipality
    ? `${when}に、この団体への訪問がもう1つあります。時刻を直すか、そちらを「訪問一覧」から開いてください。`
    : `${when}に、${townName(other.municipality)}への訪問があります。時刻を直すか、先にそちらを「訪問中止」してください。`;
}

/** What is only wrong with a record: it has not begun. */
export function aheadTrouble(slot: VisitSlot, now: Date): VisitTrouble | undefined {
  if (startOf(slot) <= now) return undefined;
  const isLater = slot.day > dayOf(now);
  return {
    input: isLater ? 'day' : 'start',
    problem: `${shortDate(slot.day)} ${slot.start}はこれからです。訪問のあとに記録してください。`,
  };
}

/** Whether a visit is over, so that its record can be asked for. */
export const isOverVisit = (meeting: VisitMeeting, now: Date): boolean => endOf(meeting) <= now;

import { fiscalYearOf } from '../day.ts';
import { isCancelled, type Meeting } from './meeting.ts';
import { meetingsInOrder } from './said.ts';

/** Those of the same kind in the same fiscal year that stand, in order of day. */
const meetingsAlike = ({ kind, day }: Pick<Meeting, 'kind' | 'day'>, all: readonly Meeting[]) =>
  meetingsInOrder(
    all.filter((each) => each.kind === kind && fiscalYearOf(each.day) === fiscalYearOf(day) && !isCancelled(each)),
  );

/** The number a title says: 7 of 第7回進捗状況確認会議. */
function numberSaid({ title }: Pick<Meeting, 'title'>): number | undefined {
  const said = /第(\d{1,3})回/u.exec(title.normalize('NFKC'))?.[1];
  return said === undefined ? undefined : Number(said);
}

/**
 * 回次: what its title says. Where people do not number most of its kind, which of them it is in its fiscal year, in order
 * of day; where they do, one without a number stands outside of the series. Undefined too for one that was called off.
 */
export function meetingNumber(
  meeting: Pick<Meeting, 'id' | 'kind' | 'day' | 'title'>,
  all: readonly Meeting[],
): number | undefined {
  const alike = meetingsAlike(meeting, all);
  const at = alike.findIndex(({ id }) => id === meeting.id);
  if (at < 0) return undefined;
  const numbered = alike.filter((each) => numberSaid(each) !== undefined).length;
  return numberSaid(meeting) ?? (numbered * 2 > alike.length ? undefined : at + 1);
}

/** Its title with its 回次, which many titles say themselves. */
export function numberedTitle(meeting: Meeting, all: readonly Meeting[]): string {
  const number = meetingNumber(meeting, all);
  return number === undefined || numberSaid(meeting) !== undefined ? meeting.title : `第${number}回 ${meeting.title}`;
}

/** The one of its kind before it, and the one after it, also of another year. */
export function meetingsAround(
  meeting: Meeting,
  all: readonly Meeting[],
): { readonly before: Meeting | undefined; readonly after: Meeting | undefined } {
  const alike = meetingsInOrder(all.filter((each) => each.kind === meeting.kind && !isCancelled(each)));
  return {
    before: alike.findLast(({ day }) => day < meeting.day),
    after: alike.find(({ day }) => day > meeting.day),
  };
}

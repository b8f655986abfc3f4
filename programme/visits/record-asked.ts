import { addOpenDays, type Calendar } from '../calendar.ts';
import type { Day } from '../day.ts';
import { visitRecordDue } from './visit-record.ts';

/** How many open days before it is due a record is asked for once more. */
const OPEN_DAYS_BEFORE = 2;

type AskedForRecord = { readonly kind: 'first' | 'last'; readonly day: Day };

/** When the record of a visit is asked for: on the next open day, and shortly before it is due; once where both are one. */
export function askedForRecord(visited: Day, calendar: Calendar): readonly AskedForRecord[] {
  const first = addOpenDays(visited, 1, calendar);
  const last = addOpenDays(visitRecordDue(visited, calendar), -OPEN_DAYS_BEFORE, calendar);
  return [{ kind: 'first', day: first }, ...(last > first ? [{ kind: 'last', day: last } as const] : [])];
}

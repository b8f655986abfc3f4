import type { HandoverView } from '../../../cards/support/handover.ts';
import type { Day } from '../../../programme/day.ts';
import type { Programme } from '../../../programme/programme.ts';
import { openItems } from '../../../programme/progress/step-standing.ts';
import type { Assignment } from '../../../programme/support/assignment.ts';
import { handoverIn } from '../../../programme/support/handover.ts';
import { MEMBERS, municipal, PROGRAMME, type Store } from '../../../storage/collections.ts';
import { municipalityIn } from '../../../storage/municipalities.ts';
import { progressIn } from '../../../storage/progress.ts';
import { recordsOf } from '../visits/records-of.ts';

const ACTIONS = { from: 'action-', below: 'action.' } as const;

/** What the expert of an assignment takes over of the former one; undefined where there is nobody before. */
export async function handoverOf(
  store: Store,
  { id, municipality: code, after }: Assignment,
  { programme, today }: { readonly programme: Programme; readonly today: Day },
): Promise<HandoverView | undefined> {
  if (after === undefined) return undefined;
  const at = municipal(code);
  const [own, shared, meetings, records, progress, municipality, former] = await Promise.all([
    store.actionItems.list(at, ACTIONS),
    store.actionItems.list(PROGRAMME, ACTIONS),
    store.meetings.list(PROGRAMME),
    recordsOf(store, code),
    progressIn(store, code, programme),
    municipalityIn(store, code),
    store.members.get(MEMBERS, after),
  ]);
  const known = {
    actions: [...own, ...shared].map(({ value }) => value),
    meetings: meetings.map(({ value }) => value),
    records,
  };
  return {
    ...handoverIn(code, after, known, today),
    municipality,
    assignment: id,
    former: former?.value.name ?? '前任の方',
    open: openItems(progress),
  };
}

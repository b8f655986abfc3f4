import type { ActionItem } from '../../../programme/meetings/action-item.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import { UNDO_HOURS } from '../../../programme/provenance.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { isUndoable, withUndone } from '../../../programme/undo.ts';
import { currentVisit, type VisitRecord } from '../../../programme/visits/visit-record.ts';
import { visitHeldAt } from '../../../programme/visits/visit-slot.ts';
import { municipal, PROGRAMME } from '../../../storage/collections.ts';
import type { MunicipalStart, MunicipalTurn } from '../../turn.ts';
import { actionAt } from '../meetings/actions.ts';
import { actionsOf } from '../meetings/view.ts';
import { visitNamed } from './read.ts';

/** What one message wrote of a visit, and may still be taken back. */
export type ToTakeBack = {
  readonly record: VisitRecord;
  readonly report: string;
  readonly actions: readonly ActionItem[];
};

/** @throws Refusal where it is nothing, or too late */
export async function visitToTakeBack(
  { visit }: { readonly visit?: string | undefined },
  report: string,
  turn: MunicipalStart,
): Promise<ToTakeBack> {
  const { meeting, record } = await visitNamed(visit, turn.store);
  const isItsOwn = record?.versions.some(
    (version) => version.ask === report && isUndoable(version, turn.who.id, turn.now),
  );
  if (!record || !isItsOwn) throw Refusal.because('nothing-to-undo', { hours: UNDO_HOURS });
  const actions = (await actionsOf(meeting, turn)).filter(
    ({ recorded }) => recorded.ask === report && isUndoable(recorded, turn.who.id, turn.now),
  );
  return { record, report, actions };
}

/** Takes a version back, with the 宿題 it brought; the one before it counts again. */
export async function takeBackVisit({ record, report, actions }: ToTakeBack, turn: MunicipalTurn) {
  const { municipality, from } = turn;
  const after = await turn.change(
    'visitRecords',
    { partition: municipal(municipality.code), id: record.id },
    (known) => {
      if (!known) throw Refusal.because('unknown-visit');
      const versions = withUndone(known.versions, report, from);
      return versions === known.versions ? known : { ...known, versions };
    },
  );
  await turn.change('meetings', { partition: PROGRAMME, id: record.meeting }, (known) => {
    if (!known) throw Refusal.because('unknown-visit');
    return visitHeldAt(known, currentVisit(after)?.content);
  });
  for (const action of actions)
    await turn.change('actionItems', actionAt(action), (known = action) =>
      known.undone ? known : { ...known, undone: from },
    );
  return { municipality: municipality satisfies Municipality, record: after, actions: actions.map(({ what }) => what) };
}

import type { VisitRecorded } from '../../../cards/visits/recorded.ts';
import { withRecorded } from '../../../programme/meetings/action-item.ts';
import { isCancelled, withMeetingChange } from '../../../programme/meetings/meeting.ts';
import { visitRecordId, withVisitVersion } from '../../../programme/visits/visit-record.ts';
import { visitRemarkId, withRemark } from '../../../programme/visits/visit-remark.ts';
import { visitHeldAt } from '../../../programme/visits/visit-slot.ts';
import { municipal, PROGRAMME } from '../../../storage/collections.ts';
import { kpisIn } from '../../../storage/progress.ts';
import type { MunicipalTurn } from '../../turn.ts';
import { actionAt } from '../meetings/actions.ts';
import { lineOf, ownerNames } from '../meetings/view.ts';
import type { Draft } from './record-draft.ts';

/**
 * Writes a visit: its entry of 会議, 宿題 and 所見 first, and the record last. A crash between leaves a visit that waits for
 * its record, and asking again finishes it; the same again changes nothing.
 */
export async function writeVisit(draft: Draft, turn: MunicipalTurn): Promise<VisitRecorded> {
  const { meeting, content, remark, correction, actions } = draft;
  const { municipality, who } = turn;
  await turn.change('meetings', { partition: PROGRAMME, id: meeting.id }, (now) =>
    visitHeldAt(
      now && isCancelled(now) ? withMeetingChange(now, { status: 'scheduled' }, turn.from) : (now ?? meeting),
      content,
    ),
  );
  const owner = await ownerNames(turn);
  const kept: VisitRecorded['actions'][number][] = [];
  for (const { action } of actions) {
    const written = await turn.change('actionItems', actionAt(action), (known) => withRecorded(known, action));
    kept.push(lineOf(written, owner(written)));
  }
  const visit = visitRecordId(meeting.id);
  if (remark !== undefined)
    await turn.change('visitRemarks', { partition: PROGRAMME, id: visitRemarkId(visit) }, (known) =>
      withRemark(known, visit, remark, turn.from),
    );
  const at = { partition: municipal(municipality.code), id: visit };
  const of = { meeting: meeting.id, municipality: municipality.code, expert: who.id };
  const record = await turn.change('visitRecords', at, (known) =>
    withVisitVersion(known, of, { content, reason: correction }, turn.from),
  );
  const reported = await kpisIn(turn.store, municipality.code, turn.programme.fiscalYear);
  const kpis = new Set(reported.map(({ value }) => value.kpi));
  return { municipality, record, actions: kept, kpis, remarked: remark !== undefined, report: turn.from.ask };
}

import { visitCard } from '../../../cards/visits/visit.ts';
import { calendarOf } from '../../../programme/calendar.ts';
import { dayOf } from '../../../programme/day.ts';
import { may, mayNamePeople } from '../../../programme/may.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { isUndoable } from '../../../programme/undo.ts';
import { visitOpen } from '../../../programme/visits/visit-answering.ts';
import { currentVisit } from '../../../programme/visits/visit-record.ts';
import { visitRemarkId } from '../../../programme/visits/visit-remark.ts';
import { townOfVisit } from '../../../programme/visits/visit-slot.ts';
import { MEMBERS, PROGRAMME } from '../../../storage/collections.ts';
import { defineCommand } from '../../command.ts';
import type { MunicipalStart } from '../../turn.ts';
import { actionsOf, lineOf, ownerNames } from '../meetings/view.ts';
import { ratingOf } from './rating-of.ts';
import { isVisitAhead, type Visited, visitNamed, visitsTo } from './read.ts';

export const showVisit = defineCommand({
  name: 'show-visit',
  says: ['訪問の記録を見る'],
  help: '1回の訪問の記録を、版と確認の状態とともに表示します。',
  example: '訪問の記録を見る',
  english: 'Show the record of one visit.',
  group: 'none',
  needs: 'view',
  about: 'municipality',
  usualFor: 'nobody',
  writes: false,
  typed: 'inputs',

  async prepare({ visit }, { municipality, store }) {
    const found =
      visit === undefined ? (await visitsTo(municipality.code, store)).at(-1) : await visitNamed(visit, store);
    if (!found || townOfVisit(found.meeting) !== municipality.code) throw Refusal.because('unknown-visit');
    return { found };
  },

  async run(_input, turn, found) {
    return { card: visitCard(await viewOf(found, turn)) };
  },
});

async function viewOf({ meeting, record }: Visited, turn: MunicipalStart) {
  const { municipality, store, now, who, room } = turn;
  const whole = mayNamePeople(room.audience);
  const isOffice = who.role === 'secretariat' && room.audience === undefined;
  const [expert, actions, owner, remark, rating] = await Promise.all([
    whole ? store.members.get(MEMBERS, meeting.visit.expert) : undefined,
    record && whole ? actionsOf(meeting, turn) : [],
    ownerNames(turn),
    record && isOffice ? store.visitRemarks.get(PROGRAMME, visitRemarkId(record.id)) : undefined,
    record && isOffice ? ratingOf(turn, record) : undefined,
  ]);
  const mayRecord =
    meeting.visit.expert === who.id && may(who, 'visit', municipality.code) && room.audience === undefined;
  return {
    ...{ municipality, meeting, record, whole },
    ...standingOf(record, turn),
    expert: expert?.value.name,
    actions: actions.map((action) => lineOf(action, owner(action))),
    remark: remark?.value.versions.at(-1)?.text,
    rating,
    maySheet: room.audience === undefined,
    isAhead: isVisitAhead({ meeting, record }, dayOf(now)),
    mayConfirm: room.audience === undefined && may(who, 'confirm', municipality.code),
    mayRecord,
    report: mayRecord ? undoable(record, turn) : undefined,
  };
}

/** Where the record stands with its municipality, and whether that may still be answered anew. */
function standingOf(record: Visited['record'], { now, programme, municipality }: MunicipalStart) {
  const open = record && visitOpen(record, dayOf(now), calendarOf(programme.closures, municipality.code));
  return open && { standing: open.standing, mayReturn: open.mayReturn };
}

/** The message that wrote the version that counts, where this person may still take it back. */
function undoable(record: Visited['record'], { who, now }: MunicipalStart): string | undefined {
  const current = record && currentVisit(record);
  return current && isUndoable(current, who.id, now) ? current.ask : undefined;
}

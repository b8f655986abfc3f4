import { takenOverCard } from '../../../cards/support/handover.ts';
import { dayOf } from '../../../programme/day.ts';
import { withNewOwner } from '../../../programme/meetings/action-item.ts';
import type { Provenance } from '../../../programme/provenance.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { type Assignment, isAssignedOn } from '../../../programme/support/assignment.ts';
import { withNewExpert } from '../../../programme/support/handover.ts';
import { municipal, PROGRAMME } from '../../../storage/collections.ts';
import { defineCommand } from '../../command.ts';
import { assignmentsOf } from './assignments.ts';
import { handoverOf } from './handover.ts';

const NOTHING = '引き継ぐものはありません。何も変えていません。前任の方がいるはずのときは、事務局へご連絡ください。';

export const takeOver = defineCommand({
  name: 'take-over',
  says: ['引き継ぎました', '引継ぎました', '引き継ぎ'],
  help: '前任の方の宿題と訪問の予定を、確かめて引き継ぎます。',
  example: '引き継ぎました',
  english: 'Take over the homework and coming visits of the expert before you.',
  group: { title: '確かめる', order: 12 },
  needs: 'serve',
  about: 'municipality',
  privately: true,
  usualFor: {},
  writes: true,
  typed: 'inputs',

  async prepare({ assignment: id }, turn) {
    const { store, who, municipality, programme, now } = turn;
    const today = dayOf(now);
    const own = (await assignmentsOf(store, municipality.code)).filter(
      (each) => each.expert === who?.id && each.after !== undefined && isAssignedOn(each, today),
    );
    const found = id === undefined ? own.at(-1) : own.find((each) => each.id === id);
    const handover = found && (await handoverOf(store, found, { programme, today }));
    if (!found || !handover) throw Refusal.because('bad-value', { sentence: NOTHING });
    return { found: { assignment: found, handover } };
  },

  /** Said last: whatever a crash leaves with the former expert is taken over by saying it again. */
  async run(_input, turn, { assignment, handover }) {
    const { change, from } = turn;
    const { municipality, expert, after = '' } = assignment;
    for (const action of handover.actions) {
      const partition = action.municipality === undefined ? PROGRAMME : municipal(action.municipality);
      await change('actionItems', { partition, id: action.id }, (now) =>
        withNewOwner(now ?? action, after, expert, from),
      );
    }
    for (const visit of handover.visits)
      await change('meetings', { partition: PROGRAMME, id: visit.id }, (now) =>
        withNewExpert(now ?? visit, after, expert, from),
      );
    const at = { partition: municipal(municipality), id: assignment.id };
    await change('assignments', at, (now) => withTakenOver(now ?? assignment, from));
    return { card: takenOverCard(handover), how: 'replace' };
  },
});

const withTakenOver = (assignment: Assignment, from: Provenance): Assignment =>
  assignment.takenOver ? assignment : { ...assignment, takenOver: from };

import type { Row } from '../../../cards/card.ts';
import { ask } from '../../../programme/asks.ts';
import { dayOf } from '../../../programme/day.ts';
import { isAssignedOn } from '../../../programme/support/assignment.ts';
import type { MemberStart } from '../../turn.ts';
import { assignmentsOf } from './assignments.ts';
import type { Everywhere } from './coverages.ts';

/** Successors who serve already and have not yet said 引き継ぎました. Only those with a term can be any. */
export async function handoverRows({ store, now }: MemberStart, { towns, members }: Everywhere): Promise<Row[]> {
  const today = dayOf(now);
  const served = new Set(members.flatMap(({ active, terms = [] }) => (active ? terms.map((t) => t.municipality) : [])));
  const found = await Promise.all(
    towns.filter(({ code }) => served.has(code)).map(({ code }) => assignmentsOf(store, code)),
  );
  const waiting = found.flat().filter((each) => each.after && !each.takenOver && isAssignedOn(each, today));
  return waiting.map(({ municipality, expert }) => ({
    title: `${towns.find(({ code }) => code === municipality)?.name ?? municipality} 引き継ぎ待ち`,
    detail: `後任 ${members.find(({ id }) => id === expert)?.name ?? expert}さん`,
    tone: 'attention',
    ask: ask('show-dispatch', { municipality }),
  }));
}

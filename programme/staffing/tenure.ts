import { addDays, type Day, dayOf, laterDay } from '../day.ts';
import { approvedVersion, decisionOf } from '../filing.ts';
import type { Member } from '../member.ts';
import { type ContractorPerson, isOfContractor, isThisPerson } from './contractor-person.ts';
import type { ChartContent, OrganizationChart } from './organization-chart.ts';
import { inForceFrom, type StaffingChange } from './staffing-change.ts';

/** Everything that was handed in about who works for the contractor. */
export type Staffing = {
  readonly charts: readonly OrganizationChart[];
  readonly changes: readonly StaffingChange[];
};

/** `never`: in no approved paper. `ahead`: approved, and comes on `from`. `gone`: went, with `last` as the last day. */
type NoTenure =
  | { readonly ok: false; readonly reason: 'approval'; readonly why: 'never' }
  | { readonly ok: false; readonly reason: 'approval'; readonly why: 'ahead'; readonly from: Day }
  | { readonly ok: false; readonly reason: 'approval'; readonly why: 'gone'; readonly last: Day };
export type Tenure = { readonly ok: true } | NoTenure;

const OK: Tenure = { ok: true };

/** A version of a 体制表 that the prefecture approved, with the day from which it holds. */
export type ApprovedChart = {
  readonly chart: OrganizationChart;
  readonly number: number;
  readonly content: ChartContent;
  readonly from: Day;
};

/** Every one there is, whatever took its place since. */
export function approvedCharts({ charts }: Pick<Staffing, 'charts'>): readonly ApprovedChart[] {
  return charts.flatMap((chart) =>
    chart.versions.flatMap(({ number, content }): ApprovedChart[] => {
      const decision = chart.withdrawn ? undefined : decisionOf(chart, number);
      if (decision?.verdict !== 'approve') return [];
      return [{ chart, number, content, from: laterDay(content.day, dayOf(new Date(decision.at))) }];
    }),
  );
}

/** From when on nobody of the contractor's side works without 承認: the first approved 体制表. */
export function bindingFrom(staffing: Pick<Staffing, 'charts'>): Day | undefined {
  return approvedCharts(staffing)
    .map(({ from }) => from)
    .toSorted()[0];
}

/** From `day` on somebody is there, or is no longer. */
type Step = { readonly day: Day; readonly isThere: boolean };

/**
 * Whether somebody may work on the programme on a day. From the first approved 体制表 on, people of the contractor's
 * side may from the later of the day they come and the day of the 承認, to 24:00 of the day on which they go. Who is
 * left out of a later 体制表 does not go by that: only a 体制変更, or the roster, ends it.
 */
export function tenureOf(
  member: Pick<Member, 'id' | 'name' | 'email' | 'role'>,
  { charts, changes }: Staffing,
  day: Day,
): Tenure {
  if (!isOfContractor(member)) return OK;
  const approved = approvedCharts({ charts });
  if (!approved.some(({ from }) => from <= day)) return OK;
  const isMeant = (person: ContractorPerson | undefined) => person !== undefined && isThisPerson(member, person);
  const listed: Step[] = approved.flatMap(({ from, content }) =>
    content.people.some(isMeant) ? [{ day: from, isThere: true }] : [],
  );
  const changed: Step[] = changes.flatMap((change) => {
    const content = approvedVersion(change)?.content;
    const from = inForceFrom(change);
    if (!content || from === undefined) return [];
    return [
      ...(isMeant(content.after) ? [{ day: from, isThere: true }] : []),
      ...(isMeant(content.before) && !content.stays ? [{ day: addDays(content.day, 1), isThere: false }] : []),
    ];
  });
  return standing([...listed, ...changed], day);
}

/** The last step before the day counts; of two on the same day, that somebody goes. */
function standing(steps: readonly Step[], day: Day): Tenure {
  const order = steps.toSorted((a, b) => a.day.localeCompare(b.day) || Number(b.isThere) - Number(a.isThere));
  const last = order.findLast((step) => step.day <= day);
  if (last?.isThere) return OK;
  const next = order.find((step) => step.isThere && step.day > day);
  if (next) return { ok: false, reason: 'approval', why: 'ahead', from: next.day };
  if (last) return { ok: false, reason: 'approval', why: 'gone', last: addDays(last.day, -1) };
  return { ok: false, reason: 'approval', why: 'never' };
}

import { doneDays, type PlanView } from '../../../cards/reports/plan-view.ts';
import { dayOf } from '../../../programme/day.ts';
import {
  approvedVersion,
  currentFiling,
  decisionOf,
  editionHandedIn,
  FILINGS,
  filingState,
  filingStateName,
  filingStateNames,
  withVersion,
} from '../../../programme/filing.ts';
import type { Member } from '../../../programme/member.ts';
import type { Programme } from '../../../programme/programme.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { draftedPlan } from '../../../programme/reports/drafted-plan.ts';
import {
  type PlanContent,
  type PlanVersion,
  submittedVersion,
  versionNumbered,
  type WholePlan,
  wholePlanId,
} from '../../../programme/reports/whole-plan.ts';
import type { Store } from '../../../storage/collections.ts';
import { supportedMunicipalities } from '../../../storage/municipalities.ts';
import type { MemberStart, MemberTurn } from '../../turn.ts';
import { allMeetings } from '../meetings/find.ts';
import { seesDrafts } from './monthly-of.ts';

export type PlanReader = {
  readonly store: Store;
  readonly who: Pick<Member, 'role'>;
  readonly now: Date;
  readonly programme: Programme;
  readonly room: Pick<MemberStart['room'], 'audience'>;
};

export const wholePlanAt = (fiscalYear: number) => ({ partition: FILINGS, id: wholePlanId(fiscalYear) });

export async function wholePlanOf(store: Store, fiscalYear: number): Promise<WholePlan | undefined> {
  const { partition, id } = wholePlanAt(fiscalYear);
  return (await store.wholePlans.get(partition, id))?.value;
}

/**
 * The version this person is shown: the one that is asked for, else the newest they may see. A draft is the
 * secretariat's own; before anything was written it is what the workbook says. Undefined where there is nothing to see.
 * @throws Refusal where the version that is asked for is not theirs to see
 */
export async function planView(reader: PlanReader, asked?: number): Promise<PlanView | undefined> {
  const { store, programme } = reader;
  const plan = await wholePlanOf(store, programme.fiscalYear);
  if (!plan) return seesDrafts(reader) ? draftView(await contentDrafted(reader), reader) : undefined;
  const newest = seesDrafts(reader) ? currentFiling(plan) : submittedVersion(plan);
  if (!newest) return undefined;
  const shown = asked === undefined ? newest : versionNumbered(plan, asked);
  const isTheirs = shown && (seesDrafts(reader) || plan.submissions?.some(({ version }) => version === shown.number));
  if (!isTheirs) throw Refusal.because('old-card');
  return viewOf(plan, shown, newest, reader);
}

/** What the workbook knows of the plan of the year. */
export async function contentDrafted({
  store,
  programme,
}: Pick<PlanReader, 'store' | 'programme'>): Promise<PlanContent> {
  const [towns, meetings] = await Promise.all([supportedMunicipalities(store), allMeetings(store, () => true)]);
  return draftedPlan({ programme, towns, meetings });
}

function draftView(content: PlanContent, { programme, now }: PlanReader): PlanView {
  return {
    ...{ fiscalYear: programme.fiscalYear, content, number: 0, edition: 1, standing: filingStateNames.draft },
    ...{ approved: undefined, newest: undefined, doneOf: () => undefined, today: dayOf(now) },
    ...{ isOffice: true, isDraft: true },
  };
}

function viewOf(plan: WholePlan, shown: PlanVersion, newest: PlanVersion, reader: PlanReader): PlanView {
  const approved = approvedVersion(plan);
  const isCurrent = shown.number === currentFiling(plan).number;
  return {
    fiscalYear: plan.fiscalYear,
    content: shown.content,
    number: shown.number,
    edition: editionHandedIn(plan, shown.number),
    standing: wholePlanStanding(plan, shown.number),
    approved: approved && { ...approved, edition: editionHandedIn(plan, approved.number) },
    newest: newest.number === shown.number ? undefined : newest.number,
    doneOf: doneDays(plan),
    today: dayOf(reader.now),
    isOffice: seesDrafts(reader),
    isDraft: isCurrent && filingState(plan) === 'draft',
  };
}

/** 下書き, 提出済み, 承認 … of one version. */
export function wholePlanStanding(plan: WholePlan, number: number): string {
  if (number === currentFiling(plan).number) return filingStateName(plan);
  const decision = decisionOf(plan, number);
  if (decision) return filingStateNames[decision.verdict];
  return plan.submissions?.some(({ version }) => version === number) ? filingStateNames.submitted : '前の下書き';
}

/**
 * Writes the next version of the plan of the year, as a draft. The first one begins with what the workbook says.
 * @param next may throw a Refusal, where what was to be changed is not there any more
 */
export async function writeWholePlan(
  turn: MemberTurn,
  next: (content: PlanContent, plan: WholePlan | undefined) => PlanContent,
): Promise<WholePlan> {
  const { programme, from } = turn;
  const { fiscalYear } = programme;
  const drafted = await contentDrafted(turn);
  return turn.change('wholePlans', wholePlanAt(fiscalYear), (known) => {
    if (known?.versions.some(({ ask }) => ask === from.ask)) return known;
    if (known) return withVersion(known, next(currentFiling(known).content, known), from);
    const version = { ...from, number: 1, content: next(drafted, undefined) };
    return { id: wholePlanId(fiscalYear), fiscalYear, versions: [version] };
  });
}

/** What whoever writes the plan sees: there is always a draft for them. */
export async function ownPlan(turn: MemberStart): Promise<PlanView> {
  const view = await planView(turn);
  if (!view) throw new Error('who writes sees a draft');
  return view;
}

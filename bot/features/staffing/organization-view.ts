import type { OrganizationView } from '../../../cards/staffing/organization.ts';
import { type Day, dayOf, laterDay, shortDate } from '../../../programme/day.ts';
import {
  actOf,
  asHandedIn,
  currentFiling,
  decisionOf,
  editionHandedIn,
  FILINGS,
  filingState,
  filingStateName,
  filingStateNames,
} from '../../../programme/filing.ts';
import type { Member } from '../../../programme/member.ts';
import { chartDrawn } from '../../../programme/staffing/drawn-chart.ts';
import { chartId, lackingInChart, type OrganizationChart } from '../../../programme/staffing/organization-chart.ts';
import { organizationOn } from '../../../programme/staffing/organization-on.ts';
import {
  type OrganizationSheet,
  organizationSheet,
  type SheetOf,
} from '../../../programme/staffing/organization-sheet.ts';
import { consentedParties } from '../../../programme/staffing/subcontract.ts';
import { MEMBERS, type Store } from '../../../storage/collections.ts';
import { municipalityNames, supportedMunicipalities } from '../../../storage/municipalities.ts';
import type { Making } from '../../files/handed-out.ts';
import type { MemberStart } from '../../turn.ts';
import { assignmentsOf } from '../support/assignments.ts';
import { readStaffing } from './read-staffing.ts';
import { mayWriteFilings, seenFiling } from './seen-filing.ts';
import { subcontractsIn } from './subcontract-view.ts';

/** A 体制表 to look at or to hand out, and where it stands. */
export type Organized = Pick<OrganizationView, 'sheet' | 'standing' | 'holds' | 'isWaiting' | 'lacking' | 'chart'>;

/** The 体制表 of the year in force, whatever it stands at; undefined before anything was written. */
export async function chartOfYear(
  store: Store,
  { fiscalYear }: { readonly fiscalYear: number },
): Promise<OrganizationChart | undefined> {
  return (await store.organizationCharts.get(FILINGS, chartId(fiscalYear)))?.value;
}

/** A 体制表 by its id; undefined where there is none this person may see. */
export async function chartSeenBy(
  turn: Pick<MemberStart, 'store' | 'who' | 'room'>,
  id: string,
): Promise<OrganizationChart | undefined> {
  const found = (await turn.store.organizationCharts.get(FILINGS, id))?.value;
  return found && seenFiling(found, turn);
}

export async function membersIn(store: Store): Promise<readonly Member[]> {
  return (await store.members.list(MEMBERS)).map(({ value }) => value);
}

/** What holds on a day; where nothing does, what the roster would say, which is no 体制表 yet. */
export async function organizedOn(day: Day, from: Making): Promise<Organized> {
  const { store, programme } = from;
  const [staffing, members] = await Promise.all([readStaffing(store), membersIn(store)]);
  const found = organizationOn(staffing, members, day);
  if (!found) {
    const known = await chartOfYear(store, programme);
    const content = chartDrawn(members, { ...(known ? currentFiling(known).content : {}), day });
    const handedIn = known && asHandedIn(known);
    const waits = handedIn && filingState(handedIn) === 'submitted' ? '提出した体制表は、県の決定待ちです。' : '';
    const standing = `県が承認した体制表は、まだありません。${waits}名簿による案です。`;
    // Where it was written anew since, the next version can be handed in.
    const isWaiting = known !== undefined && filingState(known) === 'submitted';
    const drawn = await sheetOf({ content, people: content.people, version: '案' }, day, members, from);
    return { sheet: drawn, standing, holds: false, isWaiting, lacking: lackingInChart(content), chart: undefined };
  }
  const { chart, number, content, people, isChanged } = found;
  const sheet = await sheetOf(
    { content, people, version: `第${editionHandedIn(chart, number)}版` },
    day,
    members,
    from,
  );
  const changed = isChanged ? 'その後の体制変更を含みます。' : '';
  return { sheet, standing: `${standingOf(chart, number)}。${changed}`, holds: true, lacking: [], chart: undefined };
}

/** The paper as it is written or was handed in. */
export async function organizedAs(chart: OrganizationChart, from: Making): Promise<Organized> {
  const { number, content } = currentFiling(chart);
  const members = await membersIn(from.store);
  const day = laterDay(content.day, dayOf(from.now));
  const sheet = await sheetOf(
    { content, people: content.people, version: `第${editionHandedIn(chart, number)}版` },
    day,
    members,
    from,
  );
  const state = filingState(chart);
  const lacking = lackingInChart(content);
  return {
    sheet,
    standing: `${standingOf(chart, number)}。`,
    holds: state === 'approve',
    isWaiting: state === 'submitted',
    lacking,
    chart: chart.id,
  };
}

function standingOf(chart: OrganizationChart, number: number): string {
  const decision = decisionOf(chart, number);
  const state = decision ? filingStateNames[decision.verdict] : filingStateName(chart);
  const on = decision ? ` ${shortDate(dayOf(new Date(decision.at)))}` : '';
  const act = actOf(chart, number);
  return `第${editionHandedIn(chart, number)}版 ${state}${on}${act ? `（${act.document}）` : ''}`;
}

async function sheetOf(of: SheetOf, day: Day, members: readonly Member[], { store, programme }: Making) {
  const [townName, towns, subcontracts] = await Promise.all([
    municipalityNames(store),
    supportedMunicipalities(store),
    subcontractsIn(store),
  ]);
  const parties = consentedParties(members, subcontracts, day);
  const assignments = (await Promise.all(towns.map(({ code }) => assignmentsOf(store, code)))).flat();
  return organizationSheet(of, { business: programme.name, day, members, assignments, parties, townName });
}

/** What of it somebody sees: an expert those of the municipalities served, and no private contact. */
export function seenBy(organized: Organized, turn: Pick<MemberStart, 'who' | 'room'>): OrganizationView {
  const { who } = turn;
  const whole = who.role !== 'expert';
  return {
    ...organized,
    sheet: whole ? organized.sheet : ofTowns(organized.sheet, who),
    whole,
    mayWrite: mayWriteFilings(turn),
  };
}

const ofTowns = (sheet: OrganizationSheet, { municipalities }: Pick<Member, 'municipalities'>): OrganizationSheet => ({
  ...sheet,
  experts: sheet.experts.flatMap((expert) => {
    const shared = expert.municipalities.filter((code) => municipalities.includes(code));
    if (shared.length === 0) return [];
    const towns = expert.towns.split('、').filter((_, at) => shared.includes(expert.municipalities[at] ?? ''));
    return [{ ...expert, municipalities: shared, towns: towns.join('、'), work: '' }];
  }),
});

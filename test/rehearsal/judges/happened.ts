import { INCIDENTS } from '../../../programme/approvals/incident.ts';
import { CONSENTS } from '../../../programme/consent/consent.ts';
import { dayOf } from '../../../programme/day.ts';
import { FILINGS, type Filing } from '../../../programme/filing.ts';
import { INQUIRIES } from '../../../programme/reports/inquiry.ts';
import { RATINGS } from '../../../programme/visits/rating.ts';
import { VISITS } from '../../../programme/visits/visit-record.ts';
import { MISMATCHES, municipal, PROGRAMME, type Store } from '../../../storage/collections.ts';
import { HANAKO, LEAVE, NEW_LEAD_FROM, NEW_LEAD_IN, SUCCESSOR } from '../people.ts';
import { isSuccessors, type Plan } from '../plan.ts';
import { progressMeetings } from '../scenes/meetings.ts';
import { monthEnds } from '../scenes/months.ts';
import { CASES, SHARED_MEETINGS, WITHDRAWN } from '../scenes/sharing.ts';
import type { Got, World } from '../world.ts';
import { isCard } from './check-ins.ts';

/** How often something happened in the year, and how often at the least it was to. */
export type Happened = readonly [called: string, count: number, least: number];

/** The municipalities of the programme, and what the year must have seen where all of them take part. */
const [ALL_TOWNS, VISITED, CONSENTED, ANSWERED_TWICE_LOW, WEEKS] = [25, 400, 40, 3, 29];

/** What the year must have seen, or its laws say little; of fewer municipalities, everything that was planned for them. */
export async function happened(world: World, plan: Plan, shownToOthers: number): Promise<readonly Happened[]> {
  const { towns, visits, mondays } = plan;
  const isWhole = towns.length >= ALL_TOWNS;
  const least = (planned: number, ofAll: number) => (isWhole ? Math.max(planned, ofAll) : planned);
  const { calls, refused, kills, outages } = world.trials();
  const unhappy = new Set(visits.flatMap(({ score, municipality }) => (score < 3 ? [municipality] : []))).size;
  return [
    ['週次報告の週', mondays.length, WEEKS],
    ...(await visitsIn(world.store, plan, least)),
    ...(await consentsIn(world.store, plan, least)),
    ['見てよい他の方に見えた事例の言葉', shownToOthers, 1],
    ...(await mismatchesIn(world.store, plan, least(unhappy, ANSWERED_TWICE_LOW))),
    ...(await filingsIn(world.store)),
    ...(await meetingsIn(world.store)),
    ...(await asidesIn(world, plan)),
    ['ボットからの呼び出し', calls, 1],
    ['そのうち断られた呼び出し（429）', refused, Math.floor(calls / 10)],
    ['停止', kills, 2],
    ['1日の休止', outages, 1],
  ];
}

type Least = (planned: number, ofAll: number) => number;
type Listed<T> = readonly { readonly value: T }[];

const ofTowns = async <T>({ towns }: Plan, list: (partition: string) => Promise<Listed<T>>): Promise<readonly T[]> =>
  (await Promise.all(towns.map(({ code }) => list(municipal(code))))).flat().map(({ value }) => value);

async function visitsIn(store: Store, plan: Plan, least: Least): Promise<readonly Happened[]> {
  const records = await ofTowns(plan, (partition) => store.visitRecords.list(partition, VISITS));
  const ratings = await ofTowns(plan, (partition) => store.ratings.list(partition, RATINGS));
  const confirmed = records.filter(({ answers }) => answers?.at(-1)?.verdict === 'confirmed');
  const all = least(plan.visits.length, VISITED);
  return [
    ['訪問記録', records.length, all],
    ['市町村が確認した訪問記録', confirmed.length, all],
    ['満足度', ratings.length, all],
  ];
}

async function consentsIn(store: Store, plan: Plan, least: Least): Promise<readonly Happened[]> {
  const consents = await ofTowns(plan, (partition) => store.consents.list(partition, CONSENTS));
  const cases = await ofTowns(plan, (partition) => store.cases.list(partition));
  const given = consents.filter(({ answers }) => answers?.some(({ verdict }) => verdict === 'approve'));
  const asked = plan.towns.length * SHARED_MEETINGS + Math.min(CASES, plan.towns.length);
  return [
    ['承諾', given.length, least(asked, CONSENTED)],
    ['撤回', consents.filter(({ withdrawals }) => withdrawals).length, Math.min(WITHDRAWN, plan.towns.length)],
    ['事例', cases.length, Math.min(CASES, plan.towns.length)],
  ];
}

async function mismatchesIn(store: Store, { visits }: Plan, least: number): Promise<readonly Happened[]> {
  const settled = (await store.mismatches.list(MISMATCHES)).flatMap(({ value }) => value.versions.at(-1) ?? []);
  const replaced = settled.filter(({ measure }) => measure === 'replacement');
  return [
    ['対応したミスマッチ', settled.filter(({ measure }) => measure).length, least],
    ['そのうち交代', replaced.length, 1],
    ['交代した派遣人材の訪問', visits.filter(isSuccessors).length, 1],
  ];
}

const isApproved = ({ value: { decisions } }: { readonly value: Filing }): boolean =>
  decisions?.at(-1)?.verdict === 'approve';

async function filingsIn(store: Store): Promise<readonly Happened[]> {
  const approved = async (list: Promise<Listed<Filing>>) => (await list).filter(isApproved).length;
  const of = (prefix: string) => ({ from: `${prefix}-`, below: `${prefix}.` });
  return [
    ['承認された体制変更', await approved(store.staffingChanges.list(FILINGS, of('staffing'))), 1],
    ['承諾された再委託', await approved(store.subcontracts.list(FILINGS, of('subcontract'))), 1],
    ['承認された全体計画', await approved(store.wholePlans.list(FILINGS, of('plan'))), 1],
    ['受領された月次報告', await approved(store.monthlyReports.list(FILINGS, of('monthly'))), monthEnds.length],
    ['承認された業務報告書', await approved(store.finalReports.list(FILINGS, of('final'))), 1],
  ];
}

async function meetingsIn(store: Store): Promise<readonly Happened[]> {
  const minutes = (await store.minutes.list(PROGRAMME)).map(({ value }) => value);
  const confirmed = minutes.filter((each) => each.confirmed?.some(({ undone }) => !undone));
  return [['県が確認した議事録', confirmed.length, progressMeetings.length]];
}

/** What nobody has planned. */
async function asidesIn({ store, got }: World, { towns }: Plan): Promise<readonly Happened[]> {
  const inquiries = (await store.inquiries.list(PROGRAMME, INQUIRIES)).map(({ value }) => value);
  const ended = inquiries.filter(({ direction, steps }) => direction === 'special' && steps?.at(-1)?.did === 'solved');
  const incidents = (await store.incidents.list(INCIDENTS)).map(({ value }) => value);
  const isNight = ({ at }: Got) => at.getUTCHours() >= 9 && at.getUTCHours() < 23;
  const standsIn = towns.find(({ lead }) => lead === HANAKO)?.colleague;
  const newLead = towns.find(({ code }) => code === NEW_LEAD_IN)?.colleague;
  const cards = got.filter(({ words }) => isCard(words));
  const isAway = ({ at }: Got) => dayOf(at) >= LEAVE.from && dayOf(at) <= LEAVE.until;
  return [
    ['終えた臨時報告', ended.length, 1],
    ['事故', incidents.length, 1],
    ['夜に届いた事故の知らせ', got.filter((each) => isNight(each) && each.words.includes('事故')).length, 1],
    ['休みの間に代理へ届いた週次報告', cards.filter((each) => each.to === standsIn && isAway(each)).length, 1],
    [
      '交代した主担当へ届いた週次報告',
      cards.filter(({ to, at }) => to === newLead && dayOf(at) >= NEW_LEAD_FROM).length,
      newLead === undefined ? 0 : 1,
    ],
    ['加わった派遣人材へ届いたもの', got.filter(({ to }) => to === SUCCESSOR.email).length, 1],
  ];
}

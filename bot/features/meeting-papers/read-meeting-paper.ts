import { figuresTime } from '../../../cards/support/figure-facts.ts';
import { overviewFacts, rowPlanText } from '../../../cards/support/support-figures.ts';
import { programmeOfYear } from '../../../programme/asked-year.ts';
import { findKpi } from '../../../programme/catalogue.ts';
import { sharedSince } from '../../../programme/consent/meeting-part.ts';
import { type Day, dayOf, fiscalYearOf, instantOf } from '../../../programme/day.ts';
import { asOf, digestOf, type MunicipalityRecords } from '../../../programme/digest/digest.ts';
import { digestTotals } from '../../../programme/digest/digest-totals.ts';
import { isOpenRequest } from '../../../programme/help/request-standing.ts';
import { openRequestsAt } from '../../../programme/help/request-sums.ts';
import { countedRequests } from '../../../programme/meeting-papers/counted-requests.ts';
import type { MeetingPaper, PaperSupport, PaperTown } from '../../../programme/meeting-papers/meeting-paper.ts';
import { isCancelled, type Meeting, startOf } from '../../../programme/meetings/meeting.ts';
import { meetingNumber } from '../../../programme/meetings/meeting-number.ts';
import type { Member } from '../../../programme/member.ts';
import type { Programme } from '../../../programme/programme.ts';
import { stepStandings } from '../../../programme/progress/step-standing.ts';
import { lateMilestones } from '../../../programme/reports/whole-plan.ts';
import { figuresText } from '../../../programme/support/figure-texts.ts';
import { mismatchCount } from '../../../programme/support/mismatch-case.ts';
import { yearSpan } from '../../../programme/support/month.ts';
import { supportOverview } from '../../../programme/support/support-overview.ts';
import { weekOf } from '../../../programme/week.ts';
import { MISMATCHES, municipal, type Store } from '../../../storage/collections.ts';
import { municipalitiesIn, supportedMunicipalities } from '../../../storage/municipalities.ts';
import { progressIn } from '../../../storage/progress.ts';
import type { Filed } from '../../filed.ts';
import type { Making } from '../../files/handed-out.ts';
import { agendaFor } from '../meetings/agenda.ts';
import { allMeetings } from '../meetings/find.ts';
import { wholePlanOf } from '../reports/whole-plans.ts';
import { readSupport } from '../support/read-support.ts';
import { type PaperActions, paperActions } from './paper-actions.ts';
import { paperWaiting } from './paper-waiting.ts';

/** What is laid on the table is what the prefecture may see, whoever of it and the secretariat it is sent to. */
const READER: Pick<Member, 'active' | 'role' | 'municipalities'> = {
  active: true,
  role: 'prefecture',
  municipalities: [],
};

/** 会議資料 of a meeting: of what has been, as the records stood when it began. */
export async function readMeetingPaper(meeting: Meeting, filed: readonly Filed[], from: Making): Promise<MeetingPaper> {
  const { store, now } = from;
  const programme = programmeOfYear(from.programme, fiscalYearOf(meeting.day));
  const until = new Date(Math.min(startOf(meeting).getTime(), now.getTime()));
  const [all, towns] = await Promise.all([allMeetings(store), supportedMunicipalities(store)]);
  const since = sharedSince(meeting, all, programme.start);
  const [records, actions, agenda, support, plan, waiting] = await Promise.all([
    Promise.all(towns.map((town) => recordsOf(town, store, programme))),
    paperActions(meeting, all, store),
    agendaFor(meeting, { store, programme, now: until, who: READER, room: { audience: undefined } }),
    supportShown(store, programme, until),
    wholePlanOf(store, programme.fiscalYear),
    paperWaiting(filed, { store, programme, now }),
  ]);
  const span = { since: instantOf(since), until };
  const helps = records.flatMap((each) => each.helps);
  const digest = digestOf(programme, weekOf(until), span, records);
  return {
    ...{ meeting, number: meetingNumber(meeting, all), programme, since, until, madeAt: now },
    ...{ agenda, last: actions.last, digest, waiting, support },
    totals: totalsOf(records, { ...span, start: programme.start }),
    towns: records.map((each) => {
      const week = digest.municipalities.find(({ municipality }) => municipality.code === each.municipality.code);
      if (!week) throw new Error('a municipality that the digest leaves out');
      return { ...townOf(each, { until, all, actions }), week };
    }),
    requests: {
      ...countedRequests(helps, span),
      open: openRequestsAt(
        helps.filter((help) => isOpenRequest(help, until)),
        until,
      ),
    },
    milestones: plan ? lateMilestones(plan, until) : [],
  };
}

async function recordsOf(
  municipality: MunicipalityRecords['municipality'],
  store: Store,
  programme: Programme,
): Promise<MunicipalityRecords> {
  const [records, helps] = await Promise.all([
    progressIn(store, municipality.code, programme),
    store.helpRequests.list(municipal(municipality.code), { from: 'help-', below: 'help.' }),
  ]);
  return { municipality, records, helps: helps.map(({ value }) => value) };
}

/** Every KPI that can be summed, beside the last time: numerators and denominators are added up before anything is divided. */
function totalsOf(
  all: readonly MunicipalityRecords[],
  { since, until, start }: { readonly since: Date; readonly until: Date; readonly start: Day },
) {
  const then = {
    before: all.map((each) => asOf(each.records, since)),
    after: all.map((each) => asOf(each.records, until)),
  };
  return digestTotals(then, { week: weekOf(until), start, today: dayOf(until), all: true });
}

type At = { readonly until: Date; readonly all: readonly Meeting[]; readonly actions: PaperActions };

function townOf({ municipality, records }: MunicipalityRecords, { until, all, actions }: At): Omit<PaperTown, 'week'> {
  const { code } = municipality;
  const then = asOf(records, until);
  const kpis = [...then.kpis.values()].flatMap((record) => {
    const kpi = findKpi(record.kpi, then.catalogue);
    return kpi ? [[kpi, record] as const] : [];
  });
  return {
    municipality,
    steps: stepStandings(then),
    kpis: kpis.toSorted(([, a], [, b]) => Number(b.weekly) - Number(a.weekly)),
    visit: all.find(
      (each) => each.visit && each.audience.includes(code) && !isCancelled(each) && startOf(each) > until,
    ),
    actions: actions.openOf(code),
  };
}

/** 派遣 as 派遣状況 shows it to the prefecture. */
async function supportShown(store: Store, programme: Programme, until: Date): Promise<PaperSupport> {
  const { fiscalYear, closures } = programme;
  const [today, year] = [dayOf(until), yearSpan(fiscalYear)];
  const read = await readSupport(store, await municipalitiesIn(store), until);
  const overview = supportOverview(read, { ...year, until: today }, { today, closures });
  const kept = (await store.mismatches.list(MISMATCHES)).map(({ value }) => value);
  const [ratings, visits] = [read.flatMap((each) => each.ratings), read.flatMap((each) => each.visits)];
  const { cases } = mismatchCount(ratings, kept, year, visits);
  const { whole, ofYear } = overviewFacts({ overview, mismatches: cases });
  return {
    facts: [['期間', figuresTime({ closed: undefined, fiscalYear, today })], ...whole, ...ofYear],
    rows: overview.rows.map((row) => ({
      name: row.municipality.name,
      text: figuresText(row.figures, row.isServed).replaceAll('\n', '・'),
      plan: rowPlanText(row).replace('計画 ', ''),
    })),
    without: overview.without.map(({ name }) => name),
  };
}

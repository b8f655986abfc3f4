import { editionOf } from '../../programme/catalogue.ts';
import { addDays } from '../../programme/day.ts';
import type { HelpRequest } from '../../programme/help/help-request.ts';
import type { Provenance } from '../../programme/provenance.ts';
import type { Assignment } from '../../programme/support/assignment.ts';
import { monthOfDay, monthsUntil, yearSpan } from '../../programme/support/month.ts';
import { programmeKpis } from '../../programme/support/programme-kpis.ts';
import { type MunicipalSupport, municipalYear, supportOverview } from '../../programme/support/support-overview.ts';
import { withRating } from '../../programme/visits/rating.ts';
import {
  type VisitContent,
  type VisitRecord,
  withVisitAnswer,
  withVisitVersion,
} from '../../programme/visits/visit-record.ts';
import type { Samples } from '../card.ts';
import * as example from '../example.ts';
import { municipalSupportCard } from './municipal-figures.ts';
import { programmeKpisCard } from './programme-kpis.ts';
import { supportCard } from './support-figures.ts';

const { programme, today, town } = example;
const { fiscalYear } = programme;
const asked = { fiscalYear, today, closures: [] };
const from = (day: string, ask: string): Provenance => ({
  ...{ by: 'member-expert', at: `${day}T06:00:00.000Z`, via: 'teams', ask },
});

/** A visit of two hours and a half each third week, the fourth of them online; the first three are confirmed. */
function visitsTo(municipality: string, count: number): readonly VisitRecord[] {
  return Array.from({ length: count }, (_, at) => {
    const day = addDays('2024-09-03', at * 21);
    const mode = at === 3 ? ({ mode: 'online', online: 'weather' } as const) : ({ mode: 'in-person' } as const);
    const when = { day, start: '13:30', end: '16:00', ...mode };
    const content: VisitContent = { ...when, items: ['S1-3'], text: '全体方針の骨子を一緒に見直した' };
    const of = { meeting: `meeting-${day}-${municipality}`, municipality, expert: 'member-expert' };
    const written = withVisitVersion(undefined, of, { content }, from(addDays(day, 1), `visit-${day}`));
    if (at > 2) return written;
    const said = { version: 1, verdict: 'confirmed' } as const;
    return withVisitAnswer(written, said, from(addDays(day, 2), `answer-${day}`));
  });
}

function supportOf(municipality: MunicipalSupport['municipality'], count: number): MunicipalSupport {
  const { code } = municipality;
  const visits = visitsTo(code, count);
  const ratings = visits.slice(0, 2).map(({ id }, at) => {
    const of = { visit: id, municipality: code, expert: 'member-expert' };
    return withRating(undefined, of, { score: 5 - ((count + at) % 3) }, from('2024-10-10', `rating-${id}`));
  });
  const decided = { from: '2024-08-15', until: '2025-03-14', planned: 10, agreed: '2024-08-01' };
  const assignment: Assignment = {
    ...{ id: `assignment-${code}`, municipality: code, expert: 'member-expert' },
    versions: [{ ...from('2024-08-01', `assign-${code}`), ...decided }],
    ...(count === 2 ? { after: 'member-before' } : {}),
  };
  const assignments = count < 0 ? [] : [assignment];
  return { municipality, visits, assignments, ratings, isListed: false, unrecorded: count === 3 ? ['2024-11-05'] : [] };
}

const region = example.region.map(({ municipality }, at) => supportOf(municipality, [4, 3, 2, 0, -1][at] ?? 0));
const shown = { fiscalYear, today };
const overview = supportOverview(region, yearSpan(fiscalYear), asked);
const month = monthOfDay('2024-10-15');
const year = municipalYear(supportOf(town, 4), monthsUntil(fiscalYear, today), asked);
const mismatches = [{ reported: '2024-10-10', heard: '2024-10-15' }];
const requestOf = (day: string, due: string, solved?: string): HelpRequest => ({
  ...{ ...from(day, `help-${day}`), id: `help-${day}`, municipality: town.code, text: '例規の改正の進め方', due },
  ...(solved ? { steps: [{ ...from(solved, `solved-${day}`), did: 'solved' }] } : {}),
});
const requests = [
  requestOf('2024-10-01', '2024-10-04', '2024-10-03'),
  requestOf('2024-10-21', '2024-10-24', '2024-10-28'),
  requestOf('2024-10-28', '2024-10-31'),
];

/** The cards of the support in figures, filled in. */
export const figuresSamples: Samples = {
  'support-figures': () => supportCard({ ...shown, overview, mismatches: 1, page: 1 }),
  'support-figures-month': () =>
    supportCard({ ...shown, month, overview: supportOverview(region, month, asked), mismatches: 1, page: 1 }),
  'support-figures-municipality': () => municipalSupportCard({ ...shown, municipality: town, year }),
  'support-figures-municipality-month': () =>
    municipalSupportCard({
      ...{ ...shown, municipality: town, month },
      year: municipalYear(supportOf(town, 4), [month], asked),
    }),
  'programme-kpis': () =>
    programmeKpisCard({
      ...{ ...shown, edition: editionOf(programme) },
      computed: programmeKpis({ support: region, requests, mismatches }, { ...asked, lastOver: addDays(today, -1) }),
    }),
};

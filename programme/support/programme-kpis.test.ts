import { findKpi } from '../catalogue.ts';
import type { Day } from '../day.ts';
import type { HelpRequest } from '../help/help-request.ts';
import type { Provenance } from '../provenance.ts';
import { withRating } from '../visits/rating.ts';
import { type VisitContent, type VisitRecord, withVisitVersion } from '../visits/visit-record.ts';
import type { Assignment } from './assignment.ts';
import { type KpiRecords, programmeKpis } from './programme-kpis.ts';
import type { MunicipalSupport } from './support-overview.ts';

const asked = { fiscalYear: 2026, today: '2026-12-01', lastOver: '2026-11-30', closures: [] };
const nothing: KpiRecords = { support: [], requests: [], mismatches: [] };
const by = (day: Day, ask = day): Provenance => ({ by: 'member-x', at: `${day}T03:00:00.000Z`, via: 'teams', ask });

function visit(municipality: string, day: Day, mode: VisitContent['mode'], expert = 'member-a'): VisitRecord {
  const content = { day, start: '10:00', end: '12:00', mode, items: ['S1-1'], text: '支援' };
  const of = { meeting: `meeting-${municipality}-${day}`, municipality, expert };
  return withVisitVersion(undefined, of, { content }, by(day));
}

function support(
  code: string,
  visits: readonly VisitRecord[],
  assignments: readonly Assignment[] = [],
): MunicipalSupport {
  const municipality = { code, name: code, area: '', supported: true };
  return { municipality, visits, assignments, ratings: [], isListed: false, unrecorded: [] };
}

function assigned(municipality: string, more: Partial<Assignment> & { readonly agreed?: Day } = {}): Assignment {
  const { agreed, ...rest } = more;
  const version = { ...by('2026-08-03'), from: '2026-08-15', until: '2027-03-14', planned: 10 };
  const versions = [{ ...version, ...(agreed ? { agreed } : {}) }];
  return { id: `assignment-${municipality}`, municipality, expert: 'member-a', versions, ...rest };
}

const kpi = (id: string, records: Partial<KpiRecords>) =>
  programmeKpis({ ...nothing, ...records }, asked).find((each) => each.id === id);

it('are KPIs of the programme that say so themselves, and have no value where there is nothing to work with', () => {
  const all = programmeKpis(nothing, asked).filter(({ id }) => id !== 'KP-12');
  expect(all).toEqual(['KP-01', 'KP-02', 'KP-03', 'KP-05', 'KP-06', 'KP-13'].map((id) => ({ id })));
  for (const { id } of all)
    expect(findKpi(id)).toMatchObject({ item: null, computedFrom: { since: expect.any(String) } });
});

it('KP-01 and KP-02 sum their parts over the municipalities before they divide', () => {
  const all = [
    support('203033', [visit('203033', '2026-09-01', 'in-person')], [assigned('203033')]),
    support(
      '203041',
      [
        visit('203041', '2026-09-01', 'online'),
        visit('203041', '2026-10-01', 'online'),
        visit('203041', '2026-03-01', 'online'),
      ],
      [assigned('203041')],
    ),
    support('203050', [visit('203050', '2026-09-01', 'in-person')]),
  ];
  expect(kpi('KP-01', { support: all })?.parts).toEqual({ numerator: 2, denominator: 4 });
  expect(kpi('KP-02', { support: all })?.parts).toEqual({ numerator: 3, denominator: 20 });
});

describe('KP-03', () => {
  const rated = (code: string, scores: readonly number[]): MunicipalSupport => {
    const visits = scores.map((_, at) => visit(code, `2026-09-0${at + 1}`, 'in-person'));
    const ratings = visits.map(({ id, municipality, expert }, at) =>
      withRating(undefined, { visit: id, municipality, expert }, { score: scores[at] ?? 1 }, by('2026-09-10')),
    );
    return { ...support(code, visits), ratings };
  };

  it('is the sum of the scores over the answers', () => {
    const all = [rated('203033', [5, 4]), rated('203041', [3]), rated('203050', [1])];
    expect(kpi('KP-03', { support: all })?.parts).toEqual({ numerator: 13, denominator: 4 });
  });

  it('is not said where fewer than three municipalities have answered, however often', () => {
    expect(kpi('KP-03', { support: [rated('203033', [5, 4, 4]), rated('203041', [3])] })).toEqual({ id: 'KP-03' });
  });

  it('counts no answer that was taken back, and none about a visit that does not count', () => {
    const [first, second, third] = [rated('203033', [5]), rated('203041', [3]), rated('203050', [1])];
    const gone = third.ratings.map((rating) => ({
      ...rating,
      versions: rating.versions.map((version) => ({ ...version, undone: by('2026-09-11') })),
    }));
    expect(kpi('KP-03', { support: [first, second, { ...third, ratings: gone }] })).toEqual({ id: 'KP-03' });
    expect(kpi('KP-03', { support: [first, second, { ...third, visits: [] }] })).toEqual({ id: 'KP-03' });
  });
});

describe('KP-05 and KP-06', () => {
  const request = (day: Day, due: Day, solved?: Day): HelpRequest => ({
    ...{ ...by(day, `${day}-${due}-${solved}`), id: `help-${day}`, municipality: '203033', text: '例規', due },
    ...(solved ? { steps: [{ ...by(solved), did: 'solved' }] } : {}),
  });
  const requests = [
    request('2026-11-02', '2026-11-06', '2026-11-06'),
    request('2026-11-02', '2026-11-06', '2026-11-09'),
    request('2026-11-21', '2026-11-26'),
    request('2026-11-27', '2026-12-01'),
    request('2026-11-30', '2026-12-03', '2026-11-30'),
    request('2026-03-02', '2026-03-05'),
  ];

  it('of those whose day is over and lies in the year: one that is due today has the rest of the day', () => {
    expect(kpi('KP-05', { requests })?.parts).toEqual({ numerator: 1, denominator: 3 });
  });

  it('counts how long those have been open that still are, since whichever year', () => {
    expect(kpi('KP-06', { requests })?.parts).toEqual({ numerator: 10 + 4 + 274, denominator: 3 });
  });
});

it('KP-12 is a number of cases and how long until both sides were heard, in open days, and zero is a number', () => {
  expect(kpi('KP-12', {})).toEqual({ id: 'KP-12', count: 0 });
  const mismatches = [
    { reported: '2026-11-20', heard: '2026-11-25' },
    { reported: '2026-11-30' },
    { reported: '2026-03-30', heard: '2026-04-02' },
  ];
  // 11/20 is a Friday, and 11/23 a holiday.
  expect(kpi('KP-12', { mismatches })).toEqual({ id: 'KP-12', count: 2, wait: { days: 2, cases: 1 } });
});

describe('KP-13', () => {
  const visits = [
    visit('203033', '2026-08-20', 'in-person', 'member-before'),
    visit('203033', '2026-09-10', 'in-person', 'member-a'),
    visit('203033', '2026-09-02', 'in-person', 'member-a'),
  ];
  const wait = (more: Parameters<typeof assigned>[1]) =>
    kpi('KP-13', { support: [support('203033', visits, [assigned('203033', more)])] })?.parts;

  it('runs from the day it was agreed, else put on record, to the first visit of whoever came', () => {
    expect(wait({ after: 'member-before', agreed: '2026-08-01' })).toEqual({ numerator: 32, denominator: 1 });
    expect(wait({ after: 'member-before' })).toEqual({ numerator: 30, denominator: 1 });
  });

  it('is of replacements alone, and of those somebody has come to', () => {
    expect(wait({})).toBeUndefined();
    expect(wait({ after: 'member-before', expert: 'member-c' })).toBeUndefined();
    expect(wait({ after: 'member-before', active: false })).toBeUndefined();
  });
});

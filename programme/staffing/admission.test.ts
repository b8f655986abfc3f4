import fc from 'fast-check';
import { addDays, type Day } from '../day.ts';
import type { Ruling } from '../filing.ts';
import { Role } from '../member.ts';
import { noAccessOn, type Papers } from './admission.ts';
import type { OrganizationChart } from './organization-chart.ts';
import type { Subcontract } from './subcontract.ts';

const on = (day: Day) => ({ by: 'm-1', at: `${day}T03:00:00.000Z`, via: 'teams', ask: `ask-${day}` });
const NONE: Papers = { charts: [], changes: [], subcontracts: [] };
const one = (more: object = {}) => ({
  ...{ id: 'm-2', name: '派遣 一郎', email: undefined, role: 'expert' as Role, ...more },
});

function subcontract(from: Day, until: Day, decided?: readonly [Day, Ruling][]): Subcontract {
  const content = {
    ...{ party: '株式会社まちの支援', representative: '支援 太郎', address: '松本市', work: '訪問', reason: '人手' },
    ...{ from, until, personalData: 'なし', safeguards: '同じ義務', supervision: '月次' },
  };
  return {
    id: 'subcontract-1',
    versions: (decided ?? [undefined]).map((_, at) => ({ ...on('2024-08-01'), number: at + 1, content })),
    decisions: (decided ?? []).map(([day, verdict], at) => ({ ...on(day), version: at + 1, verdict })),
  };
}

function chart(decided: Day): OrganizationChart {
  return {
    ...{ id: 'chart-2024', fiscalYear: 2024 },
    versions: [{ ...on('2024-08-01'), number: 1, content: { day: decided, people: [] } }],
    decisions: [{ ...on(decided), version: 1, verdict: 'approve' }],
  };
}

test('誓約: an empty cell keeps out, a column that never was does not, a later day lets in on that day', () => {
  const lacks = (pledged: Day | 'none' | undefined, day: Day = '2024-10-01') => noAccessOn(one({ pledged }), NONE, day);
  expect(lacks(undefined)).toBeUndefined();
  expect(lacks('none')).toEqual({ lacks: 'pledge' });
  expect(lacks('2024-10-02')).toEqual({ lacks: 'pledge', from: '2024-10-02' });
  expect(lacks('2024-10-02', '2024-10-02')).toBeUndefined();
});

test.each<[string, Subcontract | undefined, Day, boolean]>([
  ['without any', undefined, '2024-10-01', false],
  ['not decided', subcontract('2024-09-01', '2025-03-14'), '2024-10-01', false],
  ['refused', subcontract('2024-09-01', '2025-03-14', [['2024-09-10', 'refuse']]), '2024-10-01', false],
  [
    '条件つき is no 承諾',
    subcontract('2024-09-01', '2025-03-14', [['2024-09-10', 'conditional']]),
    '2024-10-01',
    false,
  ],
  ['with 承諾', subcontract('2024-09-01', '2025-03-14', [['2024-09-10', 'approve']]), '2024-10-01', true],
  ['before the 承諾', subcontract('2024-09-01', '2025-03-14', [['2024-09-10', 'approve']]), '2024-09-09', false],
  ['on the day of the 承諾', subcontract('2024-09-01', '2025-03-14', [['2024-09-10', 'approve']]), '2024-09-10', true],
  ['before it begins', subcontract('2024-10-01', '2025-03-14', [['2024-09-10', 'approve']]), '2024-09-30', false],
  ['on its last day', subcontract('2024-09-01', '2025-03-14', [['2024-09-10', 'approve']]), '2025-03-14', true],
  ['after its end', subcontract('2024-09-01', '2025-03-14', [['2024-09-10', 'approve']]), '2025-03-15', false],
  [
    'a new version that waits leaves the 承諾 of the one before',
    subcontract('2024-09-01', '2025-03-14', [
      ['2024-09-10', 'approve'],
      ['2024-09-20', 'conditional'],
    ]),
    '2024-10-01',
    true,
  ],
  [
    'taken off the table',
    { ...subcontract('2024-09-01', '2025-03-14', [['2024-09-10', 'approve']]), withdrawn: on('2024-09-30') },
    '2024-10-01',
    false,
  ],
])('a party %s', (_what, known, day, isIn) => {
  const papers = { ...NONE, subcontracts: known ? [known] : [] };
  const found = noAccessOn(one({ party: '株式会社 まちの支援' }), papers, day);
  expect(found).toEqual(isIn ? undefined : { lacks: 'party', party: '株式会社 まちの支援' });
  expect(noAccessOn(one({ party: '' }), papers, day)).toBeUndefined();
  expect(noAccessOn(one({ party: '別の会社' }), papers, day)).toBeDefined();
});

test('承認 is asked of everybody on the contractor’s side once a 体制表 binds, and comes last', () => {
  const papers = { ...NONE, charts: [chart('2024-08-05')] };
  expect(noAccessOn(one(), papers, '2024-08-04')).toBeUndefined();
  expect(noAccessOn(one(), papers, '2024-08-05')).toEqual({ lacks: 'approval' });
  expect(noAccessOn(one({ pledged: 'none' }), papers, '2024-08-05')).toEqual({ lacks: 'pledge' });
});

test('nobody of a municipality, the prefecture or an observer is ever kept out; without columns and papers nobody is', () => {
  const days = fc.integer({ min: 0, max: 700 }).map((more) => addDays('2024-04-01', more));
  const pledged = fc.option(fc.oneof(fc.constant('none' as const), days), { nil: undefined });
  const party = fc.option(fc.constantFrom('', '株式会社まちの支援'), { nil: undefined });
  fc.assert(
    fc.property(fc.constantFrom(...Role.options), pledged, party, days, (role, said, of, day) => {
      const found = noAccessOn(
        one({ role, pledged: said, party: of }),
        { ...NONE, charts: [chart('2024-04-01')] },
        day,
      );
      const isOutside = role !== 'expert' && role !== 'secretariat';
      return isOutside ? found === undefined : found !== undefined;
    }),
  );
  fc.assert(fc.property(fc.constantFrom(...Role.options), days, (role, day) => !noAccessOn(one({ role }), NONE, day)));
});

import { calendarOf } from '../../programme/calendar.ts';
import type { FundingRecord } from '../../programme/funding/funding-record.ts';
import { fundingOf } from '../../programme/funding/initiative-funding.ts';
import { blankInitiative } from '../../programme/initiatives/edited-initiative.ts';
import type { Initiative } from '../../programme/initiatives/initiative.ts';
import { fundingSheetBook } from './funding-sheet-book.ts';

const from = { by: 'member-1', at: '2026-11-01T00:00:00.000Z', via: 'teams', ask: 'ask-1' } as const;
const initiative: Initiative = {
  ...{ id: 'one', municipality: '203033', year: 2027 },
  versions: [
    {
      ...from,
      number: 1,
      content: {
        ...blankInitiative,
        name: '外部人材の任用',
        item: 'S2-2',
        initialCost: 1_200,
        fundings: ['FN-11', 'FN-12'],
      },
    },
  ],
};
const record: FundingRecord = {
  ...{ municipality: '203033', fiscalYear: 2026, talks: [], answers: [] },
  uses: [{ initiative: 'one', funding: 'FN-12', versions: [{ ...from, state: 'negotiating', general: 600 }] }],
};

describe('財源活用シート', () => {
  const known = { record, kept: [], calendar: calendarOf([]), today: '2026-11-24' };
  const fundings = [fundingOf(initiative, known)];
  const now = new Date('2026-11-24T01:00:00Z');
  const { tables } = fundingSheetBook({ town: '小海町', year: 2027, fundings, record, now });
  const [chosen, candidates] = tables.map(({ headings, rows }) =>
    rows.map((row) => Object.fromEntries(headings.map((heading, at) => [heading, row[at]]))),
  );

  it('says of each funding only what was recorded of it', () => {
    expect(chosen).toMatchObject([
      { 財源: 'FN-11 外部人材リスト', 状態: 'まだ記録なし', '一般財源負担（千円）': undefined },
      { 財源: 'FN-12 地域活性化起業人', 状態: '協議中', '一般財源負担（千円）': 600 },
    ]);
  });

  it('shows no last day of another year as one of this one, and calls 目安 what nobody has confirmed', () => {
    for (const row of [...(chosen ?? []), ...(candidates ?? [])])
      expect(row).toMatchObject({ 締切: undefined, 確かさ: '目安' });
    expect(candidates?.length).toBeGreaterThan(0);
  });
});

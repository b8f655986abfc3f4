import fc from 'fast-check';
import { catalogue } from '../catalogue.ts';
import type { Provenance } from '../provenance.ts';
import { Refusal, type RefusalReason } from '../refusal.ts';
import {
  currentVersion,
  evidenceOf,
  ItemRecord,
  type ItemReport,
  itemPercent,
  itemStandingName,
  itemState,
  ReportedStage,
  refuseStale,
  withItemReport,
} from './item-record.ts';

const STAGES = [...catalogue.stages.map(({ id }) => id), 'confirmedNone'];
const fresh: ItemRecord = { municipality: '203033', fiscalYear: 2024, item: 'S1-3', year: 'this', versions: [] };

let asked = 0;
/** Said by this person at a moment of its own, by an incoming message of its own. */
function said(by: string, ask = `ask-${++asked}`): Provenance {
  return { by, at: new Date(Date.UTC(2024, 8, 20) + asked * 60_000).toISOString(), via: 'teams', ask };
}

const undo = (record: ItemRecord, number: number): ItemRecord => ({
  ...record,
  versions: record.versions.map((version) =>
    version.number === number ? { ...version, undone: said('p1') } : version,
  ),
});

function reasonOf(act: () => unknown): RefusalReason | undefined {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
  return undefined;
}

const report = fc.record(
  {
    stage: fc.constantFrom(...STAGES),
    evidence: fc.constantFrom('議事録', 'https://example.jp/a', ''),
    note: fc.constantFrom('順調です', ''),
  },
  { requiredKeys: ['stage'] },
);
const person = fc.constantFrom('p1', 'p2', 'p3');
const reports = fc.array(fc.tuple(report, person), { maxLength: 12 });

function recorded(all: readonly (readonly [ItemReport, string])[]): ItemRecord {
  return all.reduce((record, [one, by]) => withItemReport(record, one, said(by)), fresh);
}

describe('reporting an item', () => {
  it('keeps every version, numbered from 1, and the record it was given', () => {
    fc.assert(
      fc.property(reports, report, person, (all, next, by) => {
        const record = recorded(all);
        const before = structuredClone(record);
        const after = withItemReport(record, next, said(by));
        expect(record).toEqual(before);
        expect(after.versions.slice(0, record.versions.length)).toEqual(record.versions);
        expect(after.versions.map(({ number }) => number)).toEqual(after.versions.map((_, i) => i + 1));
        expect(currentVersion(after)?.stage).toBe(next.stage);
        expect(ItemRecord.safeParse(after).success).toBe(true);
      }),
    );
  });

  it('said by the same message again changes nothing, whatever it says then', () => {
    fc.assert(
      fc.property(reports, report, report, person, (all, first, then, by) => {
        const from = said(by);
        const record = withItemReport({ ...recorded(all), year: 'this' }, { ...first, note: `${from.ask}` }, from);
        expect(withItemReport(record, then, from)).toBe(record);
        expect(withItemReport(undo(record, record.versions.length), then, from).versions).toHaveLength(
          record.versions.length,
        );
      }),
    );
  });

  it('said in the same words again, by anybody, changes nothing', () => {
    fc.assert(
      fc.property(reports, report, person, (all, same, other) => {
        const record = withItemReport(recorded(all), same, said('p1'), { reason: '誤記' });
        expect(withItemReport(record, same, said(other), { reason: '誤記' })).toBe(record);
        expect(withItemReport(record, { stage: same.stage }, said(other))).toBe(record);
      }),
    );
  });

  it.each<[string, ItemReport, { reason?: string }]>([
    ['another stage', { stage: 'done' }, {}],
    ['new evidence', { stage: 'decided', evidence: '決裁文書' }, {}],
    ['another note', { stage: 'decided', note: '庁内周知も済み' }, {}],
    ['a reason', { stage: 'decided' }, { reason: '日付の訂正' }],
  ])('with %s adds a version', (_, next, options) => {
    const record = withItemReport(fresh, { stage: 'decided', evidence: '議事録', note: '決定' }, said('p1'));
    expect(withItemReport(record, next, said('p1'), options).versions).toHaveLength(2);
  });

  it('again after it was undone counts again', () => {
    const once = withItemReport(fresh, { stage: 'decided' }, said('p1'));
    const again = withItemReport(undo(once, 1), { stage: 'decided' }, said('p1'));
    expect(again.versions.map(({ number, undone }) => [number, undone !== undefined])).toEqual([
      [1, true],
      [2, false],
    ]);
  });

  it('leaves out what was left empty', () => {
    const [version] = withItemReport(fresh, { stage: 'decided', evidence: '', note: undefined }, said('p1')).versions;
    expect(Object.keys(version ?? {}).sort()).toEqual(['ask', 'at', 'by', 'number', 'stage', 'via']);
  });
});

describe('an item that is 対象外', () => {
  const none: ItemRecord = { ...fresh, year: 'none' };

  it('takes no report', () => {
    expect(reasonOf(() => withItemReport(none, { stage: 'done' }, said('p1')))).toBe('not-applicable');
  });

  it('still lets a redelivered message pass in silence', () => {
    const from = said('p1');
    const left = { ...withItemReport(fresh, { stage: 'decided' }, from), year: 'none' as const };
    expect(withItemReport(left, { stage: 'decided' }, from)).toBe(left);
  });
});

describe('a card that has grown old', () => {
  const first = withItemReport(fresh, { stage: 'considering' }, said('p1'));
  const second = withItemReport(first, { stage: 'inProgress' }, said('p2'));
  const report80 = { stage: 'decided' };

  it("refuses to write over someone else's newer version", () => {
    expect(reasonOf(() => withItemReport(second, report80, said('p1'), { seen: 1 }))).toBe('changed-meanwhile');
    expect(reasonOf(() => withItemReport(second, report80, said('p1'), { seen: 0 }))).toBe('changed-meanwhile');
  });

  it("lets a person go on from one's own newer version, from the newest, or without a card", () => {
    expect(reasonOf(() => withItemReport(second, report80, said('p2'), { seen: 1 }))).toBeUndefined();
    expect(reasonOf(() => withItemReport(second, report80, said('p1'), { seen: 2 }))).toBeUndefined();
    expect(reasonOf(() => withItemReport(second, report80, said('p1')))).toBeUndefined();
  });

  it('refuses exactly when another person wrote after what was seen', () => {
    fc.assert(
      fc.property(reports, fc.integer({ min: 0, max: 13 }), person, (all, seen, by) => {
        const { versions } = recorded(all);
        const isStale = versions.some((version) => version.number > seen && version.by !== by);
        expect(reasonOf(() => refuseStale(versions, seen, said(by)))).toBe(isStale ? 'changed-meanwhile' : undefined);
      }),
    );
  });
});

describe('the states of an item', () => {
  const reported = withItemReport(fresh, { stage: 'notStarted' }, said('p1'));
  const confirmed = withItemReport(fresh, { stage: 'confirmedNone' }, said('p1'));

  it.each<[string, ItemRecord | undefined, string, number | undefined, string]>([
    ['no record', undefined, 'unconfirmed', undefined, '未確認'],
    ['nothing reported', fresh, 'notReported', undefined, '未報告'],
    ['reported as 0%', reported, 'reported', 0, '未着手（0%）'],
    ['confirmed none', confirmed, 'confirmedNone', undefined, '未実施（確認済）'],
    ['not applicable', { ...reported, year: 'none' }, 'notApplicable', undefined, '対象外'],
    ['its only report undone', undo(reported, 1), 'notReported', undefined, '未報告'],
    ['to be carried out later', { ...reported, year: 'later' }, 'reported', 0, '未着手（0%）'],
  ])('%s', (_, record, state, percent, name) => {
    expect([itemState(record), itemPercent(record), itemStandingName(record)]).toEqual([state, percent, name]);
  });

  it('an undone version gives the one before its place back', () => {
    const two = withItemReport(reported, { stage: 'done', evidence: '議事録' }, said('p1'));
    expect([itemPercent(two), evidenceOf(two)]).toEqual([100, ['議事録']]);
    expect([itemPercent(undo(two, 2)), evidenceOf(undo(two, 2))]).toEqual([0, []]);
  });

  it('evidence stays when a later version brings none', () => {
    const two = withItemReport(reported, { stage: 'decided', evidence: '議事録' }, said('p1'));
    expect(evidenceOf(withItemReport(two, { stage: 'done' }, said('p1')))).toEqual(['議事録']);
  });

  it('a stage the catalogue does not know is no stage', () => {
    expect(STAGES.filter((stage) => !ReportedStage.safeParse(stage).success)).toEqual([]);
    expect(ReportedStage.safeParse('80').success).toBe(false);
  });
});

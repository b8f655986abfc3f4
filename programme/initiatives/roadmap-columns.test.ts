import fc from 'fast-check';
import { shippedFundings } from '../funding-list.ts';
import type { Initiative, InitiativeContent, InitiativeSpan } from './initiative.ts';
import { isCellTrouble, priorityItems, type RoadmapRow, roadmapColumns, roadmapKpis } from './roadmap-columns.ts';

const columns = roadmapColumns(2025);
const words = fc.string({ maxLength: 40 }).map((text) => text.replace(/\r\n?/g, '\n').trim());
const some = (ids: readonly string[]) => fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 3 });
const spans: readonly InitiativeSpan[] = ['q1', 'q2', 'q3', 'q4', 'second', 'third'];

const content: fc.Arbitrary<InitiativeContent> = fc
  .record(
    {
      name: words.filter((text) => text !== ''),
      item: fc.constantFrom(...priorityItems.map(({ value }) => value)),
      problem: words,
      plan: words,
      goal: words,
      kpis: some(roadmapKpis.map(({ value }) => value)),
      department: words,
      others: words,
      sorted: fc.constantFrom('this' as const, 'later' as const),
      spans: fc.subarray([...spans]),
      people: words,
      initialCost: fc.nat(999_999),
      runningCost: fc.nat(999_999),
      request: words,
      fundings: some(shippedFundings.map(({ id }) => id)),
      premises: words,
      shared: words,
      priority: fc.constantFrom('high' as const, 'middle' as const, 'low' as const),
      decidedOn: fc.constantFrom('2025-02-20', '2025-03-14'),
      decidedAt: words,
    },
    {
      requiredKeys: [
        ...(['name', 'item', 'problem', 'plan', 'goal', 'kpis', 'department', 'others', 'sorted', 'spans'] as const),
        ...(['people', 'request', 'fundings', 'premises', 'shared', 'priority', 'decidedAt'] as const),
      ],
    },
  )
  .map((all) => all as InitiativeContent);

const from = { by: 'm', at: '2025-01-20T01:00:00.000Z', via: 'teams', ask: 'a' };
const readBack = (one: Initiative): RoadmapRow =>
  columns.reduce<RoadmapRow>((row, column) => {
    const read = column.read(String(column.cell(one) ?? ''), row);
    if (isCellTrouble(read)) throw new Error(`${column.heading}: ${read.instead}`);
    return read;
  }, {});
const readOf = (key: string, seen: string) => columns.find((column) => column.key === key)?.read(seen, {});

describe('the columns of a 工程表', () => {
  it('read back what they write, whatever an initiative says', () => {
    fc.assert(
      fc.property(content, (said) => {
        const one = {
          id: 'i-1',
          municipality: '203033',
          year: 2025,
          versions: [{ ...from, number: 3, content: said }],
        };
        expect(readBack(one)).toEqual({ ...said, id: 'i-1', version: 3 });
      }),
    );
  });

  it('are named by the years they are about', () => {
    expect(columns.map(({ heading }) => heading)).toEqual(
      expect.arrayContaining(['令和7年度 第1四半期', '令和7年度 第4四半期', '令和8年度', '令和9年度']),
    );
    expect(new Set(columns.map(({ heading }) => heading)).size).toBe(columns.length);
  });

  it.each([
    ['initialCost', '120万円', { initialCost: 1200 }],
    ['fundings', 'fn-07、FN-01 外部人材', { fundings: ['FN-07', 'FN-01'] }],
    ['fundings', 'なし', { fundings: [] }],
    ['sorted', '令和７年度以降', { sorted: 'later' }],
    ['q2', '◯', { spans: ['q2'] }],
    ['item', 's3-1', { item: 'S3-1' }],
  ])('%s: %s is understood', (key, seen, row) => {
    expect(readOf(key, seen)).toEqual(row);
  });

  it.each([
    ['fundings', 'FN-99'],
    ['kpis', 'だれも知らない指標'],
    ['sorted', '令和12年度以降'],
    ['q1', '着手'],
    ['runningCost', '未定'],
    ['decidedOn', '13月'],
    ['name', ''],
    ['version', '第3版'],
  ])('%s: 「%s」 is said what to write instead', (key, seen) => {
    expect(readOf(key, seen)).toEqual({ instead: expect.stringMatching(/ください$/) });
  });
});

import { openMeasured } from '../bench/measured-programme.ts';
import { type Measured, measure, type TurnName, turnsOn } from '../bench/requests.ts';
import type { Requests } from '../bench/ru-of.ts';

/** Reads, creates, replaces, queries: what Cosmos DB is asked. docs/operations.md turns it into RU and yen. */
const asked = ({ read, create, replace, query }: Requests) => [read, create, replace, query];

/** More must be noticed, and so must less: the figures in the handbook are then to be printed anew. */
const A_TURN: Readonly<Record<TurnName, readonly number[]>> = {
  状況: [5, 0, 0, 3],
  '週次報告（カード）': [5, 0, 0, 6],
  KPI報告: [11, 1, 2, 3],
  項目の報告: [11, 1, 2, 3],
  履歴: [7, 0, 0, 1],
  相談: [12, 3, 3, 4],
  '状況（LINE WORKS）': [7, 1, 1, 3],
  '週次報告（全て変更なし）': [21, 4, 8, 4],
  ダイジェスト: [5, 0, 0, 80],
  未報告: [4, 0, 0, 55],
};

describe('25 municipalities', () => {
  let measured: Measured;
  beforeAll(async () => {
    measured = await measure(25);
  }, 120_000);

  it.each(Object.entries(A_TURN) as [TurnName, readonly number[]][])('%s', (name, expected) => {
    expect(asked(measured.turns[name])).toEqual(expected);
  });

  it('ten minutes of looking, and planning once', () => {
    expect(asked(measured.week.tenMinutes)).toEqual([32, 0, 10, expect.closeTo(307.33, 2)]);
  });

  it('looking once an hour for what a crash has left', () => {
    expect(asked(measured.week.hourly)).toEqual([1, 0, 0, 426]);
  });

  it('the cards of a week', () => {
    expect(asked(measured.week.cards)).toEqual([364, 62, 118, 2_982]);
  });
});

it('what is counted in memory is what goes over the wire, and the sizes are about right', async () => {
  const counted = [];
  for (const on of ['wire', 'memory'] as const) {
    const programme = await openMeasured(2, on);
    counted.push(await turnsOn(programme));
    await programme.close();
  }
  const [wire, memory] = counted;
  for (const name of Object.keys(A_TURN) as TurnName[]) {
    const [real, estimate] = [wire?.[name], memory?.[name]];
    expect({ ...estimate, ru: 0 }).toEqual({ ...real, ru: 0 });
    expect((estimate?.ru ?? 0) / (real?.ru ?? 0)).toBeGreaterThan(0.9);
    expect((estimate?.ru ?? 0) / (real?.ru ?? 0)).toBeLessThan(1.15);
  }
}, 120_000);

import { openMeasured } from '../bench/measured-programme.ts';
import { type Measured, measure, type TurnName, turnsOn } from '../bench/requests.ts';
import type { Requests } from '../bench/ru-of.ts';

/** Reads, creates, replaces, queries: what Cosmos DB is asked. docs/operations.md turns it into RU and yen. */
const asked = ({ read, create, replace, query }: Requests) =>
  [read, create, replace, query].map((count) => Math.round(count * 10) / 10);

/** More must be noticed, and so must less: the figures in the handbook are then to be printed anew. */
const A_TURN: Readonly<Record<TurnName, readonly number[]>> = {
  状況: [3, 0, 0, 1],
  '週次報告（カード）': [2, 0, 0, 1],
  KPI報告: [9, 4, 3, 3],
  項目の報告: [12, 3, 4, 3],
  履歴: [6, 0, 1, 1],
  相談: [13, 5, 5, 1],
  '状況（LINE WORKS）': [6, 1, 1, 1],
  '週次報告（全て変更なし）': [22, 9, 10, 3],
  ダイジェスト: [8, 1, 0, 2],
  未報告: [4, 0, 1, 26],
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
    expect(asked(measured.week.tenMinutes)).toEqual([0.3, 0, 0, 0.3]);
  });

  // A mean: what is read again at any time falls on one side or the other.
  it('planning after a report, and after 全て変更なし', () => {
    expect(asked(measured.week.afterReport)).toEqual([0.2, 0, 0, -0.2]);
    expect(asked(measured.week.afterCarryOver)).toEqual([2.4, 0, 0.9, 0.5]);
  });

  it('reading everything, at the start and in the course of a week, and looking for what a crash has left', () => {
    expect(asked(measured.week.reading)).toEqual([1, 0, 0, 307]);
    expect(asked(measured.week.sweep)).toEqual([0, 0, 0, 485]);
  });

  it('the cards of a week', () => {
    expect(asked(measured.week.cards)).toEqual([466, 36, 144, 1_044]);
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

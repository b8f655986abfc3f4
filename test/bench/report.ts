import type { Round } from './load.ts';

/** What is published of a server: its rounds taken together. */
type Figures = {
  readonly turns: number;
  readonly turnsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly cpuMsPerTurn: number;
};

export type Report = {
  readonly ours: Figures;
  readonly echo: Figures;
  /** CPU per turn, ours to the echo's: of all rounds, and of the pairs of rounds that ran one after the other. */
  readonly ratio: number;
  readonly pairs: readonly number[];
  readonly node: string;
};

export function reportOf(ours: readonly Round[], echo: readonly Round[]): Report {
  const figures = { ours: figuresOf(ours), echo: figuresOf(echo) };
  const pairs = ours.map((round, at) => perTurn([round]) / perTurn(echo.slice(at, at + 1)));
  return { ...figures, ratio: figures.ours.cpuMsPerTurn / figures.echo.cpuMsPerTurn, pairs, node: process.version };
}

function figuresOf(rounds: readonly Round[]): Figures {
  const latencies = rounds.flatMap(({ latenciesMs }) => latenciesMs).sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
  return {
    turns: latencies.length,
    turnsPerSecond: latencies.length / sum(rounds.map(({ seconds }) => seconds)),
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    cpuMsPerTurn: perTurn(rounds),
  };
}

const perTurn = (rounds: readonly Round[]) => sum(rounds.map((r) => r.cpuMs)) / sum(rounds.map((r) => r.turns));
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

/** For the terminal; the last line is the one that counts. */
export function asText({ ours, echo, ratio, pairs, node }: Report): string {
  const row = (name: string, f: Figures) =>
    [
      name.padEnd(24),
      f.turnsPerSecond.toFixed(0).padStart(8),
      f.p50Ms.toFixed(1).padStart(9),
      f.p99Ms.toFixed(1).padStart(9),
      f.cpuMsPerTurn.toFixed(2).padStart(13),
      String(f.turns).padStart(8),
    ].join('');
  return [
    `Node ${node}; a turn is an authenticated POST, the reply written to the product on loopback, and the 200.`,
    `${' '.repeat(24)} turns/s   p50 ms   p99 ms  CPU ms/turn   turns`,
    row('bansou', ours),
    row('bare botbuilder echo', echo),
    `pairs of rounds: ${pairs.map((pair) => pair.toFixed(2)).join(' ')}`,
    `CPU per turn, ours / bare echo: ${ratio.toFixed(2)}`,
  ].join('\n');
}

import type { End } from '../same-end.ts';
import type { Happened } from './judges/happened.ts';
import { laws, yearLaws } from './judges/laws.ts';
import type { Papers } from './papers.ts';
import { rehearse } from './rehearse.ts';

/** What a year has come to, as its process tells it. */
export type Told = {
  readonly wrong: readonly string[];
  readonly turns: number;
  /** The most frequent first. */
  readonly kinds: readonly (readonly [job: string, count: number])[];
  readonly happened: readonly Happened[];
  readonly papers: Papers | undefined;
  readonly end: End;
  readonly seconds: number;
  readonly cpuSeconds: number;
};

type Settings = { readonly store: string; readonly towns: string; readonly out: string; readonly until?: string };

const { store, towns, out, until } = JSON.parse(process.argv[2] ?? '{}') as Settings;
const isCosmos = store === 'cosmos';
let month = '';
const shown = new Set<string>();
const { kinds, ...year } = await rehearse({
  store: isCosmos ? 'cosmos' : 'embedded',
  towns: Number(towns),
  mirrored: isCosmos,
  laws: until === undefined ? yearLaws : laws,
  ...(until === undefined ? { folder: isCosmos ? `${out}/cosmos` : out } : { until }),
  progress(day, turns, wrong) {
    for (const each of wrong) if (!shown.has(each)) console.log(`${store} ${day}: ${each}`);
    for (const each of wrong) shown.add(each);
    if (day.slice(0, 7) === month) return;
    month = day.slice(0, 7);
    console.log(`${store}: ${month}, ${turns} turns, ${(performance.now() / 1_000).toFixed(0)} s`);
  },
});
const { user, system } = process.cpuUsage();
const told: Told = {
  ...year,
  kinds: [...kinds].toSorted(([, a], [, b]) => b - a),
  seconds: Math.round(performance.now() / 1_000),
  cpuSeconds: Math.round((user + system) / 1e6),
};
process.send?.(told, () => process.exit());

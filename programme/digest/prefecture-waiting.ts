import type { Day } from '../day.ts';
import type { MunicipalityWeek } from './digest.ts';

/** 県の対応が要ること of one sort: counted, with nothing of what it says and nobody's name. */
export type PrefectureWaiting = {
  /** 承認待ち */
  readonly what: string;
  readonly count: number;
  /** Since when the one waits that has waited longest. */
  readonly since: Day;
  /** What they are made up of, each counted: by kind, or by municipality in 団体コード order. */
  readonly parts: readonly string[];
};

/** Items whose date has passed, counted for each municipality in 団体コード order; undefined where there are none. */
export function itemsWaiting(
  all: readonly Pick<MunicipalityWeek, 'municipality' | 'overdue'>[],
): PrefectureWaiting | undefined {
  const late = all
    .filter(({ overdue }) => overdue.length > 0)
    .toSorted((a, b) => a.municipality.code.localeCompare(b.municipality.code));
  const days = late.flatMap(({ overdue }) => overdue.map(({ day }) => day)).toSorted();
  const [since] = days;
  if (since === undefined) return undefined;
  const parts = late.map(({ municipality, overdue }) => `${municipality.name}\u00a0${overdue.length}`);
  return { what: '期限を過ぎた項目', count: days.length, since, parts };
}

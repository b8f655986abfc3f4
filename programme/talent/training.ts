import { z } from 'zod';
import { Day } from '../day.ts';
import { Provenance } from '../provenance.ts';

/** 階層: of whom a row of the plan speaks; no person is named. */
export const trainingLevelNames = {
  executive: '首長・幹部',
  manager: '管理職',
  middle: '中堅職員',
  staff: '一般職員',
  leader: 'DX推進リーダー',
  specialist: 'DX担当職員',
} as const;
export type TrainingLevel = keyof typeof trainingLevelNames;
export const TrainingLevel = z.enum(Object.keys(trainingLevelNames) as [TrainingLevel, ...TrainingLevel[]]);

const People = z.number().int().nonnegative();

/** One row of 育成・研修計画. */
export const TrainingContent = z.object({
  level: TrainingLevel,
  /** 対象・内容 */
  target: z.string().min(1),
  /** 人数（計画） */
  planned: z.number().int().positive(),
  /** 時期 */
  when: z.string(),
  /** 実績: how many took part, and the day; absent until it took place. */
  done: People.optional(),
  doneOn: Day.optional(),
});
export type TrainingContent = z.infer<typeof TrainingContent>;

/** 育成・研修計画: one row of a municipality's plan of a fiscal year, in versions. */
export const Training = z.object({
  id: z.string(),
  municipality: z.string(),
  fiscalYear: z.number().int(),
  versions: z.array(Provenance.extend({ content: TrainingContent })).min(1),
  removed: Provenance.optional(),
});
export type Training = z.infer<typeof Training>;

export const trainingId = ({ fiscalYear, municipality }: TownYear, ask: string): string =>
  `training-${fiscalYear}-${municipality}-${ask}`;

export type TownYear = { readonly fiscalYear: number; readonly municipality: string };
/** For `Collection.list`: those of a fiscal year, or of one municipality in it. */
export const trainingsOf = (fiscalYear: number, municipality?: string) => {
  const start = municipality === undefined ? `training-${fiscalYear}` : `training-${fiscalYear}-${municipality}`;
  return { from: `${start}-`, below: `${start}.` };
};

export function currentTraining({ versions }: Pick<Training, 'versions'>): TrainingContent {
  const last = versions.at(-1);
  if (!last) throw new Error('a row without a version');
  return last.content;
}

/** People who were to be trained and who were. */
export type TrainingTotals = {
  readonly planned: number;
  readonly done: number;
  readonly rows: number;
  /** Of how many rows 実績 is known; where of none, `done` is no figure. */
  readonly reported: number;
};

export function trainingTotals(trainings: readonly Training[]): TrainingTotals {
  const rows = trainings.filter(({ removed }) => !removed).map(currentTraining);
  return {
    planned: rows.reduce((total, { planned }) => total + planned, 0),
    done: rows.reduce((total, { done = 0 }) => total + done, 0),
    rows: rows.length,
    reported: rows.filter(({ done }) => done !== undefined).length,
  };
}

import { z } from 'zod';
import { Day } from '../day.ts';
import { type ItemRecord, type ItemVersion, itemStandingName } from '../progress/item-record.ts';
import { entryOf, type KpiEntry, type KpiRecord, lastSaid } from '../progress/kpi-record.ts';
import { RowFault } from '../taken-file.ts';
import { Week } from '../week.ts';

const Said = z.object({
  same: z.string().optional(),
  value: z.string().optional(),
  numerator: z.string().optional(),
  denominator: z.string().optional(),
  note: z.string().optional(),
});

/** What was written of a file by one 確定: the receipt, looked at again. */
const AppliedAnswers = z.object({
  ask: z.string(),
  at: z.iso.datetime(),
  by: z.string(),
  /** Put in for the office by somebody who is not of it. */
  isProxy: z.boolean(),
  lines: z.array(z.object({ what: z.string(), before: z.string().optional(), after: z.string() })),
});
export type AppliedAnswers = z.infer<typeof AppliedAnswers>;

/** What was read of a returned 週次回答表; the file itself is not kept. */
export const ReturnedAnswers = z.object({
  municipality: z.string(),
  /** Fiscal year. */
  year: z.number().int(),
  week: Week,
  /** When it was written out. */
  exportedAt: z.iso.datetime(),
  sheet: z.string(),
  /** By the id of an item or a KPI: the newest number of what was reported when it was written out. */
  versions: z.record(z.string(), z.number().int()),
  rows: z.array(z.object({ row: z.number().int(), id: z.string(), said: Said })),
  /** Who of the office answered, by their id of the roster, and when. */
  answeredBy: z.string().optional(),
  answeredOn: Day.optional(),
  /** What troubles the office: a person decides whether it becomes a 相談. */
  trouble: z.string().optional(),
  faults: z.array(RowFault),
  /** What is worth a look and stops nothing. */
  notes: z.array(z.string()),
  /** `seen`: the newest number of what was reported when it was decided. */
  decisions: z.array(z.object({ id: z.string(), seen: z.number().int(), take: z.enum(['file', 'now']) })),
  applied: z.array(AppliedAnswers),
  /** Somebody has said that none of it is wanted. */
  dropped: z.boolean(),
});
export type ReturnedAnswers = z.infer<typeof ReturnedAnswers>;

type Then = Pick<ReturnedAnswers, 'versions' | 'exportedAt'>;

function stoodThen(one: KpiEntry | ItemVersion, number: number, { exportedAt }: Then): boolean {
  return one.number <= number && (one.undone === undefined || one.undone.at > exportedAt);
}
const asItStood = <T extends KpiEntry | ItemVersion>(all: readonly T[], number: number, then: Then): T[] =>
  all.filter((one) => stoodThen(one, number, then)).map(({ undone: _since, ...one }) => one as T);

/** A KPI as it stood when the sheet was written out. */
export const kpiThen = (record: KpiRecord, then: Then): KpiRecord => ({
  ...record,
  entries: asItStood(record.entries, then.versions[record.kpi] ?? 0, then),
});

export const itemThen = (record: ItemRecord, then: Then): ItemRecord => ({
  ...record,
  versions: asItStood(record.versions, then.versions[record.item] ?? 0, then),
});

/** What a week stands for, so that two can be compared: 変更なし is the value it confirms. Undefined: 未報告. */
export function weekSays(record: KpiRecord, week: Week): string | undefined {
  return entryOf(record, week) && lastWord(record, week);
}

/** What 変更なし would confirm. */
export function lastWord(record: KpiRecord, week: Week): string | undefined {
  const said = lastSaid(record, week);
  return said && JSON.stringify([said.kind, said.value, said.numerator, said.denominator]);
}

/** Where an item stands. */
export const itemSays = (record: ItemRecord): string => itemStandingName(record);

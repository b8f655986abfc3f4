import { z } from 'zod';
import { findItem, findStage } from '../catalogue.ts';
import { Day, fiscalYearName } from '../day.ts';
import { defineKind } from '../kind.ts';
import { ItemYear, itemYearName } from '../programme.ts';
import { type DataState, Provenance, stateNames } from '../provenance.ts';
import { Refusal } from '../refusal.ts';
import { exportSheet, momentCell } from '../sheet.ts';
import { withoutReport, withUndone } from '../undo.ts';
import { EnteredFor } from './entered-for.ts';
import { historySheet } from './history-sheet.ts';
import { ofMunicipalityAndYear, RecordYear, yearlyId } from './record-year.ts';

/** What is reported of an item: one of the catalogue's stages, or that there is nothing to report. */
export const ReportedStage = z.string().refine((id) => id === 'confirmedNone' || findStage(id) !== undefined, {
  message: '段階は一覧から選んでください',
});

const ItemVersion = Provenance.extend({
  number: z.number().int(),
  stage: ReportedStage,
  evidence: z.string().optional(),
  note: z.string().optional(),
  /** Why an earlier version was corrected. */
  reason: z.string().optional(),
  proxy: EnteredFor.optional(),
  undone: Provenance.optional(),
});
export type ItemVersion = z.infer<typeof ItemVersion>;

/** How an item came out of the year before. What was reported in it stays there. */
export const Carried = z.object({
  fiscalYear: RecordYear,
  /** Where it stood at the end: open, settled, put off, or not applicable. */
  was: z.enum(['open', 'done', 'later', 'none']),
  /** Its step was achieved when the year was closed. */
  stepAchieved: z.literal(true).optional(),
  /** The last stage that was reported, if any. */
  stage: ReportedStage.optional(),
  /** It goes on in this record's year, or later still; it ended; or it does not apply. */
  goesOn: z.enum(['this', 'later', 'end', 'none']),
  reason: z.string(),
  /** The member who decided it in chat. */
  by: z.string().optional(),
  /** Somebody decided that it goes on so, whatever the next year's workbook says; and the deadline, where they said one. */
  decided: z.object({ due: Day.optional() }).optional(),
});
export type Carried = z.infer<typeof Carried>;

/** 確度 of what is known: A 一次資料を直接確認, B 複数の情報, C 間接情報のみ. */
export const Certainty = z.enum(['A', 'B', 'C', 'unknown']);
export type Certainty = z.infer<typeof Certainty>;

/** Where an item stood before the support began, by which source; without it nothing is said of 支援前→支援後. */
const StartStage = z.object({
  stage: ReportedStage,
  source: z.string().optional(),
  certainty: Certainty.optional(),
});
export type StartStage = z.infer<typeof StartStage>;

/** 実施中・試行（50%）・出典 令和… ・確度 A */
export function startName({ stage, source, certainty }: StartStage): string {
  const known = certainty === undefined ? [] : [`確度 ${certainty === 'unknown' ? '不明' : certainty}`];
  return [stageName(stage), ...(source ? [`出典 ${source}`] : []), ...known].join('・');
}

/** An item of one municipality in one fiscal year. Versions are only ever added or marked undone. */
export const ItemRecord = z.object({
  municipality: z.string(),
  fiscalYear: RecordYear,
  item: z.string(),
  /** As seen from its fiscal year. */
  year: ItemYear,
  due: Day.optional(),
  carried: Carried.optional(),
  start: StartStage.optional(),
  versions: z.array(ItemVersion),
});
export type ItemRecord = z.infer<typeof ItemRecord>;

export type ItemReport = Pick<ItemVersion, 'stage'> & {
  evidence?: string | undefined;
  note?: string | undefined;
  proxy?: EnteredFor | undefined;
};

/** The version that counts, if any. */
export function currentVersion(record: ItemRecord | undefined): ItemVersion | undefined {
  return record?.versions.findLast((version) => version.undone === undefined);
}

export function itemState(record: ItemRecord | undefined): DataState {
  if (record === undefined) return 'unconfirmed';
  if (record.year === 'none') return 'notApplicable';
  const current = currentVersion(record);
  if (current === undefined) return 'notReported';
  return current.stage === 'confirmedNone' ? 'confirmedNone' : 'reported';
}

/** 0–100 of a reported item; undefined when nothing has been reported, which is not zero. */
export function itemPercent(record: ItemRecord | undefined): number | undefined {
  if (itemState(record) !== 'reported') return undefined;
  return findStage(currentVersion(record)?.stage ?? '')?.percent;
}

/** 実施中・試行 (50%), 未報告, 対象外 … */
export function itemStandingName(record: ItemRecord | undefined): string {
  const state = itemState(record);
  if (state === 'notApplicable' && record?.carried?.goesOn === 'end') return endedName(record.carried);
  return state === 'reported' ? stageName(currentVersion(record)?.stage ?? '') : stateNames[state];
}

/** 令和6年度に完了 / 令和6年度で終了 */
const endedName = ({ fiscalYear, was }: Carried): string =>
  `${fiscalYearName(fiscalYear)}${was === 'done' ? 'に完了' : 'で終了'}`;

export function stageName(stage: string): string {
  const found = findStage(stage);
  return found ? `${found.name}（${found.percent}%）` : stateNames.confirmedNone;
}

export function evidenceOf(record: ItemRecord | undefined): readonly string[] {
  return (record?.versions ?? []).flatMap((v) => (v.undone === undefined && v.evidence ? [v.evidence] : []));
}

/**
 * Adds a report. The same report again, or a replay of the same ask, changes nothing.
 * @param seen the version number the person saw when answering; someone else's newer version refuses the report.
 * @throws Refusal `not-applicable`, `changed-meanwhile`
 */
export function withItemReport(
  record: ItemRecord,
  report: ItemReport,
  from: Provenance,
  options: { seen?: number | undefined; reason?: string | undefined } = {},
): ItemRecord {
  if (record.versions.some((version) => version.ask === from.ask)) return record;
  if (record.year === 'none') throw Refusal.because('not-applicable', { what: record.item });
  const current = currentVersion(record);
  refuseStale(record.versions, options.seen, from);
  if (current && addsNothing(current, { ...report, reason: options.reason })) return record;
  const version: ItemVersion = { ...from, number: record.versions.length + 1, stage: report.stage };
  if (report.evidence) version.evidence = report.evidence;
  if (report.note) version.note = report.note;
  if (options.reason) version.reason = options.reason;
  if (report.proxy) version.proxy = report.proxy;
  return { ...record, versions: [...record.versions, version] };
}

/** What is left out of a report says nothing new; what is given must differ from what stands. */
function addsNothing(current: ItemVersion, report: ItemReport & { reason?: string | undefined }): boolean {
  return (
    current.stage === report.stage &&
    (!report.evidence || report.evidence === current.evidence) &&
    (!report.note || report.note === current.note) &&
    (!report.reason || report.reason === current.reason)
  );
}

/** A card shows version `seen`; someone else's later one must be looked at before it is written over. */
export function refuseStale(
  versions: readonly (Provenance & { readonly number: number })[],
  seen: number | undefined,
  from: Provenance,
): void {
  if (seen === undefined) return;
  const newer = versions.find((version) => version.number > seen && version.by !== from.by);
  if (newer) throw Refusal.because('changed-meanwhile', { at: new Date(newer.at) });
}

export const items = defineKind({
  name: 'items',
  called: '項目の報告',
  container: 'state',
  schema: ItemRecord,
  ...ofMunicipalityAndYear,
  id: ({ fiscalYear, item }) => yearlyId('item', fiscalYear, item),
  exported: {
    as: 'sheets',
    sheets: [
      exportSheet<ItemRecord>('項目', 'progress', {
        団体コード: ({ municipality }) => municipality,
        市町村名: ({ municipality }, { townName }) => townName(municipality),
        項目ID: ({ item }) => item,
        項目名: ({ item }) => findItem(item)?.name,
        実施年度: ({ year, fiscalYear }) => itemYearName(year, fiscalYear),
        期限: ({ due }) => due,
        段階: itemStandingName,
        開始時の段階: ({ start }) => start && stageName(start.stage),
        出典: ({ start }) => start?.source,
        確度: ({ start }) => start?.certainty && (start.certainty === 'unknown' ? '不明' : start.certainty),
        根拠: (record) => currentVersion(record)?.evidence,
        備考: (record) => currentVersion(record)?.note,
        報告日時: (record) => momentCell(currentVersion(record)?.at),
        報告者: (record, { nameOf }) => {
          const last = currentVersion(record);
          return last && nameOf(last.by);
        },
        年度: ({ fiscalYear }) => fiscalYearName(fiscalYear),
      }),
      historySheet<ItemRecord>(({ municipality, fiscalYear, item, versions }) =>
        versions.map((version) => ({
          ...version,
          municipality,
          fiscalYear,
          id: item,
          name: findItem(item)?.name,
          said: stageName(version.stage),
        })),
      ),
    ],
  },
  takenBack: {
    reports: ({ versions }) => versions,
    lines: (record, isIt, ask) => {
      const { item, versions } = record;
      const gone = versions.find(isIt);
      const after = itemStandingName({ ...record, versions: withoutReport(versions, ask) });
      return gone ? [{ what: `${item} ${findItem(item)?.short ?? ''}`, before: stageName(gone.stage), after }] : [];
    },
    withUndone: (record, ask, from) => {
      const versions = withUndone(record.versions, ask, from);
      return versions === record.versions ? record : { ...record, versions };
    },
    standings: (record, isIt) => {
      const { item } = record;
      const what = `${item} ${findItem(item)?.short ?? ''}`;
      const now = itemStandingName(record);
      return record.versions
        .filter(isIt)
        .map(() => ({ what, short: item, now, correct: { item, year: record.fiscalYear } }));
    },
  },
  audited: true,
  ofTheChat: [],
});

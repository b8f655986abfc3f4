import type { ReceiptLine } from '../../../cards/receipt.ts';
import { isLateWeek, refuseOver } from '../../../programme/asked-year.ts';
import { findItem, findKpi, type Kpi } from '../../../programme/catalogue.ts';
import type { Member } from '../../../programme/member.ts';
import type { EnteredFor } from '../../../programme/progress/entered-for.ts';
import {
  currentVersion,
  type ItemRecord,
  itemStandingName,
  ReportedStage,
  withItemReport,
} from '../../../programme/progress/item-record.ts';
import {
  entryOf,
  type KpiEntry,
  type KpiRecord,
  type KpiReport,
  lastReading,
  lastSaid,
  weeksUnchanged,
  withKpiReport,
} from '../../../programme/progress/kpi-record.ts';
import {
  type Entered,
  entryText,
  isBareRate,
  isConfirmedNone,
  readingOf,
  readingText,
  withLastParts,
} from '../../../programme/progress/kpi-value.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { isUndoable, withoutReport } from '../../../programme/undo.ts';
import type { Week } from '../../../programme/week.ts';
import { itemAt, kpiAt } from '../../../storage/progress.ts';
import type { Written } from '../../receipt-of.ts';
import type { MunicipalStart, MunicipalTurn } from '../../turn.ts';

export type KpiToWrite = {
  readonly kpi: string;
  readonly week: Week;
  readonly kind: KpiReport['kind'];
  readonly entered?: Entered;
  readonly note?: string | undefined;
  readonly evidence?: string | undefined;
  readonly reason?: string | undefined;
  readonly seen?: number | undefined;
  readonly proxy?: EnteredFor | undefined;
};

/** For whom, when and by which message something is reported; the operator reports as the secretariat does. */
export type Reporting = Pick<MunicipalStart, 'municipality' | 'programme' | 'store' | 'now' | 'from'> & {
  readonly who: Pick<Member, 'role'> | undefined;
};
type WritingReport = Reporting & Pick<MunicipalTurn, 'change'>;

/** Whether somebody may still change a week that is closed. */
export const mayOpenClosed = ({ who, programme }: Pick<Reporting, 'who' | 'programme'>, week: Week): boolean =>
  who?.role === 'secretariat' || isLateWeek(programme, week);

/**
 * Writes one KPI's report.
 * @returns undefined when nothing was new and what stands is not this person's to take back
 * @throws Refusal when it is not theirs, the week is closed, the value cannot be right, or someone was faster
 */
export async function writeKpi(turn: WritingReport, report: KpiToWrite): Promise<Written | undefined> {
  const { municipality, programme, from, now } = turn;
  const { week } = report;
  const kpi = kpiCalled(report.kpi);
  const at = kpiAt(municipality.code, programme.fiscalYear, report.kpi);
  const after = await turn.change('kpis', at, (record) => withKpi(record, report, turn));
  const own = after.entries.find((entry) => entry.ask === from.ask && entry.week === week);
  const stands = own ?? entryOf(after, week);
  if (!stands || (!own && !isUndoable(stands, from.by, now))) return undefined;
  return { line: kpiLine(kpi, after, stands), report: stands.ask, isNew: own !== undefined };
}

/** @throws Refusal what `writeKpi` would, as the record stands now */
export async function judgeKpi(turn: MunicipalStart, report: KpiToWrite): Promise<void> {
  const at = kpiAt(turn.municipality.code, turn.programme.fiscalYear, report.kpi);
  withKpi((await turn.store.kpis.get(at.partition, at.id))?.value, report, turn);
}

/** The record with the report in it. @throws Refusal as `writeKpi` */
export function withKpi(record: KpiRecord | undefined, report: KpiToWrite, turn: Reporting): KpiRecord {
  const { from, now } = turn;
  refuseOver(turn.programme, now);
  const { week, note, evidence, reason, seen, proxy } = report;
  const kpi = kpiCalled(report.kpi);
  if (!record) throw Refusal.because('unknown-kpi', { said: report.kpi });
  const { kind, reading } = measured(kpi, record, report);
  const options = { now, seen, mayOpenClosed: mayOpenClosed(turn, week) };
  return withKpiReport(record, { week, kind, reading, note, evidence, reason, proxy }, from, options);
}

function kpiCalled(id: string): Kpi {
  const kpi = findKpi(id);
  if (!kpi) throw Refusal.because('unknown-kpi', { said: id });
  return kpi;
}

/** The line of a receipt, the same however often it is asked for: what stood before this entry → what stands now. */
function kpiLine(kpi: Kpi, record: KpiRecord, { ask, week, kind }: KpiEntry): ReceiptLine {
  const what = `${kpi.id} ${kpi.name}`;
  const is = lastSaid(record, week);
  const after = is ? entryText(kpi, is) : '';
  if (kind === 'unchanged')
    return { what, before: undefined, after: `${after}（変更なし ${weeksUnchanged(record, week)}週）` };
  const was = lastSaid({ ...record, entries: withoutReport(record.entries, ask) }, week);
  return { what, before: was && entryText(kpi, was), after };
}

/** Parts that are on record are never replaced by a bare rate: the rate said last keeps them, any other is refused. */
function keepingParts(kpi: Kpi, record: KpiRecord, { week, entered = {} }: KpiToWrite): Entered {
  const last = lastReading(record, week);
  if (!isBareRate(kpi, entered) || last?.denominator === undefined) return entered;
  if (entered.value === last.value) return withLastParts(kpi, last, entered) ?? entered;
  const sentence = `${kpi.numerator}と${kpi.denominator}を入力してください（前回 ${readingText(kpi, last)}）。`;
  throw Refusal.because('bad-value', { sentence });
}

function measured(kpi: Kpi, record: KpiRecord, report: KpiToWrite): Pick<KpiReport, 'kind' | 'reading'> {
  const { kind } = report;
  if (report.entered === undefined) return { kind };
  const entered = keepingParts(kpi, record, report);
  if (isConfirmedNone(kpi, entered)) return { kind: 'confirmedNone' };
  const reading = readingOf(kpi, entered);
  if (typeof reading === 'string') throw Refusal.because('bad-value', { sentence: reading });
  return { kind, reading };
}

export type StageToWrite = {
  readonly item: string;
  readonly stage: string;
  readonly evidence?: string | undefined;
  readonly note?: string | undefined;
  readonly reason?: string | undefined;
  readonly seen?: number | undefined;
  readonly proxy?: EnteredFor | undefined;
};

/** Writes one item's report; the same promises as `writeKpi`. */
export async function writeStage(turn: WritingReport, report: StageToWrite): Promise<Written | undefined> {
  const { municipality, programme, from, now } = turn;
  const { item: id } = report;
  refuseUnlessStage(report);
  const after = await turn.change('items', itemAt(municipality.code, programme.fiscalYear, id), (record) =>
    withStage(record, report, turn),
  );
  const own = after.versions.find(({ ask }) => ask === from.ask);
  const stands = own ?? currentVersion(after);
  if (!stands || (!own && !isUndoable(stands, from.by, now))) return undefined;
  const before = itemStandingName({ ...after, versions: withoutReport(after.versions, stands.ask) });
  const line = { what: `${id} ${findItem(id)?.short ?? ''}`, before, after: itemStandingName(after) };
  return { line, report: stands.ask, isNew: own !== undefined };
}

/** @throws Refusal what `writeStage` would, as the record stands now */
export async function judgeStage(turn: MunicipalStart, report: StageToWrite): Promise<void> {
  const at = itemAt(turn.municipality.code, turn.programme.fiscalYear, report.item);
  withStage((await turn.store.items.get(at.partition, at.id))?.value, report, turn);
}

/** The record with the report in it. @throws Refusal as `writeStage` */
export function withStage(record: ItemRecord | undefined, report: StageToWrite, turn: Reporting): ItemRecord {
  refuseOver(turn.programme, turn.now);
  refuseUnlessStage(report);
  const { item, seen, reason, ...said } = report;
  if (!record) throw Refusal.because('not-assigned', { what: item });
  return withItemReport(record, said, turn.from, { seen, reason });
}

/** A row of the weekly card is checked here and not before, so that a mistake in one loses nothing of the others. */
function refuseUnlessStage({ stage }: StageToWrite): void {
  if (ReportedStage.safeParse(stage).success) return;
  throw Refusal.because('bad-value', { sentence: '段階は一覧から選んでください。' });
}

import type { ReceiptLine } from '../../../cards/receipt.ts';
import { findItem, findKpi, type Kpi } from '../../../programme/catalogue.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import {
  currentVersion,
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
import type { Turn } from '../../command.ts';
import type { Written } from '../../receipt-of.ts';

type ReportTurn = Turn & { readonly municipality: Municipality };

export type KpiToWrite = {
  readonly kpi: string;
  readonly week: Week;
  readonly kind: KpiReport['kind'];
  readonly entered?: Entered;
  readonly note?: string | undefined;
  readonly reason?: string | undefined;
  readonly seen?: number | undefined;
};

/** Who may still change a week that is closed. */
export const mayOpenClosed = (who: Turn['who']): boolean => who?.role === 'secretariat';

/**
 * Writes one KPI's report.
 * @returns undefined when nothing was new and what stands is not this person's to take back
 * @throws Refusal when it is not theirs, the week is closed, the value cannot be right, or someone was faster
 */
export async function writeKpi(turn: ReportTurn, report: KpiToWrite): Promise<Written | undefined> {
  const { municipality, programme, from, now, who } = turn;
  const { week, note, reason, seen } = report;
  const kpi = findKpi(report.kpi);
  if (!kpi) throw Refusal.because('unknown-kpi', { said: report.kpi });
  const after = await turn.change('kpis', kpiAt(municipality.code, programme.fiscalYear, report.kpi), (record) => {
    if (!record) throw Refusal.because('unknown-kpi', { said: report.kpi });
    const { kind, reading } = measured(kpi, record, report);
    const options = { now, seen, mayOpenClosed: mayOpenClosed(who) };
    return withKpiReport(record, { week, kind, reading, note, reason }, from, options);
  });
  const own = after.entries.find((entry) => entry.ask === from.ask && entry.week === week);
  const stands = own ?? entryOf(after, week);
  if (!stands || (!own && !isUndoable(stands, from.by, now))) return undefined;
  return { line: kpiLine(kpi, after, stands), report: stands.ask, isNew: own !== undefined };
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
};

/** Writes one item's report; the same promises as `writeKpi`. */
export async function writeStage(turn: ReportTurn, report: StageToWrite): Promise<Written | undefined> {
  const { municipality, programme, from, now } = turn;
  const { item: id, seen, reason, ...said } = report;
  // A row of the weekly card is checked here and not before, so that a mistake in one loses nothing of the others.
  const stage = ReportedStage.safeParse(report.stage);
  if (!stage.success) throw Refusal.because('bad-value', { sentence: '段階は一覧から選んでください。' });
  const after = await turn.change('items', itemAt(municipality.code, programme.fiscalYear, id), (record) => {
    if (!record) throw Refusal.because('not-assigned', { what: id });
    return withItemReport(record, said, from, { seen, reason });
  });
  const own = after.versions.find(({ ask }) => ask === from.ask);
  const stands = own ?? currentVersion(after);
  if (!stands || (!own && !isUndoable(stands, from.by, now))) return undefined;
  const before = itemStandingName({ ...after, versions: withoutReport(after.versions, stands.ask) });
  const line = { what: `${id} ${findItem(id)?.short ?? ''}`, before, after: itemStandingName(after) };
  return { line, report: stands.ask, isNew: own !== undefined };
}

import type { ReceiptLine } from '../cards/receipt.ts';
import { findItem, findKpi, type Kpi } from '../programme/catalogue.ts';
import type { HelpRequest } from '../programme/help-request.ts';
import { type ItemRecord, itemStandingName, ReportedStage, withItemReport } from '../programme/item-record.ts';
import {
  type KpiRecord,
  type KpiReport,
  lastReading,
  lastSaid,
  weeksUnchanged,
  withKpiReport,
} from '../programme/kpi-record.ts';
import { type Entered, entryText, isConfirmedNone, lostParts, readingOf } from '../programme/kpi-value.ts';
import { rung } from '../programme/lease.ts';
import type { Municipality } from '../programme/municipality.ts';
import { stateNames } from '../programme/provenance.ts';
import { Refusal } from '../programme/refusal.ts';
import type { Week } from '../programme/week.ts';
import { LEASES, municipal } from '../storage/collections.ts';
import { itemAt, kpiAt } from '../storage/records.ts';
import type { Turn } from './command.ts';

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

/**
 * Writes one KPI's report.
 * @returns the line of the receipt; undefined when nothing was new.
 * @throws Refusal when it is not theirs, the week is closed, the value cannot be right, or someone was faster
 */
export async function writeKpi(turn: ReportTurn, report: KpiToWrite): Promise<ReceiptLine | undefined> {
  const { municipality, from, now, who } = turn;
  const kpi = findKpi(report.kpi);
  if (!kpi) throw Refusal.because('unknown-kpi', { said: report.kpi });
  const { kind, reading } = measured(kpi, report);
  let before: KpiRecord | undefined;
  const after = await turn.change('kpis', kpiAt(municipality.code, report.kpi), (record) => {
    if (!record) throw Refusal.because('unknown-kpi', { said: report.kpi });
    const lost = lostParts(kpi, lastReading(record, report.week), report.entered ?? {});
    if (lost !== undefined) throw Refusal.because('bad-value', { sentence: lost });
    before = record;
    const { week, note, reason, seen } = report;
    return withKpiReport(record, { week, kind, reading, note, reason }, from, {
      now,
      seen,
      mayOpenClosed: who?.role === 'secretariat',
    });
  });
  if (after === before && !wroteAlready(after.entries, from.ask)) return undefined;
  const [was, is] = [before && lastSaid(before, report.week), lastSaid(after, report.week)];
  const isText = kind === 'confirmedNone' ? stateNames.confirmedNone : is ? entryText(kpi, is) : '';
  if (kind === 'unchanged') {
    return {
      what: `${kpi.id} ${kpi.name}`,
      before: undefined,
      after: `${isText}（変更なし ${weeksUnchanged(after, report.week)}週）`,
    };
  }
  return { what: `${kpi.id} ${kpi.name}`, before: was && entryText(kpi, was), after: isText };
}

function measured(kpi: Kpi, { kind, entered }: KpiToWrite): Pick<KpiReport, 'kind' | 'reading'> {
  if (entered === undefined) return { kind };
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
export async function writeStage(turn: ReportTurn, report: StageToWrite): Promise<ReceiptLine | undefined> {
  const { municipality, from } = turn;
  const { item: id, seen, reason, ...said } = report;
  // A row of the weekly card is checked here and not before, so that a mistake in one loses nothing of the others.
  const stage = ReportedStage.safeParse(report.stage);
  if (!stage.success) throw Refusal.because('bad-value', { sentence: '段階は一覧から選んでください。' });
  let before: ItemRecord | undefined;
  const after = await turn.change('items', itemAt(municipality.code, id), (record) => {
    if (!record) throw Refusal.because('not-assigned', { what: id });
    before = record;
    return withItemReport(record, said, from, { seen, reason });
  });
  if (after === before && !wroteAlready(after.versions, from.ask)) return undefined;
  return {
    what: `${id} ${findItem(id)?.short ?? ''}`,
    before: itemStandingName(before),
    after: itemStandingName(after),
  };
}

/** Writes a request for help; the secretariat sees its text in 1:1 only. */
export async function writeHelp(
  turn: ReportTurn,
  { text, item }: { text: string; item?: string | undefined },
): Promise<ReceiptLine> {
  const { municipality, from } = turn;
  const id = `help-${from.ask}`;
  const request: HelpRequest = { ...from, id, municipality: municipality.code, text, ...(item ? { item } : {}) };
  await turn.change('helpRequests', { partition: municipal(municipality.code), id }, (known) => known ?? request);
  // Whoever sends looks again at once, and not only at the next planning.
  await turn.change('leases', { partition: LEASES, id: 'dispatcher' }, rung);
  return { what: '困りごと', before: undefined, after: '事務局に届けます' };
}

/** A replayed message finds its own report: it gets the same receipt, and nothing is written twice. */
function wroteAlready(reports: readonly { readonly ask: string }[], ask: string): boolean {
  return reports.some((report) => report.ask === ask);
}

import type { Ask, Card } from '../../../cards/card.ts';
import { confirmReportCard, type ReviewLine } from '../../../cards/confirm-report.ts';
import { yearOver } from '../../../programme/asked-year.ts';
import { asks } from '../../../programme/asks.ts';
import { findItem, findKpi, type Kpi } from '../../../programme/catalogue.ts';
import { currentVersion, itemStandingName, ReportedStage, stageName } from '../../../programme/progress/item-record.ts';
import { type KpiRecord, lastReading, lastSaid } from '../../../programme/progress/kpi-record.ts';
import {
  type Entered,
  entryText,
  isConfirmedNone,
  readingOf,
  readingText,
  withLastParts,
} from '../../../programme/progress/kpi-value.ts';
import { stageFalls, type Unusual, unusualIn } from '../../../programme/progress/unusual.ts';
import type { Provenance } from '../../../programme/provenance.ts';
import { stateNames } from '../../../programme/provenance.ts';
import { isClosed, type Week, weekOf } from '../../../programme/week.ts';
import { itemAt, kpiAt } from '../../../storage/progress.ts';
import type { Review } from '../../command.ts';
import type { MunicipalStart } from '../../turn.ts';
import { mayOpenClosed, type Reporting } from './write-report.ts';

/** The card that asks once whether what is unusual was meant; undefined when nothing is. @param edit opens the form */
export function confirmReport(turn: MunicipalStart, { lines, yes }: Review, edit: Ask): Card | undefined {
  const unusual = lines.filter(({ why }) => why.length > 0);
  if (unusual.length === 0) return undefined;
  return confirmReportCard({
    municipality: turn.municipality,
    closed: yearOver(turn.programme),
    lines: unusual,
    yes,
    edit,
  });
}

/** The same report with its form open again, as it was filled in: 直す begins with what was reported. */
export function reopening({ yes }: Review): Ask {
  const { sure: _, ...filled } = yes.input;
  return { command: yes.command, input: { ...filled, reopened: 'yes' } };
}

type LookedKpi = {
  readonly kpi: string;
  readonly entered: Entered;
  readonly week: Week;
  readonly seen?: number | undefined;
};

/** One KPI's value as it would be recorded: a bare rate with the denominator said last. Undefined: refused anyway. */
export async function reviewKpi(
  turn: Reporting,
  { kpi: id, entered: said, week, seen }: LookedKpi,
): Promise<{ readonly line: ReviewLine; readonly entered: Entered } | undefined> {
  const kpi = findKpi(id);
  const at = kpiAt(turn.municipality.code, turn.programme.fiscalYear, id);
  const record = (await turn.store.kpis.get(at.partition, at.id))?.value;
  if (!kpi || !record || !isOpen(week, turn) || isWritten(record.entries, seen, turn)) return undefined;
  const parts = withLastParts(kpi, lastReading(record, week), said);
  const entered = parts ?? said;
  const found = isConfirmedNone(kpi, entered)
    ? nothingIn(record, week)
    : valueIn({ kpi, record, week }, entered, parts !== undefined && said.value !== lastReading(record, week)?.value);
  if (!found) return undefined;
  const last = lastSaid(record, week);
  const before = last ? entryText(kpi, last) : stateNames.notReported;
  return { line: { what: `${kpi.id} ${kpi.name}`, before, ...found }, entered };
}

type Found = { readonly after: string; readonly why: readonly Unusual[] };

/** Nothing to measure is a state of its own, not a value of zero. */
function nothingIn(record: KpiRecord, week: Week): Found {
  const isKnown = lastSaid(record, week)?.kind === 'confirmedNone';
  return { after: stateNames.confirmedNone, why: isKnown ? [] : ['nothing'] };
}

function valueIn(
  { kpi, record, week }: { kpi: Kpi; record: KpiRecord; week: Week },
  entered: Entered,
  isReckoned: boolean,
): Found | undefined {
  const reading = readingOf(kpi, entered);
  if (typeof reading === 'string') return undefined;
  const unusual = unusualIn(kpi, record, week, reading);
  return {
    after: readingText(kpi, reading),
    why: [...(isReckoned ? ['rate-only' as const] : []), ...(unusual ? [unusual] : [])],
  };
}

type LookedStage = { readonly item: string; readonly stage: string; readonly seen?: number | undefined };

/** One item's stage as it would be recorded; undefined: refused anyway, or what stands already. */
export async function reviewStage(turn: Reporting, { item: id, stage, seen }: LookedStage) {
  const [item, at] = [findItem(id), itemAt(turn.municipality.code, turn.programme.fiscalYear, id)];
  const record = (await turn.store.items.get(at.partition, at.id))?.value;
  if (!item || !record || record.year === 'none' || !ReportedStage.safeParse(stage).success) return undefined;
  if (isWritten(record.versions, seen, turn) || currentVersion(record)?.stage === stage) return undefined;
  const why: readonly Unusual[] = stageFalls(record, stage) ? ['stage-falls'] : [];
  return { what: `${id} ${item.short}`, before: itemStandingName(record), after: stageName(stage), why };
}

function isOpen(week: Week, turn: Reporting): boolean {
  return week <= weekOf(turn.now) && (!isClosed(week, turn.now) || mayOpenClosed(turn, week));
}

/** By somebody else since it was seen, so that it will be refused; or by this very message, delivered again. */
function isWritten(
  reports: readonly (Provenance & { readonly number: number })[],
  seen: number | undefined,
  { from }: Reporting,
): boolean {
  return reports.some(
    ({ number, by, ask }) => ask === from.ask || (seen !== undefined && number > seen && by !== from.by),
  );
}

const valueInputs = asks['report-kpi'].pick({ value: true, numerator: true, denominator: true });

/** The numbers typed in a row of a form; undefined when there are none, or none that can be read. */
export function enteredIn(row: {
  readonly value?: string | undefined;
  readonly numerator?: string | undefined;
  readonly denominator?: string | undefined;
}): Entered | undefined {
  if (!row.value && !row.numerator) return undefined;
  const entered = valueInputs.safeParse({
    value: row.value,
    numerator: row.numerator,
    denominator: row.denominator,
  });
  return entered.success ? entered.data : undefined;
}

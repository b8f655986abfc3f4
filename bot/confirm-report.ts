import type { Card } from '../cards/card.ts';
import { confirmReportCard, type UnusualLine } from '../cards/confirm-report.ts';
import { type ask, asks, type CommandName, type Given } from '../programme/asks.ts';
import { findKpi } from '../programme/catalogue.ts';
import { type KpiRecord, lastReading } from '../programme/kpi-record.ts';
import { type Entered, readingOf, readingText } from '../programme/kpi-value.ts';
import { stateNames } from '../programme/provenance.ts';
import { unusualIn } from '../programme/unusual.ts';
import { isClosed, type Week, weekOf } from '../programme/week.ts';
import { kpiAt } from '../storage/records.ts';
import type { MunicipalTurn } from './command.ts';

type Looked = {
  readonly kpi: string;
  readonly entered: Entered;
  readonly week: Week;
  readonly seen?: number | undefined;
};

/**
 * The card that asks whether what is unusual about these values was meant; undefined when nothing is.
 * @param yes the same report with the answer in it, @param edit what opens the form again
 */
export async function confirmReport<C extends CommandName>(
  turn: MunicipalTurn,
  looked: readonly Looked[],
  yes: { readonly command: C; readonly input: Given<C> },
  edit: ReturnType<typeof ask<CommandName>>,
): Promise<Card | undefined> {
  const isCorrection = yes.command === 'correct';
  const found = await Promise.all(looked.map((each) => unusualLine(turn, each, isCorrection)));
  const lines = found.filter((line) => line !== undefined);
  return lines.length === 0 ? undefined : confirmReportCard({ municipality: turn.municipality, lines, yes, edit });
}

async function unusualLine(
  turn: MunicipalTurn,
  looked: Looked,
  isCorrection: boolean,
): Promise<UnusualLine | undefined> {
  const { kpi: id, entered, week, seen } = looked;
  const { municipality, store } = turn;
  const kpi = findKpi(id);
  const at = kpiAt(municipality.code, id);
  const record = (await store.kpis.get(at.partition, at.id))?.value;
  const reading = kpi && readingOf(kpi, entered);
  // What will be refused anyway is not asked about first.
  if (!isOpen(week, turn) || (record && isStale(record, seen, turn))) return undefined;
  if (!kpi || !record || reading === undefined || typeof reading === 'string') return undefined;
  const why = unusualIn(kpi, record, week, reading, isCorrection);
  const last = lastReading(record, week);
  return (
    why && {
      what: `${kpi.id} ${kpi.name}`,
      before: last ? readingText(kpi, last) : stateNames.notReported,
      after: readingText(kpi, reading),
      why,
    }
  );
}

function isOpen(week: Week, { now, who }: MunicipalTurn): boolean {
  return week <= weekOf(now) && (!isClosed(week, now) || who?.role === 'secretariat');
}

function isStale({ entries }: KpiRecord, seen: number | undefined, { from }: MunicipalTurn): boolean {
  return seen !== undefined && entries.some(({ number, by }) => number > seen && by !== from.by);
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
    denominator: row.numerator ? row.denominator : undefined,
  });
  return entered.success ? entered.data : undefined;
}

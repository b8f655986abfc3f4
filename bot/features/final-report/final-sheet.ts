import type { FinalSheet } from '../../../documents/final-report/final-report-docx.ts';
import { dayOf } from '../../../programme/day.ts';
import { currentFiling, editionHandedIn, FILINGS } from '../../../programme/filing.ts';
import { drawnPartsOf } from '../../../programme/final-report/drawn-part.ts';
import type { ReportPart } from '../../../programme/final-report/figure.ts';
import { finalDraft } from '../../../programme/final-report/final-draft.ts';
import {
  type FinalReport,
  finalReportAt,
  finalReportTitle,
  finalStanding,
} from '../../../programme/final-report/final-report.ts';
import { kinds, type Store } from '../../../storage/collections.ts';
import { type FinalReading, readFinal, withMismatches } from './read-final.ts';

export async function finalReportOf(store: Store, fiscalYear: number): Promise<FinalReport | undefined> {
  const { partition, id } = finalReportAt(fiscalYear);
  return (await store.finalReports.get(partition, id))?.value;
}

type Drawn = Pick<FinalSheet, 'parts' | 'until'>;

/** What was drawn for a version when it was handed in; undefined for one that never was. */
export async function drawnOf(store: Store, fiscalYear: number, version: number): Promise<Drawn | undefined> {
  const found = await store.drawnParts.list(FILINGS, drawnPartsOf(fiscalYear, version));
  const [first] = found;
  return first && { until: first.value.until, parts: found.map(({ value }) => value.part) };
}

/** What the records say now. */
async function drawnFinal(from: FinalReading): Promise<Drawn & { readonly parts: readonly ReportPart[] }> {
  return { until: dayOf(from.now), parts: finalDraft(await withMismatches(await readFinal(from), from.store)) };
}

/**
 * What the two files are filled with: a version as it was handed in, or what is being written over the records of now.
 * @param version of those that were handed in; the last version where none is said
 */
export async function finalSheet(from: FinalReading, version?: number): Promise<FinalSheet> {
  const { store, programme } = from;
  const { fiscalYear } = programme;
  const report = await finalReportOf(store, fiscalYear);
  const shown = report?.versions.find(({ number }) => number === version) ?? (report && currentFiling(report));
  const drawn = (shown && (await drawnOf(store, fiscalYear, shown.number))) ?? (await drawnFinal(from));
  return {
    title: finalReportTitle(fiscalYear),
    ...drawn,
    standing: report && shown ? editionOfReport(report, shown.number) : '下書き（記録のまま）',
    texts: shown?.content.texts ?? {},
    calledOf: calledIn,
  };
}

/** 第2版, as it stood when it was handed in: what is decided later changes no file. */
function editionOfReport(report: FinalReport, number: number): string {
  const isHandedIn = report.submissions?.some(({ version }) => version === number);
  return isHandedIn ? `第${editionHandedIn(report, number)}版` : finalStanding(report, { number });
}

const calledIn = (kind: string): string => Object.values(kinds).find(({ name }) => name === kind)?.called ?? kind;

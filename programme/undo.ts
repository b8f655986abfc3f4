import { type Provenance, UNDO_HOURS } from './provenance.ts';

type Undoable = Provenance & { readonly undone?: Provenance | undefined };

/** Whether a person may still take this report back: their own, not yet taken back, within 24 hours. */
export function isUndoable(report: Undoable, who: string, now: Date): boolean {
  const age = now.getTime() - Date.parse(report.at);
  return report.by === who && report.undone === undefined && age <= UNDO_HOURS * 3_600_000;
}

/** What stands without what one message wrote. */
export function withoutReport<T extends Provenance>(reports: readonly T[], ask: string): T[] {
  return reports.filter((report) => report.ask !== ask);
}

/**
 * Whether somebody took something back after this report: going on without a look would walk back through older ones.
 */
export function isFurtherBack(reports: readonly Undoable[], last: Provenance, who: string): boolean {
  return reports.some(({ undone }) => undone?.by === who && undone.at >= last.at);
}

/** Marks everything one message wrote as undone; it stays in the history. Same array when nothing was. */
export function withUndone<T extends Undoable>(reports: readonly T[], ask: string, from: Provenance): T[] {
  const matches = (report: T) => report.ask === ask && isUndoable(report, from.by, new Date(from.at));
  if (!reports.some(matches)) return reports as T[];
  return reports.map((report) => (matches(report) ? { ...report, undone: from } : report));
}

import { type Provenance, UNDO_HOURS } from './provenance.ts';

/** Something a person said, and who took it back. */
export type Undoable = Provenance & {
  readonly undone?: Provenance | undefined;
  /** Put in by somebody else for the person of this id. */
  readonly proxy?: { readonly for?: string | undefined } | undefined;
};

/** What of a document of a municipality a person says in a message, and may take back with all that the message wrote. */
export type TakenBack<T> = {
  /** Everything that was said in it, oldest first. */
  reports(value: T): readonly Undoable[];
  /** What the reports of one message said → what stands without them. */
  lines(value: T, isIt: (report: Undoable) => boolean, ask: string): readonly Line[];
  /** With everything that one message said marked as undone; the same value where nothing is. */
  withUndone(value: T, ask: string, from: Provenance): T;
  /** What is on record now of what the reports of one message said. */
  standings(value: T, isIt: (report: Undoable) => boolean): readonly Standing[];
  /** For kinds that keep all in one place: whether it concerns this municipality. */
  concerns?(value: T, municipality: string): boolean;
  /** What it changed in other documents, and how that goes back. */
  restores?(value: T): readonly Restore[];
};

/** What 取消 by itself never takes back, and why. */
export type NeverTakenBack<T> = {
  readonly never: string;
  /**
   * What messages wrote in it that a button of its own takes back, or that is only written anew: whoever says 取消
   * behind one of them means that, and nothing older.
   */
  byButton?(value: T): readonly WayBack[];
  /**
   * How what one message wrote in it is undone, where 取消 is said right behind that message; undefined where nothing
   * undoes it.
   */
  ownWay?(value: T, said: string): OwnWay | undefined;
};
export type OwnWay = Pick<WayBack, 'what' | 'anew'> &
  (
    | Pick<WayBack, 'back'>
    /** What was said to something that was handed in, by its id: it is said anew where it is decided. */
    | { readonly filing: string }
  );
export type WayBack = Undoable & {
  /** 12/3(木)の訪問記録 */
  readonly what: string;
  readonly back: { readonly command: string; readonly input: Readonly<Record<string, unknown>> };
  /** Nothing takes it back: what the button is called behind which it is written anew. */
  readonly anew?: string;
};

/** A document that stands as a message left it; `back` makes what it was before of it. */
export type Restore = {
  readonly kind: string;
  readonly partition: string;
  readonly id: string;
  /** @throws Refusal where somebody has changed it since */
  back(now: unknown): unknown;
};
type Line = { readonly what: string; readonly before: string; readonly after: string };

/** What is on record now of something that was said. */
export type Standing = {
  /** K0-03 窓口の… */
  readonly what: string;
  readonly short: string;
  readonly now: string;
  /** The inputs by which 訂正 finds it; absent where it can only be taken back. */
  readonly correct?: { readonly year: number } & (
    | { readonly item: string }
    | { readonly kpi: string; readonly week: string }
  );
};

/** Of a document that is one report: what it is called, what it says, and what stands when it was taken back. */
export const takenBackWhole = <T extends Undoable>(
  told: (value: T) => { readonly what: string; readonly said: string; readonly undone: string },
): TakenBack<T> => ({
  reports: (value) => [value],
  lines: (value, isIt) => {
    const { what, said, undone } = told(value);
    return isIt(value) ? [{ what, before: said, after: undone }] : [];
  },
  standings: (value, isIt) => {
    const { what, said, undone } = told(value);
    return isIt(value) ? [{ what, short: what, now: value.undone ? undone : said }] : [];
  },
  withUndone: (value, ask, from) => withUndone([value], ask, from)[0] ?? value,
});

/** Whether a person may still take this report back: their own or put in for them, not yet taken back, within 24 hours. */
export function isUndoable(report: Undoable, who: string, now: Date): boolean {
  const age = now.getTime() - Date.parse(report.at);
  return (
    (report.by === who || report.proxy?.for === who) && report.undone === undefined && age <= UNDO_HOURS * 3_600_000
  );
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

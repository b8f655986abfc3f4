import { currentFiling, filingAt, withVersion } from '../filing.ts';
import type { Provenance } from '../provenance.ts';
import type { DaySpan } from '../support/support-figures.ts';
import {
  type MonthlyContent,
  type MonthlyDraft,
  type MonthlyField,
  type MonthlyPart,
  type MonthlyReport,
  type MonthlySection,
  monthlyDraftOf,
  monthlyFields,
  monthlyId,
  sentVersions,
} from './monthly-report.ts';

/** What is drawn from the records, without who asked for it. */
export type MonthlyDrawn = Pick<MonthlyDraft, 'until' | 'parts' | 'tellsSatisfaction'>;

/** The first draft of a month. */
export function monthlyDrafted(span: DaySpan, drawn: MonthlyDrawn, from: Provenance): MonthlyReport {
  const content: MonthlyContent = { draft: 1, texts: {} };
  return {
    id: monthlyId(span),
    drafts: [{ ...from, number: 1, ...drawn }],
    versions: [{ ...from, number: 1, content }],
  };
}

/** Figures drawn anew; what people wrote stays. The same figures, or a replay, change nothing. */
export function redrafted(report: MonthlyReport, drawn: MonthlyDrawn, from: Provenance): MonthlyReport {
  if (report.versions.some(({ ask }) => ask === from.ask)) return report;
  const { content } = currentFiling(report);
  if (JSON.stringify(monthlyDraftOf(report, currentFiling(report)).parts) === JSON.stringify(drawn.parts))
    return report;
  const number = report.drafts.length + 1;
  const drafts = [...report.drafts, { ...from, number, ...drawn }];
  return withVersion({ ...report, drafts }, { ...content, draft: number }, from);
}

/** What was written to a section; undefined takes it away. */
export function withMonthlyText(
  report: MonthlyReport,
  section: MonthlySection,
  text: string | undefined,
  from: Provenance,
): MonthlyReport {
  const { content } = currentFiling(report);
  const { [section]: _, ...others } = content.texts;
  if (content.texts[section] === text) return report;
  return withVersion(report, { ...content, texts: text === undefined ? others : { ...others, [section]: text } }, from);
}

/** A figure that the records give otherwise than a draft has it. */
export type MonthlyMove = {
  readonly field: MonthlyField;
  /** 小海町 回数 */
  readonly what: string;
  readonly before: string | undefined;
  readonly after: string;
};

const GONE = '（なし）';

/** Which figures the records give otherwise now: field by field, before → after. */
function monthlyMoves(before: readonly MonthlyPart[], after: readonly MonthlyPart[]): readonly MonthlyMove[] {
  return (Object.keys(monthlyFields) as MonthlyField[]).flatMap((field) => {
    const [was, is] = [before, after].map((parts) => figuresIn(parts.find((part) => part.field === field)));
    if (!was || !is) return [];
    return [...new Set([...was.keys(), ...is.keys()])].flatMap((what) => {
      const [from, to] = [was.get(what), is.get(what)];
      return from === to ? [] : [{ field, what, before: from ?? GONE, after: to ?? GONE }];
    });
  });
}

/** Each figure by what it is of; of rows that are of the same thing each by its place. */
function figuresIn(part: MonthlyPart | undefined): ReadonlyMap<string, string> {
  const found = new Map<string, string>(part?.facts.map(({ label, text }) => [label, text]));
  const seen = new Map<string, number>();
  const head = part?.table?.head ?? [];
  for (const { cells } of part?.table?.rows ?? []) {
    const [name = '', ...rest] = cells;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    const called = count === 1 ? name : `${name}（${count}）`;
    for (const [at, cell] of rest.entries()) found.set(`${called} ${head[at + 1] ?? ''}`.trim(), cell);
  }
  return found;
}

/** A line that begins so is for 県への依頼・協議事項, in whichever section it was written. */
const TO_PREFECTURE = /^[・\-\s]*(?:県へ(?:の依頼|の協議|の相談)?|協議事項?|依頼事項?)[:：、]\s*/u;

/** What was written to a section, apart from what it asks of the prefecture. */
export function textsOf({ texts }: Pick<MonthlyContent, 'texts'>, section: MonthlySection): readonly string[] {
  return linesOf(texts[section]).filter((line) => !TO_PREFECTURE.test(line));
}

/** Everything that was written for the prefecture to see to. */
export const askedOfPrefecture = ({ texts }: Pick<MonthlyContent, 'texts'>): readonly string[] =>
  Object.values(texts).flatMap((text) =>
    linesOf(text).flatMap((line) => (TO_PREFECTURE.test(line) ? [line.replace(TO_PREFECTURE, '')] : [])),
  );

/** What the last report that was handed in asks of the prefecture, counted, and since when; undefined where it asks nothing. */
export function askedLast(
  sent: readonly MonthlyReport[],
  moment: Date,
): { readonly count: number; readonly since: string } | undefined {
  const then = sent.flatMap((report) => filingAt(report, moment) ?? []);
  const last = then.toSorted((a, b) => a.id.localeCompare(b.id)).findLast((report) => sentVersions(report).length > 0);
  const version = last && sentVersions(last).at(-1);
  const since = last?.submissions?.find((each) => each.version === version?.number)?.at;
  const count = version ? askedOfPrefecture(version.content).length : 0;
  return count > 0 && since !== undefined ? { count, since } : undefined;
}

const linesOf = (text: string | undefined): readonly string[] =>
  text?.split(/\r?\n/).flatMap((line) => (line.trim() === '' ? [] : [line.trim()])) ?? [];

/** What is told before a report is handed in: nothing where it is drawn just now. */
export const movesTold = (report: MonthlyReport | undefined, { parts }: MonthlyDrawn): readonly MonthlyMove[] =>
  report ? monthlyMoves(monthlyDraftOf(report, currentFiling(report)).parts, parts) : [];

import { z } from 'zod';
import { addMonths, Day, fiscalYearOf } from '../day.ts';
import { decisionOf, FILINGS, type FilingVersion, filingOf, filingState, versionsHandedIn } from '../filing.ts';
import { filingSheet } from '../filing-sheet.ts';
import { filingWay } from '../filing-way.ts';
import { defineKind, inOne } from '../kind.ts';
import { Provenance } from '../provenance.ts';
import { exportSheetOfParts, momentCell } from '../sheet.ts';
import { monthName, monthOfDay, monthSaid } from '../support/month.ts';
import type { DaySpan } from '../support/support-figures.ts';
import { verdictName } from '../verdict-words.ts';

/** 月次報告書 (様式 FM-08), as one writes and reads it in chat. */
export const monthlySectionNames = {
  overview: '概要',
  results: '実績',
  issues: '課題と対応',
  ahead: '翌月の予定',
  staffing: '体制',
} as const;
export type MonthlySection = keyof typeof monthlySectionNames;
export const MonthlySection = z.enum(Object.keys(monthlySectionNames) as [MonthlySection, ...MonthlySection[]]);

/** The fields of FM-08 in its order, each with its section; `対象月` is the report's own. */
export const monthlyFields = {
  summary: { label: '総括（全体の進捗・トピック）', section: 'overview' },
  dispatch: { label: '派遣実績（市町村別 回数・日数・対面率・累計／計画）', section: 'results' },
  stepProgress: { label: '市町村別ステップ・項目進捗（前月比）', section: 'results' },
  kpi: { label: 'KPI実績（目標比・差異理由）', section: 'results' },
  issues: { label: '課題・リスクと対応状況', section: 'issues' },
  cases: { label: '顕著な成果事例（承諾状況）', section: 'results' },
  staffing: { label: '体制の変更・予定', section: 'staffing' },
  quality: { label: '満足度・ミスマッチ・交代', section: 'issues' },
  nextMonth: { label: '翌月計画', section: 'ahead' },
  requestsToPref: { label: '県への依頼・協議事項', section: 'issues' },
} as const satisfies Readonly<Record<string, { readonly label: string; readonly section: MonthlySection }>>;
export type MonthlyField = keyof typeof monthlyFields;
const MonthlyField = z.enum(Object.keys(monthlyFields) as [MonthlyField, ...MonthlyField[]]);

/** A row of a table; its first cell says what it is of. */
const MonthlyRow = z.object({
  /** 団体コード, where it is of one municipality. */
  municipality: z.string().optional(),
  cells: z.array(z.string()),
});

/** What the records say for one field of FM-08, in words as they were handed in: no later program says it otherwise. */
export const MonthlyPart = z.object({
  field: MonthlyField,
  facts: z.array(z.object({ label: z.string(), text: z.string() })),
  table: z.object({ head: z.array(z.string()), rows: z.array(MonthlyRow) }).optional(),
});
export type MonthlyPart = z.infer<typeof MonthlyPart>;

/** A figure with what it is of. */
export const monthlyFact = (label: string, text: string): MonthlyPart['facts'][number] => ({ label, text });

/** What was drawn from the records at one moment. */
const MonthlyDraft = Provenance.extend({
  number: z.number().int(),
  /** The last day whose records are in it. */
  until: Day,
  parts: z.array(MonthlyPart),
  /** 満足度 stands in it. */
  tellsSatisfaction: z.literal(true).optional(),
});
export type MonthlyDraft = z.infer<typeof MonthlyDraft>;

/** A version: figures of one draft, and what people wrote to each section. */
const MonthlyContent = z.object({
  draft: z.number().int(),
  texts: z.partialRecord(MonthlySection, z.string()),
});
export type MonthlyContent = z.infer<typeof MonthlyContent>;
export type MonthlyVersion = FilingVersion<MonthlyContent>;

/** The report of a month. Drafts stand beside the versions, so that a text that is changed does not copy the figures. */
export const MonthlyReport = filingOf(MonthlyContent).extend({ drafts: z.array(MonthlyDraft).min(1) });
export type MonthlyReport = z.infer<typeof MonthlyReport>;

/** The ids of all of them begin so. */
export const MONTHLY = 'monthly-';
export const monthlyId = ({ from }: Pick<DaySpan, 'from'>): string => `${MONTHLY}${from.slice(0, 7)}`;
/** The month a report is of. */
export const spanOfMonthly = ({ id }: Pick<MonthlyReport, 'id'>): DaySpan =>
  monthOfDay(`${id.slice(MONTHLY.length)}-01`);
/** For `Collection.list`: the reports of a fiscal year. */
export const monthlyIdsOf = (fiscalYear: number): { readonly from: string; readonly below: string } => ({
  from: `${MONTHLY}${fiscalYear}-04`,
  below: `${MONTHLY}${fiscalYear + 1}-04`,
});
export const monthAfter = ({ from }: DaySpan): DaySpan => monthOfDay(addMonths(from, 1));

/** 令和6年11月の月次報告 */
export const monthlyTitle = (span: DaySpan): string => `${monthName(span)}の月次報告`;

export function monthlyDraftOf({ drafts }: Pick<MonthlyReport, 'drafts'>, { content }: MonthlyVersion): MonthlyDraft {
  const found = drafts.find(({ number }) => number === content.draft);
  if (!found) throw new Error('a version of a draft that is not there');
  return found;
}

/** The versions that were handed in, oldest first: what the prefecture sees. */
export const sentVersions = (report: MonthlyReport): readonly MonthlyVersion[] => versionsHandedIn(report);

/** 下書き, 提出済み・受領待ち, 受領 … of one version. */
export function monthlyStanding(report: MonthlyReport, { number }: Pick<MonthlyVersion, 'number'>): string {
  const decision = decisionOf(report, number);
  if (decision) return verdictName('受領', decision.verdict);
  const sent = sentVersions(report);
  if (sent.some((version) => version.number === number)) return '提出済み・県の受領待ち';
  const last = sent.at(-1);
  const isBeside = last !== undefined && last.number < number && !decisionOf(report, last.number);
  return isBeside ? '下書き（提出した版は県の受領待ち）' : '下書き';
}

const monthInput = (report: MonthlyReport) => {
  const { from } = spanOfMonthly(report);
  return { month: monthSaid(from), year: fiscalYearOf(from) };
};

export const monthlyReports = defineKind({
  name: 'monthlyReports',
  called: '月次報告',
  container: 'state',
  schema: MonthlyReport,
  ...inOne(FILINGS),
  id: ({ id }) => id,
  belongsTo: (report, { code }) => {
    const isOwn = ({ municipality }: z.infer<typeof MonthlyRow>) => municipality === code;
    const rows = report.drafts.flatMap(({ parts }) => parts.flatMap(({ table }) => table?.rows ?? []));
    if (!rows.some(isOwn)) return undefined;
    return { own: withRows(report, isOwn), rest: withRows(report, (row) => !isOwn(row)) };
  },
  ofYear: (report, { fiscalYear }) => (fiscalYearOf(spanOfMonthly(report).from) === fiscalYear ? report : undefined),
  keptFor: { years: 'records', isOver: ({ versions }, { isOld }) => versions.every(({ at }) => isOld(at)) },
  exported: {
    as: 'sheets',
    sheets: [
      exportSheetOfParts(
        '月次報告',
        'trust',
        (report: MonthlyReport) => report.versions.map((version) => ({ report, version })),
        {
          対象月: ({ report }) => monthName(spanOfMonthly(report)),
          版: ({ version }) => version.number,
          状態: ({ report, version }) => monthlyStanding(report, version),
          記録の日: ({ report, version }) => monthlyDraftOf(report, version).until,
          本文: ({ version }) =>
            MonthlySection.options
              .flatMap((section) => {
                const said = version.content.texts[section];
                return said === undefined ? [] : [`${monthlySectionNames[section]}: ${said}`];
              })
              .join('\n'),
          日時: ({ version }) => momentCell(version.at),
          作成者: ({ version }, { nameOf }) => nameOf(version.by),
          提出日時: ({ report, version }) =>
            momentCell(report.submissions?.find((each) => each.version === version.number)?.at),
          受領日時: ({ report, version }) => momentCell(decisionOf(report, version.number)?.at),
        },
      ),
      filingSheet<MonthlyReport>({
        called: '月次報告',
        yes: '受領',
        what: (_content, _names, report) => monthlyTitle(spanOfMonthly(report)),
      }),
    ],
  },
  takenBack: {
    never: 'what was written is written anew, and what was handed in is handed in again',
    ownWay: (report, said) =>
      filingWay(report, said, {
        called: '月次報告',
        edit: { command: 'edit-monthly-report', input: monthInput(report) },
      }),
  },
  audited: true,
  ofTheChat: [],
});

function withRows(report: MonthlyReport, isKept: (row: z.infer<typeof MonthlyRow>) => boolean): MonthlyReport {
  const kept = (part: MonthlyPart): MonthlyPart =>
    part.table ? { ...part, table: { ...part.table, rows: part.table.rows.filter(isKept) } } : part;
  return { ...report, drafts: report.drafts.map((draft) => ({ ...draft, parts: draft.parts.map(kept) })) };
}

/** Whether its last version still has to be handed in. */
export const isMonthlyOpen = (report: MonthlyReport): boolean => filingState(report) === 'draft';

/** When the figures were drawn by which the prefecture has learned of 満足度 last. */
export const satisfactionToldAt = (reports: readonly MonthlyReport[]): string | undefined =>
  reports
    .flatMap((report) => sentVersions(report).map((version) => monthlyDraftOf(report, version)))
    .flatMap(({ tellsSatisfaction, at }) => (tellsSatisfaction ? [at] : []))
    .toSorted()
    .at(-1);

/** Whether its last version was handed in: what is changed then is a version of its own, to be handed in again. */
export const isMonthlySent = (report: MonthlyReport | undefined): boolean =>
  report !== undefined && !isMonthlyOpen(report);

import { z } from 'zod';
import { addDays, Day, dayOf, fiscalYearName } from '../day.ts';
import { currentFiling, decisionOf, FILINGS, filingOf, filingState, withVersion } from '../filing.ts';
import { filingSheet } from '../filing-sheet.ts';
import { filingWay } from '../filing-way.ts';
import { defineKind, inOne } from '../kind.ts';
import { Provenance } from '../provenance.ts';
import { exportSheetOfParts, momentCell } from '../sheet.ts';
import { verdictName } from '../verdict-words.ts';
import { finalSectionNames } from './final-section.ts';

/** A version: what people wrote, by `textKey`, and how often its figures were asked to be drawn anew. */
const FinalContent = z.object({ texts: z.record(z.string(), z.string()), drawn: z.number().int() });

/** A file that was handed over, without its bytes: they are made again from what was drawn for its version. */
const DeliveredFile = z.object({ name: z.string(), bytes: z.number().int(), sha256: z.string() });
export type DeliveredFile = z.infer<typeof DeliveredFile>;

/** 納品. `due`: the last day of the 検査, kept as it was promised. */
const FinalDelivery = Provenance.extend({
  version: z.number().int(),
  day: Day,
  due: Day,
  files: z.array(DeliveredFile).min(1),
  /** Recorded by mistake, and taken back before its 検査. It keeps its number. */
  withdrawn: Provenance.optional(),
});
export type FinalDelivery = z.infer<typeof FinalDelivery>;

export const inspectionNames = { pass: '合格', amend: '修正' } as const;
export type InspectionVerdict = keyof typeof inspectionNames;

/** 検査 of a 納品, which is told by its number from 1. */
const Inspection = Provenance.extend({
  delivery: z.number().int(),
  verdict: z.enum(['pass', 'amend']),
  /** What is to be corrected. */
  what: z.string().optional(),
});
export type Inspection = z.infer<typeof Inspection>;

/** Who was asked for what is missing: the ids of the gaps, and never what they say. */
const GapAsking = Provenance.extend({
  of: z.array(z.object({ member: z.string(), gaps: z.array(z.string()) })),
});
export type GapAsking = z.infer<typeof GapAsking>;

/** 業務報告書 of a fiscal year: written in versions, handed to the prefecture, delivered and inspected. */
export const FinalReport = filingOf(FinalContent).extend({
  fiscalYear: z.number().int(),
  deliveries: z.array(FinalDelivery).optional(),
  inspections: z.array(Inspection).optional(),
  askings: z.array(GapAsking).optional(),
});
export type FinalReport = z.infer<typeof FinalReport>;

export const FINAL_PREFIX = 'final-';
export const finalReportId = (fiscalYear: number): string => `${FINAL_PREFIX}${fiscalYear}`;
export const finalReportAt = (fiscalYear: number) => ({ partition: FILINGS, id: finalReportId(fiscalYear) });
/** 令和6年度 業務報告書 */
export const finalReportTitle = (fiscalYear: number): string => `${fiscalYearName(fiscalYear)} 業務報告書`;

/** The report before anybody has written in it. */
export const begunReport = (fiscalYear: number, from: Provenance): FinalReport => ({
  id: finalReportId(fiscalYear),
  fiscalYear,
  versions: [{ ...from, ask: `${from.ask}-begun`, number: 1, content: { texts: {}, drawn: 0 } }],
});

/** What was written to a section; undefined takes it away, and what the records say stands there again. */
export function withFinalText(report: FinalReport, key: string, text: string | undefined, from: Provenance) {
  const { content } = currentFiling(report);
  const { [key]: before, ...others } = content.texts;
  if (before === text) return report;
  return withVersion(report, { ...content, texts: text === undefined ? others : { ...others, [key]: text } }, from);
}

/** The same texts over figures that are drawn anew: of a version that was handed in, whose own figures stay. */
export function withFiguresAnew(report: FinalReport, from: Provenance): FinalReport {
  if (filingState(report) === 'draft') return report;
  const { content } = currentFiling(report);
  return withVersion(report, { ...content, drawn: content.drawn + 1 }, from);
}

/** 検査 is due so many days after the notice that everything was handed over, closed days too (支払遅延防止法5条・14条). */
const DAYS_TO_INSPECT = 10;
export const inspectionDue = (day: Day): Day => addDays(day, DAYS_TO_INSPECT);

/** The last 納品 that stands, with its 検査 where there was one. */
export function lastDelivery({ deliveries = [], inspections = [] }: FinalReport) {
  const at = deliveries.findLastIndex(({ withdrawn }) => !withdrawn);
  const delivery = deliveries[at];
  return delivery && { ...delivery, inspection: inspections.findLast((each) => each.delivery === at + 1) };
}

/** Whether the 検査 of the last 納品 is waited for. */
export const awaitsInspection = (report: FinalReport): boolean => {
  const last = lastDelivery(report);
  return last !== undefined && last.inspection === undefined;
};

/** Whether something may be delivered: nothing yet, or what was delivered has to be corrected. */
export const mayDeliver = (report: FinalReport): boolean => {
  const last = lastDelivery(report);
  return last === undefined || last.inspection?.verdict === 'amend';
};

/** Whether the 検査 has found nothing to correct: the report is what it is from then on. */
export const hasPassed = (report: FinalReport): boolean => lastDelivery(report)?.inspection?.verdict === 'pass';

/** Takes the last 納品 back, as long as its 検査 is waited for. Otherwise, and for a replay, nothing changes. */
export function withoutDelivery(report: FinalReport, from: Provenance): FinalReport {
  if (!awaitsInspection(report)) return report;
  const { deliveries = [] } = report;
  const last = deliveries.length - 1;
  return { ...report, deliveries: deliveries.map((each, at) => (at === last ? { ...each, withdrawn: from } : each)) };
}

/** Adds a 納品. While one waits or has passed, and for a replay, nothing changes. */
export function withDelivery(
  report: FinalReport,
  said: Omit<FinalDelivery, keyof Provenance>,
  from: Provenance,
): FinalReport {
  if (!mayDeliver(report)) return report;
  return { ...report, deliveries: [...(report.deliveries ?? []), { ...from, ...said }] };
}

/** Adds the 検査 of the last 納品. Where none waits, and for a replay, nothing changes. */
export function withInspection(
  report: FinalReport,
  said: Pick<Inspection, 'verdict' | 'what'>,
  from: Provenance,
): FinalReport {
  if (!awaitsInspection(report)) return report;
  const { verdict, what } = said;
  const delivery = report.deliveries?.length ?? 0;
  const inspection = { ...from, delivery, verdict, ...(what ? { what } : {}) };
  return { ...report, inspections: [...(report.inspections ?? []), inspection] };
}

/** Which gaps somebody was asked for. */
export const askedGaps = ({ askings = [] }: Pick<FinalReport, 'askings'>): ReadonlySet<string> =>
  new Set(askings.flatMap(({ of }) => of.flatMap(({ gaps }) => gaps)));

/** Adds whom something is asked of. Without anybody, and for a replay, nothing changes. */
export function withAskings(report: FinalReport, of: GapAsking['of'], from: Provenance): FinalReport {
  const { askings = [] } = report;
  if (of.length === 0 || askings.some(({ ask }) => ask === from.ask)) return report;
  return { ...report, askings: [...askings, { ...from, of }] };
}

type Version = FinalReport['versions'][number];

/** 下書き, 提出済み・県の決定待ち … of one version. */
export function finalStanding(report: FinalReport, { number }: Pick<Version, 'number'>): string {
  const decision = decisionOf(report, number);
  if (decision) return verdictName('承認', decision.verdict);
  return report.submissions?.some(({ version }) => version === number) ? '提出済み・県の決定待ち' : '下書き';
}

/** 納品前, 検査待ち（3/24まで） … */
export function deliveryStanding(report: FinalReport, said: (day: Day) => string): string {
  const last = lastDelivery(report);
  if (!last) return '納品前';
  const { inspection, day, due } = last;
  if (!inspection) return `${said(day)}納品・検査待ち（${said(due)}まで）`;
  const on = said(dayOf(new Date(inspection.at)));
  return inspection.verdict === 'pass' ? `検査 合格（${on}）` : `検査 修正（${on}）・再納品待ち`;
}

export const finalReports = defineKind({
  name: 'finalReports',
  called: '業務報告書',
  container: 'state',
  schema: FinalReport,
  ...inOne(FILINGS),
  id: ({ id }) => id,
  belongsTo: (report, { code }) => {
    // Keys of texts and ids of gaps say the code of the municipality that they are of.
    const isOwn = (key: string) => key.split(/[:/]/).some((part) => part === code || part.endsWith(`-${code}`));
    const keys = report.versions.flatMap(({ content }) => Object.keys(content.texts));
    if (![...keys, ...askedGaps(report)].some(isOwn)) return undefined;
    return { own: withOnly(report, isOwn), rest: withOnly(report, (key) => !isOwn(key)) };
  },
  ofYear: (report, { fiscalYear }) => (report.fiscalYear === fiscalYear ? report : undefined),
  keptFor: { years: 'records', isOver: ({ versions }, { isOld }) => versions.every(({ at }) => isOld(at)) },
  exported: {
    as: 'sheets',
    sheets: [
      exportSheetOfParts(
        '業務報告書の本文',
        'trust',
        (report: FinalReport) => {
          const { content, ...version } = currentFiling(report);
          return Object.entries(content.texts).map(([key, text]) => ({ report, version, key, text }));
        },
        {
          年度: ({ report }) => fiscalYearName(report.fiscalYear),
          版: ({ version }) => version.number,
          章: ({ key }) => finalSectionNames[key.split(':')[0] as keyof typeof finalSectionNames],
          市町村名: ({ key }, { townName }) => {
            const [, code] = key.split(':');
            return code && townName(code);
          },
          本文: ({ text }) => text,
          日時: ({ version }) => momentCell(version.at),
        },
      ),
      exportSheetOfParts(
        '納品と検査',
        'trust',
        (report: FinalReport) => (report.deliveries ?? []).map((delivery, at) => ({ report, delivery, at: at + 1 })),
        {
          年度: ({ report }) => fiscalYearName(report.fiscalYear),
          納品日: ({ delivery }) => delivery.day,
          版: ({ delivery }) => delivery.version,
          検査の期限: ({ delivery }) => delivery.due,
          ファイル: ({ delivery }) =>
            delivery.files.map(({ name, bytes, sha256 }) => `${name} ${bytes}バイト ${sha256}`).join('\n'),
          検査: ({ report, at }) => inspectionsOf(report, at),
          取り消した日時: ({ delivery }) => momentCell(delivery.withdrawn?.at),
        },
      ),
      filingSheet<FinalReport>({
        called: '業務報告書',
        yes: '承認',
        what: (_content, _names, { fiscalYear }) => finalReportTitle(fiscalYear),
      }),
    ],
  },
  takenBack: {
    never: 'what was written is written anew, and what was handed over is handed over again',
    ownWay: (report, said) =>
      filingWay(report, said, {
        called: '業務報告書',
        edit: { command: 'edit-final-report', input: { year: report.fiscalYear } },
      }),
  },
  audited: true,
  ofTheChat: [],
});

const inspectionsOf = ({ inspections = [] }: FinalReport, delivery: number): string =>
  inspections
    .filter((each) => each.delivery === delivery)
    .map(({ at, verdict, what }) => [momentCell(at), inspectionNames[verdict], what].filter(Boolean).join(' '))
    .join('\n');

/** What it says of some: the texts and the gaps that were asked for. */
function withOnly(report: FinalReport, isKept: (key: string) => boolean): FinalReport {
  const kept = ({ content, ...version }: Version): Version => ({
    ...version,
    content: { ...content, texts: Object.fromEntries(Object.entries(content.texts).filter(([key]) => isKept(key))) },
  });
  const asked = report.askings?.map((asking) => ({
    ...asking,
    of: asking.of.flatMap(({ member, gaps }) => {
      const own = gaps.filter(isKept);
      return own.length > 0 ? [{ member, gaps: own }] : [];
    }),
  }));
  const askings = asked?.filter(({ of }) => of.length > 0);
  return { ...report, versions: report.versions.map(kept), ...(askings && { askings }) };
}

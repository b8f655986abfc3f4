import type { ReviewLine } from '../../../cards/confirm-report.ts';
import { findItem, findKpi } from '../../../programme/catalogue.ts';
import { answeredIn, type SheetAnswer } from '../../../programme/check-in/answer-sheet.ts';
import {
  itemSays,
  itemThen,
  kpiThen,
  lastWord,
  type ReturnedAnswers,
  weekSays,
} from '../../../programme/check-in/returned-answers.ts';
import { type ItemRecord, itemStandingName, stageName } from '../../../programme/progress/item-record.ts';
import { type KpiRecord, lastReading, lastSaid, newestNumber } from '../../../programme/progress/kpi-record.ts';
import { entryText, weekText } from '../../../programme/progress/kpi-value.ts';
import type { Progress } from '../../../programme/progress/step-standing.ts';
import { Refusal } from '../../../programme/refusal.ts';
import type { RowFault } from '../../../programme/taken-file.ts';
import { progressIn } from '../../../storage/progress.ts';
import { cellsAsSaid } from '../../files/cells-as-said.ts';
import { reviewKpi, reviewStage } from '../progress/confirm-report.ts';
import { type KpiToWrite, type Reporting, type StageToWrite, withKpi, withStage } from '../progress/write-report.ts';
import { takeRows } from './check-in.ts';

/** An answer as it would be recorded: `line` with what is unusual about it. */
export type JudgedAnswer = {
  readonly id: string;
  readonly line: ReviewLine;
  readonly report: KpiToWrite | StageToWrite;
  /** The newest number of what was reported when it was judged: whatever comes after it is somebody else's word. */
  readonly seen: number;
  /** What stood when the sheet was written out, where something else stands now. */
  readonly exported?: string;
};

export type AnswerDifferences = {
  /** What only the sheet says. */
  readonly changes: readonly JudgedAnswer[];
  /** What was reported meanwhile in the chat, and the sheet says otherwise. */
  readonly conflicts: readonly JudgedAnswer[];
  readonly faults: readonly RowFault[];
};

/** What a returned sheet would change as things stand now, each row judged as on the weekly card. */
export async function answerDifferences(returned: ReturnedAnswers, turn: Reporting): Promise<AnswerDifferences> {
  const records = await progressIn(turn.store, turn.municipality.code, turn.programme);
  const judged: JudgedAnswer[] = [];
  const faults: RowFault[] = [...returned.faults];
  for (const row of returned.rows) {
    const fault = (instead: string) => faults.push({ sheet: returned.sheet, row: row.row, instead });
    try {
      const one = await judgeRow(row, returned, { records, turn });
      if (typeof one === 'string') fault(one);
      else if (one) judged.push(one);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      fault(`${row.id}: ${error.message.replace(/。$/, '')}`);
    }
  }
  return {
    changes: judged.filter(({ exported }) => exported === undefined),
    conflicts: judged.filter(({ exported }) => exported !== undefined),
    faults: faults.toSorted((a, b) => a.row - b.row),
  };
}

type Known = { readonly records: Progress; readonly turn: Reporting };
type Judged = JudgedAnswer | string | undefined;

async function judgeRow(
  { id, said }: ReturnedAnswers['rows'][number],
  returned: ReturnedAnswers,
  { records, turn }: Known,
): Promise<Judged> {
  const [kpi, item] = [records.kpis.get(id), records.items.get(id)];
  const filledIn = kpi && lastReading(kpiThen(kpi, returned), returned.week)?.denominator;
  const read = cellsAsSaid(id, said);
  const answered = 'instead' in read ? read : answeredIn(id, read.said, filledIn);
  if (answered === undefined || 'instead' in answered) return answered && `${id}: ${answered.instead}`;
  if ('item' in answered) return item && judgeStage(answered, item, returned, turn);
  return kpi && judgeValue(answered, kpi, returned, turn);
}

/** What the row of a weekly card reports. @throws Refusal where it is no number */
async function reportOf({ kpi, row, note }: Extract<SheetAnswer, { kpi: string }>, { week }: ReturnedAnswers) {
  const found: KpiToWrite[] = [];
  const { errors } = await takeRows({ answers: { [kpi]: row } }, week, {
    kpi: async (report) => void found.push({ ...report, note }),
    stage: async () => undefined,
  });
  return { report: found[0], trouble: errors.get(kpi) };
}

async function judgeValue(
  answered: Extract<SheetAnswer, { kpi: string }>,
  record: KpiRecord,
  returned: ReturnedAnswers,
  turn: Reporting,
): Promise<Judged> {
  const { week } = returned;
  const { report: marked, trouble } = await reportOf(answered, returned);
  if (!marked) return trouble && `${record.kpi}: ${trouble.replace(/。$/, '')}`;
  const then = kpiThen(record, returned);
  const isOtherwise = marked.kind === 'unchanged' && lastWord(then, week) !== lastWord(record, week);
  const said = isOtherwise ? asPrinted(marked, then) : marked;
  const looked = said.entered && (await reviewKpi(turn, { kpi: said.kpi, week, entered: said.entered }));
  const report: KpiToWrite = looked ? { ...said, entered: looked.entered } : said;
  const after = withKpi(record, report, turn);
  const [was, now, says] = [weekSays(then, week), weekSays(record, week), weekSays(after, week)];
  const kpi = findKpi(record.kpi);
  if (!kpi || after === record || (says === now && report.note === undefined)) return undefined;
  const known = looked?.line ?? { what: `${kpi.id} ${kpi.name}`, before: weekText(kpi, record, week), why: [] };
  const line = { after: `変更なし（${entryText(kpi, lastSaid(then, week))}）`, ...known };
  const judged = { id: kpi.id, report, seen: newestNumber(record) };
  if (was === now && !isOtherwise) return { ...judged, line };
  return { ...judged, line: { ...line, before: nowText(kpi, record, week) }, exported: nowText(kpi, then, week) };
}

/** Whoever says 変更なし means what they saw in the sheet: where something else stands by now, that value. */
function asPrinted(report: KpiToWrite, then: KpiRecord): KpiToWrite {
  const printed = lastSaid(then, report.week);
  if (!printed) return report;
  const { kind, value, numerator, denominator } = printed;
  const entered = kind === 'confirmedNone' ? { numerator: 0, denominator: 0 } : { value, numerator, denominator };
  return { ...report, kind: 'value', entered };
}

/** What a week says, and what was said last where it says nothing yet. */
function nowText(kpi: Parameters<typeof weekText>[0], record: KpiRecord, week: string): string {
  const last = lastSaid(record, week);
  const stands = weekText(kpi, record, week);
  return last && weekSays(record, week) === undefined ? `${stands}（前回 ${entryText(kpi, last)}）` : stands;
}

async function judgeStage(
  { item: id, stage, evidence }: Extract<SheetAnswer, { item: string }>,
  record: ItemRecord,
  returned: ReturnedAnswers,
  turn: Reporting,
): Promise<Judged> {
  const report: StageToWrite = { item: id, stage, evidence };
  const after = withStage(record, report, turn);
  const then = itemThen(record, returned);
  const [was, now, says] = [itemSays(then), itemSays(record), itemSays(after)];
  if (after === record || (says === now && evidence === undefined)) return undefined;
  const what = `${id} ${findItem(id)?.short ?? ''}`;
  const line = (await reviewStage(turn, { item: id, stage })) ?? {
    ...{ what, before: itemStandingName(record), after: `${stageName(stage)}・根拠を追加`, why: [] },
  };
  const judged = { id, line, report, seen: record.versions.length };
  return was === now ? judged : { ...judged, exported: was };
}

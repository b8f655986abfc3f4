import { type Card, text } from '../../../cards/card.ts';
import { ofClosedYear } from '../../../cards/progress/closed-year.ts';
import { kpiReportCard } from '../../../cards/progress/kpi-report.ts';
import { typedValue } from '../../../cards/progress/kpi-value-fields.ts';
import { remainingButtons, remainingNotes } from '../../../cards/progress/remaining.ts';
import { currentWeek, yearOver } from '../../../programme/asked-year.ts';
import { ask, type InputOf } from '../../../programme/asks.ts';
import { findKpi, type Kpi } from '../../../programme/catalogue.ts';
import { lastSaid } from '../../../programme/progress/kpi-record.ts';
import {
  type Entered,
  isConfirmedNone,
  isPossible,
  meetsTarget,
  readingOf,
} from '../../../programme/progress/kpi-value.ts';
import type { Progress } from '../../../programme/progress/step-standing.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { weekName, weekOf } from '../../../programme/week.ts';
import { kpiAt, progressIn } from '../../../storage/progress.ts';
import { asksAtOnce, defineCommand, type Errors, type InputTrouble, type Review } from '../../command.ts';
import { receiptOf } from '../../receipt-of.ts';
import type { MunicipalStart } from '../../turn.ts';
import { confirmReport, reopening, reviewKpi } from './confirm-report.ts';
import { remainingIn } from './remaining.ts';
import { judgeKpi, type KpiToWrite, writeKpi } from './write-report.ts';

export const reportKpi = defineCommand({
  name: 'report-kpi',
  says: ['KPI報告', '実績'],
  help: 'KPIの値を報告します。割合は「124/200」のように分子と分母でも入力できます。根拠は「根拠 研修記録」のように添えます。',
  example: 'KPI報告 K0-03 124/200',
  ownExample: { order: 3, of: ({ of, kpi, value }) => kpi && `${of}${kpi.id} ${value}` },
  english: 'Report the value of a KPI.',
  group: { title: '報告する', order: 4 },
  needs: 'report',
  about: 'municipality',
  usualFor: {},
  writes: true,
  spoken: {
    words: ['kpi報告', 'kpiの報告', '実績'],
    wins: 220,
    alone: ['value'],
    besideReport: true,
    labelled: { note: ['note', 'reason'], evidence: ['evidence'] },
  },
  check: ({ kpi, ...entered }) => kpiTroubles(kpi, entered),

  question: (given, turn) => form(given, turn),
  again: (given, turn, errors) => form(given, turn, errors),
  review,

  async confirm(input, turn) {
    if (input.sure || input.reopened) return undefined;
    const looked = await review({ ...input, note: undefined, ...beside(input) }, turn);
    return confirmReport(turn, looked, reopening(looked));
  },

  async prepare(input, turn) {
    const { kpi, week: asked, seen, value, numerator, denominator, reopened, ...texts } = input;
    const again = reopened && (await form(input, turn));
    if (again) return asksAtOnce(['value'], again);
    const week = asked ?? currentWeek(turn.programme, turn.now);
    if (week > weekOf(turn.now)) throw Refusal.because('week-ahead', { week });
    const entered = { value, numerator, denominator };
    const found: KpiToWrite = { kpi, week, kind: 'value', entered, seen, ...beside(texts) };
    await judgeKpi(turn, found);
    return { found };
  },

  async run({ kpi }, turn, report) {
    const { municipality, programme } = turn;
    const { week, evidence } = report;
    const written = await writeKpi(turn, report);
    const records = await progressIn(turn.store, municipality.code, turn.programme);
    const met = isMet(records, kpi);
    const rest = remainingIn(records, turn, week);
    return {
      card: receiptOf(turn, written ? [written] : [], {
        title: `${weekName(week)}の実績を受け付けました`,
        already: `${kpi} は同じ値で報告済みです。`,
        correct: { kpi, week, ...ofClosedYear(yearOver(programme)) },
        notes: [
          ...(evidence ? [text(`根拠: ${evidence}`, 'quiet')] : []),
          ...(met ? [text('目標に届いています。', 'strong')] : []),
          ...remainingNotes(rest),
        ],
        next: [
          ...remainingButtons(rest),
          {
            label: 'KPIを見る',
            ask: ask('show-kpis', { municipality: municipality.code, ...ofClosedYear(yearOver(programme)) }),
          },
        ],
      }),
    };
  },
});

const PROOF = /^根拠(?:資料)?[\s:：は、]+(\S.*)$/su;

/** What is said beside a value: where only a note is asked for, 「根拠 …」 in it is the evidence. */
function beside({ note, evidence }: Pick<InputOf<'report-kpi'>, 'note' | 'evidence'>) {
  const proof = evidence === undefined ? PROOF.exec(note ?? '')?.[1]?.trim() : undefined;
  return proof ? { evidence: proof } : { note, evidence };
}

/** What the form has a field for; what is wrong elsewhere is asked by the plain one. */
const FIELDS: readonly string[] = ['value', 'numerator', 'denominator', 'note', 'evidence'];

async function form(
  given: Readonly<Record<string, unknown>>,
  { municipality, store, programme, now }: MunicipalStart,
  errors: Errors = new Map(),
): Promise<Card | undefined> {
  const { kpi: id, week, year, note, evidence } = given;
  const kpi = typeof id === 'string' ? findKpi(id) : undefined;
  if (!kpi || [...errors.keys()].some((name) => !FIELDS.includes(name))) return undefined;
  const at = kpiAt(municipality.code, programme.fiscalYear, kpi.id);
  const record = (await store.kpis.get(at.partition, at.id))?.value;
  if (!record) throw Refusal.because('unknown-kpi', { said: kpi.id });
  const kept = {
    ...(typeof week === 'string' ? { week } : {}),
    ...(year === undefined ? {} : { year: programme.fiscalYear }),
    ...(typeof note === 'string' ? { note } : {}),
    ...(typeof evidence === 'string' ? { evidence } : {}),
  };
  return kpiReportCard({
    municipality,
    kpi,
    record,
    week: currentWeek(programme, now),
    errors: besideFields(kpi, errors),
    given: kept,
    typed: typedValue(given),
    reopened: given['reopened'] !== undefined,
  });
}

/** What is wrong with a bare rate stands beside the first of the parts that are asked for instead. */
export function besideFields(kpi: Kpi, errors: Errors): Errors {
  const bare = errors.get('value');
  return kpi.denominator === undefined || bare === undefined ? errors : new Map([...errors, ['numerator', bare]]);
}

async function review(input: InputOf<'report-kpi'>, turn: MunicipalStart): Promise<Review> {
  const { kpi, value, numerator, denominator, week = currentWeek(turn.programme, turn.now), seen } = input;
  const looked = await reviewKpi(turn, { kpi, week, seen, entered: { value, numerator, denominator } });
  const { value: _bare, ...others } = input;
  const yes = { command: 'report-kpi', input: { ...others, ...(looked?.entered ?? { value }), sure: 'yes' } };
  return { lines: looked ? [looked.line] : [], yes };
}

function isMet({ catalogue, kpis }: Progress, id: string): boolean {
  const [kpi, record] = [findKpi(id, catalogue), kpis.get(id)];
  const value = record && lastSaid(record)?.value;
  return (
    kpi !== undefined && record !== undefined && value !== undefined && meetsTarget(kpi, record, { value }) === true
  );
}

/** Which numbers a KPI still needs, or why those given cannot be right. */
export function kpiTroubles(
  id: string,
  entered: Entered,
): readonly InputTrouble<'value' | 'numerator' | 'denominator'>[] {
  const kpi = findKpi(id);
  const problem = kpi && !isConfirmedNone(kpi, entered) ? readingOf(kpi, entered) : undefined;
  if (!kpi || typeof problem !== 'string') return [];
  if (kpi.answers !== undefined) return meanTroubles(kpi, entered, problem);
  const parts = ['numerator', 'denominator'] as const;
  const given = parts.filter((part) => entered[part] !== undefined);
  const byParts =
    kpi.denominator !== undefined && (given.length > 0 || (kpi.type === 'percent' && entered.value === undefined));
  if (!byParts) return [{ input: 'value', problem }];
  return given.length === 2
    ? parts.map((input) => ({ input, problem }))
    : parts.filter((part) => entered[part] === undefined).map((input) => ({ input }));
}

/** Of a mean the number of answers is asked for once the mean itself can be right. */
function meanTroubles(kpi: Kpi, entered: Entered, problem: string): readonly InputTrouble<'value' | 'denominator'>[] {
  if (entered.value === undefined || !isPossible(kpi, entered.value)) return [{ input: 'value', problem }];
  return [entered.denominator === undefined ? { input: 'denominator' } : { input: 'denominator', problem }];
}

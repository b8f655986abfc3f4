import { type Card, text } from '../../../cards/card.ts';
import { ofClosedYear } from '../../../cards/progress/closed-year.ts';
import { correctItemCard, correctKpiCard } from '../../../cards/progress/correct.ts';
import { correctionsCard } from '../../../cards/progress/corrections.ts';
import { yearOver } from '../../../programme/asked-year.ts';
import { ask, type InputOf } from '../../../programme/asks.ts';
import { findItem, findKpi } from '../../../programme/catalogue.ts';
import { currentVersion, type ItemRecord } from '../../../programme/progress/item-record.ts';
import { lastEntry, lastSaid } from '../../../programme/progress/kpi-record.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { isClosed, type Week, weekOf } from '../../../programme/week.ts';
import { itemAt, kpiAt, progressIn } from '../../../storage/progress.ts';
import {
  asksAtOnce,
  defineCommand,
  type Errors,
  type InputTrouble,
  type Prepared,
  type Review,
} from '../../command.ts';
import type { Said } from '../../inputs/spoken.ts';
import { receiptOf } from '../../receipt-of.ts';
import type { MunicipalStart } from '../../turn.ts';
import { confirmReport, reopening, reviewKpi, reviewStage } from './confirm-report.ts';
import { besideFields, kpiTroubles } from './report-kpi.ts';
import {
  judgeKpi,
  judgeStage,
  type KpiToWrite,
  mayOpenClosed,
  type StageToWrite,
  writeKpi,
  writeStage,
} from './write-report.ts';

type Input = InputOf<'correct'>;

/** Words that say how a wrong value came about, or that it was made anew. */
const CAUSE =
  /ミス|みす|誤り|誤記|誤入力|誤植|間違|まちがい|違い|漏れ|もれ|重複|勘違い|取り違え|見落と|数え直|数えなお|集計|再計算|再確認|確認した|判明|追加|差し替え|転記/;
/** 27/32の誤りでした says that it was wrong, and not why. */
const ONLY_WRONG = /^(の|数値の?|値の?)?(間違い|まちがい|誤り|違い)(でした|です)?$/;
/** What a clause ends with that says why. */
const BECAUSE = /(ため|ので|のため|により|によって|から|だったので)[。、\s]*$/;

/** Why something is corrected is said with words that would deny it elsewhere. */
const SLIP =
  /(?:間|数え|読み|取り|見|書き|打ち|聞き)?(間違|違|誤)(い|え|って|り)?(が|で|の)?(あった|ため|ました|ていた)?/g;

export const correct = defineCommand({
  name: 'correct',
  says: ['訂正'],
  help: '報告した内容を、理由を添えて直します。前の内容は履歴に残ります。',
  example: '訂正 S1-3',
  english: 'Correct a report, with a reason. The earlier version is kept.',
  group: { title: '報告する', order: 5 },
  needs: 'report',
  about: 'municipality',
  usualFor: {},
  writes: ['stage', 'value', 'numerator'],
  spoken: {
    words: [
      '訂正',
      '修正',
      '直したい',
      'なおしたい',
      '間違え',
      '間違い',
      '間違って',
      'まちがえ',
      '入力ミス',
      '打ち間違',
    ],
    wins: 310,
    firm: true,
    takesReport: true,
    whole: true,
    labelled: { reason: ['reason', 'note'], evidence: ['evidence'] },
    judge: withReason,
  },
  check: troublesOf,

  question: (given, turn) => form(given, turn, new Map()),
  again: form,
  review,

  async confirm(input, turn) {
    const looked = input.sure || input.reopened ? undefined : await review(input, turn);
    return looked && confirmReport(turn, looked, reopening(looked));
  },

  async prepare(
    { item, stage = '', kpi, reason, evidence, seen, reopened, ...input },
    turn,
  ): Promise<Prepared<StageToWrite | KpiToWrite | undefined>> {
    const filled = { item, stage, kpi, reason, evidence, reopened, ...input };
    const again = reopened && (await form(filled, turn, new Map()));
    if (again) return asksAtOnce([item ? 'stage' : 'value'], again);
    if (item) {
      await itemToCorrect(item, turn);
      const found = { item, stage, reason, evidence, seen };
      await judgeStage(turn, found);
      return { found };
    }
    if (!kpi) return { found: undefined };
    const { week } = await kpiToCorrect(kpi, input.week, turn);
    const { value, numerator, denominator } = input;
    const entered = { value, numerator, denominator };
    const found: KpiToWrite = { kpi, week, kind: 'value', entered, reason, evidence, seen };
    await judgeKpi(turn, found);
    return { found };
  },

  async run(input, turn, report) {
    const { municipality, store, programme, now } = turn;
    const isOpen = (week: Week) => mayOpenClosed(turn, week) || !isClosed(week, now);
    const of = ofClosedYear(yearOver(programme));
    if (!report) {
      const records = await progressIn(store, municipality.code, programme);
      return { card: correctionsCard(municipality, records, { isOpen, of }) };
    }
    const written = 'item' in report ? await writeStage(turn, report) : await writeKpi(turn, report);
    return {
      card: receiptOf(turn, written ? [written] : [], {
        title: '訂正を受け付けました',
        already: '同じ内容で記録されています。',
        notes: input.evidence ? [text(`根拠: ${input.evidence}`, 'quiet')] : [],
        correct: { ...(input.item ? { item: input.item } : { kpi: input.kpi, week: input.week }), ...of },
        next: [{ label: '状況を見る', ask: ask('show-status', { municipality: municipality.code, ...of }) }],
      }),
    };
  },
});

/** What the forms have fields for. */
const FIELDS: readonly string[] = ['stage', 'value', 'numerator', 'denominator', 'reason', 'evidence'];

async function form(
  given: Readonly<Record<string, unknown>>,
  turn: MunicipalStart,
  errors: Errors,
): Promise<Card | undefined> {
  const said = (name: string) => (typeof given[name] === 'string' ? given[name] : '');
  const [item, kpi] = [findItem(said('item')), findKpi(said('kpi'))];
  if ([...errors.keys()].some((name) => !FIELDS.includes(name))) return undefined;
  const { municipality } = turn;
  if (item) return correctItemCard({ municipality, given, errors, item, record: await itemToCorrect(item.id, turn) });
  if (!kpi) return undefined;
  const { record, week } = await kpiToCorrect(kpi.id, said('week') || undefined, turn);
  return correctKpiCard({ municipality, given, errors: besideFields(kpi, errors), kpi, record, week });
}

async function review(input: Input, turn: MunicipalStart): Promise<Review | undefined> {
  const { item, stage, kpi, value, numerator, denominator, seen } = input;
  if (item) {
    const line = stage === undefined ? undefined : await reviewStage(turn, { item, stage, seen });
    return { lines: line ? [line] : [], yes: ask('correct', { ...input, sure: 'yes' }) };
  }
  if (!kpi) return undefined;
  const { week } = await kpiToCorrect(kpi, input.week, turn);
  const looked = await reviewKpi(turn, { kpi, week, seen, entered: { value, numerator, denominator } });
  const { value: _bare, ...others } = input;
  const yes = { command: 'correct', input: { ...others, ...(looked?.entered ?? { value }), week, sure: 'yes' } };
  return { lines: looked ? [looked.line] : [], yes };
}

/** What is corrected decides which value it needs; a correction always says why. */
function troublesOf({ item, stage, kpi, reason, ...entered }: Input): readonly InputTrouble<keyof Input & string>[] {
  if (!item && !kpi) return [];
  const value: InputTrouble<keyof Input & string>[] = item
    ? stage
      ? []
      : [{ input: 'stage' }]
    : [...kpiTroubles(kpi ?? '', entered)];
  return reason === undefined ? [...value, { input: 'reason' }] : value;
}

/** @throws Refusal `nothing-to-correct` where nothing was reported */
async function itemToCorrect(item: string, { store, programme, municipality }: MunicipalStart): Promise<ItemRecord> {
  const at = itemAt(municipality.code, programme.fiscalYear, item);
  const record = (await store.items.get(at.partition, at.id))?.value;
  if (!record || !currentVersion(record)) throw Refusal.because('nothing-to-correct', { what: item });
  return record;
}

/** The record, and the week that is meant: the one named, else the last one that was reported, if only as 変更なし. */
async function kpiToCorrect(kpi: string, week: Week | undefined, turn: MunicipalStart) {
  const { store, programme, municipality, now } = turn;
  if (week !== undefined && week > weekOf(now)) throw Refusal.because('week-ahead', { week });
  const at = kpiAt(municipality.code, programme.fiscalYear, kpi);
  const record = (await store.kpis.get(at.partition, at.id))?.value;
  const last = record && lastSaid(record, week);
  if (!last) throw Refusal.because('nothing-to-correct', { what: kpi });
  const meant = week ?? lastEntry(record)?.week ?? last.week;
  // Told before anything is filled in, and not after.
  if (isClosed(meant, now) && !mayOpenClosed(turn, meant)) throw Refusal.because('week-closed', { week: meant });
  return { record, week: meant };
}

/**
 * Why something is corrected, where a sentence says it without a label: a clause with a word for a cause in it. What is
 * merely left over (の週の, 分は) is none; a missing reason is asked for.
 */
function withReason(input: Readonly<Record<string, unknown>>, said: Said) {
  const reason = said
    .clauses('what was read')
    .filter(({ unread }) => unread !== '')
    .map(({ plain }) => plain.replace(/^(?:[\sはがをにで、。]|でした|です|した。)+|[\s、。]+$/g, ''))
    .filter((clause) => clause.length > 2 && !ONLY_WRONG.test(clause) && (CAUSE.test(clause) || BECAUSE.test(clause)))
    .join(' ');
  return { input: reason === '' ? input : { ...input, reason }, doubt: said.doubt(SLIP) };
}

import type { Node } from '../../../cards/card.ts';
import { type CheckInAnswer, checkInCard } from '../../../cards/check-in/check-in.ts';
import { askedNotes } from '../../../cards/help/asked-notes.ts';
import { remainingButtons, remainingNotes } from '../../../cards/progress/remaining.ts';
import { currentWeek } from '../../../programme/asked-year.ts';
import { ask, asks, type InputOf } from '../../../programme/asks.ts';
import { findItem, findKpi } from '../../../programme/catalogue.ts';
import { sideOf } from '../../../programme/help/between-sides.ts';
import type { Entered } from '../../../programme/progress/kpi-value.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { type Week, weekName, weekOf } from '../../../programme/week.ts';
import { progressIn } from '../../../storage/progress.ts';
import { asksAtOnce, defineCommand, type Reply, type Review } from '../../command.ts';
import { asksForNothing } from '../../inputs/asks-for-nothing.ts';
import type { Written } from '../../receipt-of.ts';
import { receiptOf } from '../../receipt-of.ts';
import type { MunicipalStart } from '../../turn.ts';
import { numberAsked } from '../help/number-asked.ts';
import { writeHelp } from '../help/write-help.ts';
import { confirmReport, enteredIn, reviewKpi, reviewStage } from '../progress/confirm-report.ts';
import { remainingOf } from '../progress/remaining.ts';
import {
  type KpiToWrite,
  type StageToWrite,
  withKpi,
  withStage,
  writeKpi,
  writeStage,
} from '../progress/write-report.ts';
import { isLacking } from './lacking.ts';
import { troubleTold } from './trouble-told.ts';
import { weeklyCard } from './weekly-card.ts';

type Filled = Pick<InputOf<'check-in'>, 'answers' | 'stages' | 'text'>;
type Taken = { readonly written: Written[]; readonly errors: Map<string, string> };

export const checkIn = defineCommand({
  name: 'check-in',
  says: ['週次報告', '今週の報告'],
  help: '今週のKPI・項目の段階・困りごとを1枚で報告します。',
  example: '週次報告',
  ownExample: { of: ({ of }) => `${of}週次報告` },
  english: 'Report this week’s KPIs, stages and problems on one card.',
  group: { title: '報告する', order: 1 },
  needs: 'report',
  about: 'municipality',
  usualFor: { municipal: 1, expert: 5 },
  isDue: isLacking,
  writes: ['answers', 'stages', 'text'],
  spoken: {
    words: [
      '週次報告',
      '今週の報告',
      '週報',
      '今週分の報告',
      '今週分',
      'しゅうじほうこく',
      '週次の報告',
      '週の報告',
      '週間報告',
    ],
    wins: 230,
    alone: ['several'],
    besideReport: true,
    passing: true,
    labelled: {},
    tells: { input: 'text', in: troubleTold },
  },

  /** One unusual row is asked about together with the rest, so that the card is still sent once. */
  review,

  async confirm(input, turn) {
    const { week = currentWeek(turn.programme, turn.now), sure, reopened } = input;
    if (sure || reopened) return undefined;
    return confirmReport(turn, await review(input, turn), ask('check-in', { ...input, week, reopened: 'yes' }));
  },

  /** A row that would be refused comes back by itself, and stops none of the others. */
  async prepare({ week: asked, answers = {}, stages = {}, text, reopened }, turn) {
    const week = asked ?? currentWeek(turn.programme, turn.now);
    if (week > weekOf(turn.now)) throw Refusal.because('week-ahead', { week });
    if (reopened) {
      const entered = Object.fromEntries(Object.entries(answers).filter(([, row]) => isEntered(row)));
      const filled = { answers: entered, stages, text };
      return asksAtOnce(['answers'], await weeklyCard(turn.municipality, week, turn, filled), 'new');
    }
    if (Object.keys({ ...answers, ...stages }).length === 0) return { found: week };
    const { kpis, items } = await progressIn(turn.store, turn.municipality.code, turn.programme);
    const { errors } = await takeRows({ answers, stages }, week, {
      kpi: async (report) => judged(() => withKpi(kpis.get(report.kpi), report, turn)),
      stage: async (report) => judged(() => withStage(items.get(report.item), report, turn)),
    });
    const isRefused = (rows: object) => Object.keys(rows).some((id) => errors.has(id));
    return {
      found: week,
      comesBack: [...(isRefused(answers) ? ['answers'] : []), ...(isRefused(stages) ? ['stages'] : [])],
    };
  },

  async run(filled, turn, week) {
    const { municipality } = turn;
    if (!isFilled(filled)) return { card: await weeklyCard(municipality, week, turn), how: 'new' };
    const asked = numberInHelp(filled, municipality.code);
    const helps: Node[] = [];
    const taken = await takeRows(asked ? { ...filled, text: undefined } : filled, week, {
      kpi: (report) => writeKpi(turn, report),
      stage: (report) => writeStage(turn, report),
      async text(text) {
        const help = await writeHelp(turn, { text });
        helps.push(...askedNotes(help.request, sideOf(turn.who)));
        return help;
      },
    });
    if (taken.errors.size > 0) return again(filled, taken, week, turn);
    if (asked && taken.written.length === 0) return { card: asked, asks: true };
    const rest = await remainingOf(turn, week);
    const status = { label: '状況を見る', ask: ask('show-status', { municipality: municipality.code }) };
    return {
      card: receiptOf(turn, taken.written, {
        title: `${weekName(week)}の報告を受け付けました`,
        already: '新しい内容はありませんでした。入力した内容はすでに記録されています。',
        notes: [...remainingNotes(rest), ...helps, ...(asked?.body ?? [])],
        next: [...remainingButtons(rest), status],
      }),
    };
  },
});

/** Row by row; a row with a bare rate says yes with the parts it was reckoned to. */
export async function review(input: InputOf<'check-in'>, turn: MunicipalStart): Promise<Review> {
  const { answers = {}, stages = {}, week = currentWeek(turn.programme, turn.now) } = input;
  const lines: Review['lines'][number][] = [];
  const filled: Record<string, Row> = { ...answers };
  for (const [kpi, row] of Object.entries(answers)) {
    const said = enteredIn(row);
    const looked = said && (await reviewKpi(turn, { kpi, week, entered: said, seen: row.seen }));
    if (!looked) continue;
    lines.push(looked.line);
    if (looked.entered !== said) filled[kpi] = { ...row, value: undefined, ...inWords(looked.entered) };
  }
  for (const [item, { stage = '', seen }] of Object.entries(stages)) {
    const line = await reviewStage(turn, { item, stage, seen });
    if (line) lines.push(line);
  }
  const kept = input.answers ? { ...input, answers: filled } : input;
  return { lines, yes: { command: 'check-in', input: { ...kept, sure: 'yes' } } };
}

const inWords = ({ numerator, denominator }: Entered) => ({
  numerator: String(numerator),
  denominator: String(denominator),
});

/** What troubles somebody is asked about once where it holds a number that may be somebody's own; the rest is done. */
function numberInHelp({ text }: Filled, municipality: string) {
  return text === undefined
    ? undefined
    : numberAsked(ask('ask-help', { municipality }), { name: 'text', title: '相談', label: '困りごと', value: text });
}

/** A card that was sent without anything filled in is the question for the card. */
function isFilled({ answers = {}, stages = {}, text }: Filled): boolean {
  return Object.values(answers).some(isEntered) || text !== undefined || Object.values(stages).some((row) => row.stage);
}

/** A denominator alone, which the form has filled in, says nothing. */
const isEntered = ({ value, numerator, same }: CheckInAnswer): boolean =>
  Boolean(value || numerator) || same === 'true';

/** What is done with a row: it is judged, or written. */
type Taking = {
  kpi(report: KpiToWrite): Outcome;
  stage(report: StageToWrite): Outcome;
  text?(text: string): Outcome;
};
type Outcome = Promise<Written | undefined>;

/** Row by row, so that a mistake in one loses nothing of the others. */
export async function takeRows(
  { answers = {}, stages = {}, text }: Filled,
  week: Week,
  taking: Taking,
): Promise<Taken> {
  const taken: Taken = { written: [], errors: new Map() };
  for (const [id, row] of Object.entries(answers))
    await attempt(id, taken, async () => {
      const report = kpiReport(id, row, week);
      return report && taking.kpi(report);
    });
  for (const [item, { stage, seen }] of Object.entries(stages)) {
    if (stage) await attempt(item, taken, () => taking.stage({ item, stage, seen }));
  }
  if (text !== undefined && !asksForNothing(text)) await attempt('text', taken, async () => taking.text?.(text));
  return taken;
}

/** Judging writes nothing, and throws what writing would. */
function judged(judge: () => unknown): undefined {
  judge();
}

async function attempt(id: string, taken: Taken, write: () => Outcome): Promise<void> {
  try {
    const one = await write();
    if (one) taken.written.push(one);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    taken.errors.set(id, error.message);
  }
}

type Row = CheckInAnswer & { readonly seen?: number | undefined };

/** What a row of the card reports; undefined where nothing was filled in. @throws Refusal where it is no number */
function kpiReport(id: string, row: Row, week: Week): KpiToWrite | undefined {
  const unchanged = row.same === 'true' && !row.value && !row.numerator;
  if (!unchanged && !row.value && !row.numerator) return undefined;
  if (unchanged) return { kpi: id, week, seen: row.seen, kind: 'unchanged' };
  const numbers = asks['report-kpi'].pick({ value: true, numerator: true, denominator: true });
  const entered = numbers.safeParse({
    value: row.value,
    numerator: row.numerator,
    // A mean is said with the number of answers; a denominator alone, which the form has filled in, says nothing.
    denominator: row.numerator || findKpi(id)?.answers ? row.denominator : undefined,
  });
  if (!entered.success)
    throw Refusal.because('not-a-number', { said: row.value ?? `${row.numerator}/${row.denominator ?? ''}` });
  return { kpi: id, week, seen: row.seen, kind: 'value', entered: entered.data };
}

/**
 * The same card, with what was filled in, what went wrong beside it, and what was recorded above. Its rows are those
 * that were refused, even if the week would no longer ask for them: a reason is never lost with its row.
 */
async function again(filled: Filled, { written, errors }: Taken, week: Week, turn: MunicipalStart): Promise<Reply> {
  const records = await progressIn(turn.store, turn.municipality.code, turn.programme);
  const refused = <T>(rows: Readonly<Record<string, T>> = {}) =>
    Object.fromEntries(Object.entries(rows).filter(([id]) => errors.has(id)));
  return {
    card: checkInCard({
      municipality: turn.municipality,
      week,
      kpis: rowsOf(errors, findKpi, records.kpis),
      items: rowsOf(errors, findItem, records.items),
      again: {
        answers: refused(filled.answers),
        stages: refused(filled.stages),
        errors,
        text: errors.has('text') ? filled.text : undefined,
        recorded: written.map(({ line }) => line.what),
      },
    }),
    how: 'replace',
  };
}

/** What the ids stand for, with its record; an id without one has no row. */
function rowsOf<T, R>(
  errors: ReadonlyMap<string, string>,
  find: (id: string) => T | undefined,
  records: ReadonlyMap<string, R>,
): readonly (readonly [T, R])[] {
  return [...errors.keys()].flatMap((id) => {
    const [found, record] = [find(id), records.get(id)];
    return found && record ? [[found, record] as const] : [];
  });
}

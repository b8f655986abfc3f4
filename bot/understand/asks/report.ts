import { findItem, findKpi, type Kpi } from '../../../programme/catalogue.ts';
import { type Day, dayOf, fiscalYearOf } from '../../../programme/day.ts';
import { closedYear } from '../../../programme/programme.ts';
import { stageName } from '../../../programme/progress/item-record.ts';
import { addWeeks, fiscalYearOfWeek, weekOf, weekOfDay } from '../../../programme/week.ts';
import type { Doubt } from '../../inputs/spoken.ts';
import type { Registry } from '../../registry.ts';
import type { TurnStart } from '../../turn.ts';
import { daySaid } from '../amounts/days.ts';
import { inYen, isLooseMoney } from '../amounts/money.ts';
import { type AmountSaid, amountSaid } from '../amounts/numbers.ts';
import type { Key } from '../names/catalogue-names.ts';
import { STAGES_BEGUN } from '../names/stage-words.ts';
import { isTold, type Pair } from '../parts/pairs.ts';
import type { Option, Reading } from '../parts/reading.ts';
import type { Span, SpanOf } from '../parts/span.ts';

type Value = SpanOf<'amount'> | SpanOf<'fraction'>;
type Said = {
  readonly input: Readonly<Record<string, unknown>>;
  readonly notes: readonly string[];
  readonly doubt?: Doubt;
  /** Read as it is kept, while nobody said so: shown before it is written. */
  readonly isLoose?: true;
};

/** One value or stage of one thing: a report; of several things: the weekly report, row by row. */
export function reportOf(pairs: readonly Pair[], spans: readonly Span[], { turn, registry }: World): Reading {
  const told = pairs.filter(isTold);
  const [only] = told;
  const named = spans.find((span) => span.kind === 'year')?.year;
  const dated = named === undefined ? closedYearOfDay(spans, turn) : undefined;
  const year = named ?? dated;
  const said = weekIn(spans, turn);
  // The days of a week in which a year ends are of two years: what was so on 3/31 is of the last week of the first.
  const week = dated !== undefined && said.week && fiscalYearOfWeek(said.week) !== dated ? {} : said;
  const ofDated = (reading: Reading) =>
    dated === undefined ? reading : { ...reading, doubt: reading.doubt ?? ('elsewhere' as const) };
  if (told.length !== 1 || !only)
    return ofDated({
      command: registry.means('several'),
      ...ofYear(several(told, pairs.length > told.length, week), year),
    });
  const report = one(only, spans);
  const command = registry.means(report.of);
  const { of: _, ...reading } = { ...report, ...addWeek(report, week, pairs.length > 1) };
  return ofDated({ command, ...ofYear(reading, year) });
}

/** S3-6 着手しました: prepared or carried out, is asked. */
export function begunOf({ keys, values }: Pair, { means }: Registry): Reading {
  const items = keys.filter(({ kind }) => kind === 'item');
  const [item] = items;
  const options = STAGES_BEGUN.map((stage) => ({ label: stageName(stage), input: { stage } }));
  return {
    command: means('stage'),
    input: items.length === 1 && item ? { item: item.id } : {},
    options,
    which: 'stage',
    doubt: values.length > 0 || items.length > 1 ? 'several' : undefined,
    notes: [],
  };
}

type World = { readonly turn: TurnStart; readonly registry: Registry };
/** What is reported, and that it is a value or a stage. */
type Report = Omit<Reading, 'command'> & { readonly of: 'value' | 'stage' };

/** A year that is said goes with whatever is reported. */
function ofYear<R extends Pick<Reading, 'input'>>(reading: R, year: number | undefined): R {
  return year === undefined ? reading : { ...reading, input: { ...reading.input, year } };
}

/** 3/31に完了しました, said in April: the year of that day, where it is one the programme has closed. */
function closedYearOfDay(spans: readonly Span[], { programme, now }: TurnStart): number | undefined {
  const isWeek = (span: SpanOf<'day'>) => isIso(span) && weekOfDay(span.day) === span.day;
  const years = spans.flatMap((span) =>
    span.kind === 'day' && !isWeek(span) ? [fiscalYearOf(asPast(span, dayOf(now)))] : [],
  );
  const [year, ...more] = [...new Set(years)];
  return year === undefined || more.length > 0 ? undefined : closedYear(programme, year)?.fiscalYear;
}

/** A day without a year is behind, where it is reported of. */
function asPast({ said, day }: SpanOf<'day'>, today: Day): Day {
  return day > today ? (daySaid(said, today, 'behind') ?? day) : day;
}

function addWeek(reading: Report, week: { week?: string; doubt?: Doubt }, isMore: boolean): Partial<Report> {
  const input = reading.of === 'value' && week.week ? { ...reading.input, week: week.week } : reading.input;
  return { input, doubt: week.doubt ?? reading.doubt ?? (isMore ? 'several' : undefined) };
}

/** 12課のうち9課まで終わりました is only how many; otherwise a stage beside a value is another report. */
function isMoreThanValue({ keys, values, stages, isBegun }: Pair): boolean {
  const isCounted = values.length === 1 && stages.length === 1 && stages[0] === 'done' && !keys.some(isItem);
  return isBegun || (stages.length > 0 && !isCounted);
}

function one(pair: Pair, spans: readonly Span[]): Report {
  const { keys, values } = pair;
  if (values.length === 0) return stageReport(pair, spans);
  const kpis = keys.filter(({ kind }) => kind === 'kpi');
  const [first, ...others] = kpis;
  const [item] = keys;
  if (!first && item) return numberOfItem(item, stageReport(pair, spans));
  const said = valueSaid(values, others.length === 0 ? findKpi(first?.id ?? '') : undefined);
  const { input, notes } = said;
  const unsure = doubtOf(said) ?? (isMoreThanValue(pair) || (keys.length > 0 && !first) ? 'several' : undefined);
  if (others.length > 0)
    return {
      of: 'value',
      input,
      notes,
      options: kpis.map((key) => kpiOption(key, values)),
      which: 'kpi',
      doubt: unsure,
    };
  const read = first ? notes : [...notes, OF_SOME_KPI];
  return { of: 'value', input: { ...(first && { kpi: first.id }), ...input }, notes: read, doubt: unsure };
}

const doubtOf = ({ doubt, isLoose }: Said): Doubt | undefined => doubt ?? (isLoose ? 'several' : undefined);

/** A number alone may also be the number of a row of some list. */
const OF_SOME_KPI = '送られた数は、KPIの値として読みました。値でなければ、KPIを選ばずに、したいことを送ってください。';

const isItem = ({ kind }: Key): boolean => kind === 'item';

/** S2-1 80: an item has no number; the stage is asked for, or whether what was said beside it is all. */
function numberOfItem({ id }: Key, report: Report): Report {
  const note = `${id} は項目なので、数ではなく段階（検討中、実施中など）で報告します。`;
  const doubt = report.input['stage'] === undefined ? report.doubt : 'unused';
  return { ...report, notes: [note], doubt };
}

function stageReport({ keys, stages, isBegun }: Pair, spans: readonly Span[]): Report {
  const [stage, ...more] = [...new Set(stages)];
  const items = keys.filter(({ kind }) => kind === 'item');
  const url = spans.find((span) => span.kind === 'url');
  const [first, ...others] = items;
  const said = { stage, ...(url && { evidence: url.said }) };
  const doubt = more.length > 0 || isBegun || (keys.length > 0 && !first) ? ('several' as const) : undefined;
  if (others.length > 0) {
    const options = items.map(({ id }) => ({ label: `${id} ${findItem(id)?.short ?? ''}`, input: { item: id } }));
    return { of: 'stage', input: said, options, which: 'item', notes: [], doubt };
  }
  return { of: 'stage', input: { ...(first && { item: first.id }), ...said }, notes: [], doubt };
}

function kpiOption({ id }: Key, values: readonly Value[]): Option {
  const kpi = findKpi(id);
  return { label: `${id} ${kpi?.name ?? ''}`, input: { kpi: id, ...valueSaid(values, kpi).input } };
}

/** What cannot be a value of this KPI stays as it was said, so that the person is told so. */
function valueSaid(values: readonly Value[], kpi: Kpi | undefined): Said {
  const mean = kpi?.answers === undefined ? undefined : meanSaid(values);
  return mean ? { input: mean, notes: [] } : oneValueSaid(values, kpi);
}

function oneValueSaid(values: readonly Value[], kpi: Kpi | undefined): Said {
  const [value, ...more] = withoutShare(values);
  const doubt = more.length > 0 ? { doubt: 'several' as const } : {};
  if (!value) return { input: {}, notes: [] };
  if (value.kind === 'fraction') {
    const { numerator, denominator } = value;
    return { input: { numerator, denominator }, notes: [], ...doubt };
  }
  const amount = amountSaid(value.said, kpi?.unit) ?? (kpi?.grades ? amountSaid(value.said, '%') : undefined);
  const counted = amount ? undefined : countedSaid(value.said, kpi);
  if (counted !== undefined) return { input: { numerator: counted }, notes: [], ...doubt };
  if (!amount)
    return isNumberLike(value.said)
      ? { input: {}, notes: [], doubt: 'unread' }
      : { input: { value: value.said }, notes: [], ...doubt };
  const input = { value: amount.value };
  if (!isLooseMoney(value.said, amount, kpi)) return { input, notes: readAs(value.said, amount), ...doubt };
  return { input, notes: [inYen(value.said, amount.value)], isLoose: true, ...doubt };
}

/** What was changed on the way to the number. */
function readAs(said: string, { value, approximate, conversion }: AmountSaid): readonly string[] {
  if (conversion !== undefined) return [`${conversion}と読み取りました。`];
  return approximate ? [`「${said}」を${value.toLocaleString('ja-JP')}として読み取りました。`] : [];
}

/** The highest mark: what is above it is no mean, and says how many answered. */
const BEST_SCORE = 5;

/** 4.2 回答数 25, 回答25件で4.2: a mean, and how many answered. */
function meanSaid(values: readonly Value[]): Record<'value' | 'denominator', number> | undefined {
  const numbers = values.flatMap((each) =>
    each.kind === 'amount' ? ((amountSaid(each.said, '点') ?? amountSaid(each.said))?.value ?? []) : [],
  );
  const [first, second] = numbers;
  if (first === undefined || second === undefined || numbers.length !== values.length || values.length !== 2)
    return undefined;
  return first > BEST_SCORE ? { value: second, denominator: first } : { value: first, denominator: second };
}

/** 124/200（62%）: a share that only says what the fraction comes to. */
function withoutShare(values: readonly Value[]): readonly Value[] {
  const fraction = values.find((value) => value.kind === 'fraction');
  if (!fraction || values.length !== 2) return values;
  const share = (fraction.numerator / fraction.denominator) * 100;
  const isSame = (value: Value) =>
    value.kind === 'amount' && Math.abs((amountSaid(value.said, '%')?.value ?? -1) - share) < 0.5;
  return values.filter((value) => !isSame(value));
}

/** 38人 of a rate is the part that is counted; of how many, is still to be said. */
function countedSaid(said: string, kpi: Kpi | undefined): number | undefined {
  const isPart =
    kpi?.type === 'percent' && kpi.denominator !== undefined && /\d(人|名|件|課|業務|窓口|手続|通|枚)/.test(said);
  return isPart ? amountSaid(said)?.value : undefined;
}

/** 「1,2」 is nobody's number, and must not become one further on. */
const isNumberLike = (said: string): boolean => /^[-\d,.%\s]+$/.test(said);

type Row = {
  readonly id: string;
  readonly answer?: Record<string, string>;
  readonly stage?: { readonly stage: string };
  readonly notes: readonly string[];
};

/** Row by row, and shown once before it is sent; a pair that is not clear is left out. */
function several(
  told: readonly Pair[],
  isMore: boolean,
  { week, doubt }: { week?: string; doubt?: Doubt },
): Omit<Reading, 'command'> {
  const rows = told.flatMap((pair) => rowOf(pair) ?? []);
  const answers = Object.fromEntries(rows.flatMap(({ id, answer }) => (answer ? [[id, answer]] : [])));
  const stages = Object.fromEntries(rows.flatMap(({ id, stage }) => (stage ? [[id, stage]] : [])));
  const isClear = !isMore && rows.length === told.length && new Set(rows.map(({ id }) => id)).size === rows.length;
  const input = {
    ...(week && { week }),
    ...(Object.keys(answers).length > 0 && { answers }),
    ...(Object.keys(stages).length > 0 && { stages }),
  };
  const notes = [...rows.flatMap((row) => row.notes), ...told.filter((pair) => !rowOf(pair)).map(leftOut)];
  return { input, notes, doubt: doubt ?? (isClear ? 'together' : 'several') };
}

/** What is left out is said, so that nobody takes it for recorded. */
function leftOut({ keys, values, stages }: Pair): string {
  const numbers = values.map((each) =>
    each.kind === 'fraction' ? `${each.numerator}/${each.denominator}` : each.said,
  );
  const said = [...numbers, ...stages.map(stageName)].join('、');
  const ids = [...new Set(keys.map(({ id }) => id))];
  const why = ids.length > 1 ? `${ids.join('、')} のどれ` : '何のこと';
  return `「${said}」は、${why}か分からないため入れていません。番号を付けて、もう一度送ってください。`;
}

function rowOf({ keys, values, stages, isBegun }: Pair): Row | undefined {
  const [key, ...others] = keys;
  const [stage, ...more] = stages;
  if (!key || others.length > 0 || more.length > 0 || isBegun) return undefined;
  if (key.kind === 'item')
    return stage && values.length === 0 ? { id: key.id, stage: { stage }, notes: [] } : undefined;
  const { input, notes, doubt } = valueSaid(values, findKpi(key.id));
  if (values.length === 0 || stage || doubt) return undefined;
  return {
    id: key.id,
    answer: Object.fromEntries(Object.entries(input).map(([name, number]) => [name, String(number)])),
    notes,
  };
}

/** A day is of the week it is in; one that is still ahead has no results yet. A date in full is a week as it stands. */
function weekIn(spans: readonly Span[], { now }: TurnStart): { week?: string; doubt?: Doubt } {
  const today = dayOf(now);
  if (spans.some(({ kind }) => kind === 'time' || kind === 'meeting' || kind === 'step')) return { doubt: 'unread' };
  const weeks = [...new Set(spans.flatMap((span) => weeksOf(span, today)))];
  if (weeks.length > 1) return { doubt: 'several' };
  const [week] = weeks;
  if (week === undefined || week === weekOf(now)) return {};
  return week > weekOf(now) && !spans.some(isIso) ? { doubt: 'plan' } : { week };
}

const isIso = (span: Span): boolean => span.kind === 'day' && /^\d{4}-\d\d-\d\d$/.test(span.said);

function weeksOf(span: Span, today: Day): readonly Day[] {
  if (span.kind === 'days') return [weekOfDay(span.days[0])];
  if (span.kind !== 'day') return [];
  if (isIso(span)) return [span.day];
  const day = asPast(span, today);
  return [day > today ? addWeeks(weekOfDay(today), 1) : weekOfDay(day)];
}

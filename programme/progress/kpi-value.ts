import type { Kpi } from '../catalogue.ts';
import { stateNames } from '../provenance.ts';
import type { Week } from '../week.ts';
import { entryOf, type KpiEntry, type KpiReading, type KpiRecord, kpiState } from './kpi-record.ts';

/** What a person entered; numbers in the KPI's unit. */
export type Entered = {
  readonly value?: number | undefined;
  readonly numerator?: number | undefined;
  readonly denominator?: number | undefined;
};

/** Nothing to measure: both parts are zero. That is 未実施（確認済）, not a rate of zero. */
export function isConfirmedNone(kpi: Kpi, { numerator, denominator }: Entered): boolean {
  return kpi.denominator !== undefined && numerator === 0 && denominator === 0;
}

/**
 * Checks what was entered against the KPI's definition.
 * @returns the reading, or a sentence that says what to enter instead.
 */
export function readingOf(kpi: Kpi, entered: Entered): KpiReading | string {
  const { value, numerator, denominator } = entered;
  if ([value, numerator, denominator].some((n) => n !== undefined && !Number.isFinite(n))) {
    return `${kpi.name}は数字で入力してください。`;
  }
  if (kpi.answers !== undefined) return meanOf(kpi, kpi.answers, entered);
  const isDivided = numerator !== undefined || denominator !== undefined;
  if (isDivided && kpi.denominator !== undefined) return quotientOf(kpi, numerator, denominator);
  if (kpi.type === 'percent') return bareRateOf(kpi, value);
  return value === undefined ? `${kpi.name}の値を入力してください。` : (troubleWith(kpi, value) ?? { value });
}

/** Whether a baseline or a target can be this; of a mean neither says how many answered. */
export const isPossible = (kpi: Kpi, value: number): boolean =>
  typeof readingOf(kpi, kpi.answers === undefined ? { value } : { value, denominator: 1 }) !== 'string';

function troubleWith(kpi: Kpi, value: number): string | undefined {
  if (kpi.type === 'boolean' && value !== 0 && value !== 1) return '「有」か「無」を選んでください。';
  if (kpi.grades && !kpi.grades.some(([grade]) => grade === value)) {
    return `${kpi.name}は ${kpi.grades.map(([grade]) => grade).join('・')} のどれかで入力してください。`;
  }
  if (value < 0) return `${kpi.name}は0以上の数で入力してください。`;
  if (kpi.type === 'score' && value > 5) return `${kpi.name}は5点以下で入力してください。`;
  // A mean of whole days need not be whole.
  const isWhole = kpi.type === 'count' && kpi.total !== 'mean';
  return isWhole && !Number.isInteger(value) ? `${kpi.name}は整数で入力してください。` : undefined;
}

/** A mean is kept with the number of answers, so that it can be weighed with others. */
function meanOf(kpi: Kpi, answers: string, { value, denominator }: Entered): KpiReading | string {
  if (value === undefined) return `${kpi.name}の値を入力してください。`;
  const trouble = troubleWith(kpi, value);
  if (trouble !== undefined) return trouble;
  if (denominator === undefined) return `${answers}も入力してください。`;
  if (denominator < 1 || !Number.isInteger(denominator)) return `${answers}は1以上の整数で入力してください。`;
  return { value, denominator };
}

/** Said without its parts: 9割 of a KPI that is counted in people. */
export function isBareRate(kpi: Kpi, { value, numerator, denominator }: Entered): boolean {
  return kpi.denominator !== undefined && value !== undefined && numerator === undefined && denominator === undefined;
}

/**
 * A bare rate with the denominator said last, so that the parts are not lost: 90 % of 32 is 29/32. Undefined where
 * no parts are known. Only the rate said last gives back what was said; any other is a reckoning, to be confirmed.
 */
export function withLastParts(kpi: Kpi, last: Entered | undefined, entered: Entered): Entered | undefined {
  const { value } = entered;
  const denominator = last?.denominator;
  if (value === undefined || denominator === undefined || !isBareRate(kpi, entered)) return undefined;
  if (typeof readingOf(kpi, entered) === 'string') return undefined;
  if (value === last?.value) return { numerator: last.numerator, denominator };
  return { numerator: Math.round((value * denominator) / (kpi.type === 'percent' ? 100 : 1)), denominator };
}

/** A rate, or an average such as minutes per case: kept with its parts, so that it can be summed with others. */
function quotientOf(kpi: Kpi, numerator: number | undefined, denominator: number | undefined): KpiReading | string {
  const [top, bottom] = partNames(kpi);
  if (denominator === undefined) return `${bottom}も入力してください。`;
  if (numerator === undefined) return `${top}も入力してください。`;
  if (denominator <= 0) return `${bottom}は1以上の数で入力してください。対象がないときは${top}も0にしてください。`;
  if (numerator < 0) return `${top}は0以上の数で入力してください。`;
  for (const [name, part] of [
    [top, numerator],
    [bottom, denominator],
  ] as const)
    if (isCounted(name) && !Number.isInteger(part)) return `${name}は整数で入力してください。`;
  const isRate = kpi.type === 'percent';
  if (isRate && numerator > denominator) return `${top}は、${bottom}の ${amount(denominator)} 以下で入力してください。`;
  return { value: Math.round((numerator / denominator) * (isRate ? 1000 : 10)) / 10, numerator, denominator };
}

/** People, cases, procedures, sections come whole; hours, days and money need not. */
const isCounted = (part: string): boolean => !/時間|日数|費|額/.test(part);

/** A rate without its parts is taken, but cannot be summed with others. */
function bareRateOf(kpi: Kpi, value: number | undefined): KpiReading | string {
  if (value === undefined) return `${partNames(kpi).join('と')}を入力してください。`;
  if (value < 0 || value > 100) return `${kpi.name}は0から100までの割合で入力してください。`;
  return { value };
}

function partNames(kpi: Kpi): readonly [string, string] {
  return [kpi.numerator ?? '分子', kpi.denominator ?? '分母'];
}

/** 62%（124/200）, 3回, 有, 素案（60%）, 4.2点（回答数 25）, 実施回数 20・対面率 60%（12/20） */
export function readingText(kpi: Kpi, reading: Pick<KpiEntry, 'value' | 'numerator' | 'denominator'>): string {
  if (reading.value === undefined) return '―';
  return figuresText(kpi, reading) + valueText(kpi, reading.value) + partsText(kpi, reading);
}

type Parts = Pick<KpiEntry, 'numerator' | 'denominator'>;

function figuresText({ figures }: Kpi, { denominator }: Parts): string {
  if (!figures || denominator === undefined) return '';
  const [counted, quotient] = figures;
  return `${counted} ${amount(denominator)}・${quotient} `;
}

function partsText({ answers }: Kpi, { numerator, denominator }: Parts): string {
  if (answers !== undefined) return denominator === undefined ? '' : `（${answers} ${amount(denominator)}）`;
  return numerator === undefined ? '' : `（${amount(numerator)}/${amount(denominator ?? 0)}）`;
}

/** What a week says: a value, that nothing changed, that there is nothing, or nothing yet. */
export function entryText(kpi: Kpi, entry: KpiEntry | undefined): string {
  if (entry === undefined) return stateNames.notReported;
  if (entry.kind === 'unchanged') return '変更なし';
  return entry.kind === 'confirmedNone' ? stateNames.confirmedNone : readingText(kpi, entry);
}

/** What a week stands for: unchanged since 未実施（確認済）, it says that. */
export function weekText(kpi: Kpi, record: KpiRecord, week: Week): string {
  if (kpiState(record, week) === 'confirmedNone') return stateNames.confirmedNone;
  return entryText(kpi, entryOf(record, week));
}

/** A bare value with its unit. */
export function valueText(kpi: Kpi, value: number): string {
  if (kpi.type === 'boolean') return value === 1 ? '有' : '無';
  const grade = kpi.grades?.find(([at]) => at === value);
  if (grade) return `${grade[1]}（${value}%）`;
  return `${amount(value)}${kpi.unit}`;
}

/** Whether the last reading meets the target. Without a target or a reading there is nothing to meet or miss. */
export function meetsTarget(kpi: Kpi, record: KpiRecord, reading: KpiReading | undefined): boolean | undefined {
  if (record.target === undefined) return undefined;
  if (reading === undefined) return false;
  return kpi.better === 'higher' ? reading.value >= record.target : reading.value <= record.target;
}

/** Making one anew for each number costs many times what it says. */
const digits = new Intl.NumberFormat('ja-JP', { maximumFractionDigits: 1 });

function amount(value: number): string {
  return digits.format(value);
}

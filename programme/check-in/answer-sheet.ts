import { findItem, findKpi, type Item, type Kpi } from '../catalogue.ts';
import { stageChoices } from '../inputs.ts';
import { type ItemRecord, itemStandingName } from '../progress/item-record.ts';
import { entryOf, type KpiRecord, lastReading, lastSaid, newestNumber } from '../progress/kpi-record.ts';
import { entryText } from '../progress/kpi-value.ts';
import type { Progress } from '../progress/step-standing.ts';
import { itemsInMotion, weeklyKpis } from '../progress/weekly.ts';
import { stateNames } from '../provenance.ts';
import { type Week, weekName } from '../week.ts';

type AnswerKey = 'id' | 'what' | 'before' | 'same' | 'value' | 'numerator' | 'denominator' | 'note';

/** One column of a 週次回答表. Whoever writes the book and whoever reads it follow the same one. */
export type AnswerColumn = {
  readonly key: AnswerKey;
  readonly heading: string;
  /** In full-width signs. */
  readonly width: number;
};

export const answerColumns: readonly AnswerColumn[] = [
  { key: 'id', heading: '番号', width: 5 },
  { key: 'what', heading: '聞きたいこと', width: 19 },
  { key: 'before', heading: '前回', width: 15 },
  { key: 'same', heading: '変更なし', width: 5 },
  { key: 'value', heading: '今週の値・段階', width: 15 },
  { key: 'numerator', heading: '分子', width: 6 },
  { key: 'denominator', heading: '分母', width: 6 },
  { key: 'note', heading: '根拠・ひとこと', width: 18 },
];

/** What somebody may write in a row. */
type AnswerTakes = Extract<AnswerKey, 'same' | 'value' | 'numerator' | 'denominator' | 'note'>;

/** A row as it goes out. */
export type AnswerRow = {
  readonly id: string;
  readonly name: string;
  /** What to write, below the name; of an item nothing but what can be chosen. */
  readonly how: string;
  readonly before: string;
  readonly takes: readonly AnswerTakes[];
  readonly choices?: readonly string[];
  /** Filled in, since it seldom changes: it is no answer by itself. */
  readonly denominator?: number | undefined;
  /** Of what is reported of it: the newest number there is. */
  readonly version: number;
};

/** The row that has no number: what troubles the office, in its own words. */
export const HELP_ROW = { id: '困りごと', name: '困っていること・相談', how: '右端の欄に書いてください（任意）' };

/** 未実施（確認済）, as it is written where a rate has nothing to measure. */
const NONE = /^未実施/;
const MARKED = /^[○◯〇●◎Oo1✓✔レ]$/;

/** What a municipality is asked in a week: its weekly KPIs, and where its items of this year stand. */
export function answerRows(records: Progress, week: Week): readonly AnswerRow[] {
  return [
    ...weeklyKpis(records).map(([kpi, record]) => kpiRow(kpi, record, week)),
    ...itemsInMotion(records).map(([item, record]) => itemRow(item, record)),
  ];
}

function kpiRow(kpi: Kpi, record: KpiRecord, week: Week): AnswerRow {
  const { id, name } = kpi;
  const [said, last] = [lastSaid(record, week), lastReading(record, week)];
  const choices = choicesOf(kpi)?.map(({ label }) => label);
  return {
    ...{
      id,
      name,
      how: howToAnswer(kpi),
      before: beforeText(kpi, record, week),
      takes: takesOf(kpi, said !== undefined),
    },
    ...(choices ? { choices } : {}),
    ...(kpi.denominator === undefined ? {} : { denominator: last?.denominator }),
    version: newestNumber(record),
  };
}

function takesOf(kpi: Kpi, isKnown: boolean): readonly AnswerTakes[] {
  const same = isKnown ? (['same'] as const) : [];
  if (kpi.denominator !== undefined) return [...same, 'value', 'numerator', 'denominator', 'note'];
  return [...same, 'value', ...(kpi.answers === undefined ? [] : (['denominator'] as const)), 'note'];
}

function howToAnswer(kpi: Kpi): string {
  if (kpi.denominator !== undefined) return `分子 ${kpi.numerator ?? ''}・分母 ${kpi.denominator}`;
  if (kpi.answers !== undefined) return `値（${kpi.unit}）と、分母に${kpi.answers}`;
  return choicesOf(kpi) ? '一覧から選ぶ' : `値（${kpi.unit}）`;
}

function beforeText(kpi: Kpi, record: KpiRecord, week: Week): string {
  const [now, last] = [entryOf(record, week), lastSaid(record, week)];
  if (!last) return 'まだ値はありません';
  const said = entryText(kpi, last);
  return now ? `${said}\n今週 報告済` : `${said}\n${weekName(last.week)}`;
}

const itemRow = (item: Item, record: ItemRecord): AnswerRow => ({
  ...{ id: item.id, name: item.short, how: '', before: itemStandingName(record) },
  ...{ takes: ['value', 'note'], choices: stageChoices.map(({ label }) => label) },
  version: record.versions.length,
});

type Chosen = { readonly value: string; readonly label: string };

function choicesOf({ type, grades }: Kpi): readonly Chosen[] | undefined {
  if (type === 'boolean')
    return [
      { value: '1', label: '有' },
      { value: '0', label: '無' },
    ];
  return grades?.map(([at, title]) => ({ value: String(at), label: `${title}（${at}%）` }));
}

/** What stands in the cells of a row, as it is seen; what is blank is absent. */
export type SaidAnswer = { readonly [K in AnswerTakes]?: string | undefined };

/** What a row answers, as a weekly card sends it. */
export type SheetAnswer =
  | {
      readonly kpi: string;
      readonly row: {
        readonly value?: string | undefined;
        readonly numerator?: string | undefined;
        readonly denominator?: string | undefined;
        readonly same?: string;
      };
      readonly note?: string | undefined;
    }
  | { readonly item: string; readonly stage: string; readonly evidence?: string | undefined };

/**
 * What a row says. Blank is no answer, and never zero.
 * @param filledIn the denominator that stood there when it went out
 * @returns undefined where nothing was answered
 */
export function answeredIn(id: string, said: SaidAnswer, filledIn?: number): Outcome {
  const kpi = findKpi(id);
  if (kpi) return kpiAnswered(kpi, said, filledIn);
  return findItem(id) ? itemAnswered(id, said) : undefined;
}

function itemAnswered(item: string, { value, note }: SaidAnswer): Outcome {
  if (value === undefined)
    return note === undefined ? undefined : { instead: '今週の段階を選ぶか、根拠・ひとことを空にしてください' };
  const stage = chosenIn(value, stageChoices) ?? (NONE.test(value) ? 'confirmedNone' : undefined);
  if (stage === undefined) return { instead: `「${short(value)}」という段階はありません。一覧から選んでください` };
  return { item, stage, evidence: note };
}

type Outcome = SheetAnswer | { readonly instead: string } | undefined;

const instead = (what: string) => ({ instead: what });

function kpiAnswered(kpi: Kpi, said: SaidAnswer, filledIn: number | undefined): Outcome {
  const { same, value, numerator, note } = said;
  if (same !== undefined && !MARKED.test(same)) return instead('変わりがないときだけ、変更なしに ○ を付けてください');
  if (value !== undefined || numerator !== undefined)
    return same === undefined
      ? valueAnswered(kpi, said)
      : instead('変更なしの ○ と、値の両方があります。どちらかを消してください');
  if (!isAsFilledIn(said, filledIn)) return instead(`${kpi.numerator ?? '値'}も書いてください`);
  if (same !== undefined) return { kpi: kpi.id, row: { same: 'true' }, note };
  return note === undefined ? undefined : instead('値を書くか、変更なしに ○ を付けてください');
}

const isAsFilledIn = ({ denominator }: SaidAnswer, filledIn: number | undefined): boolean =>
  denominator === undefined || Number(denominator.replaceAll(',', '')) === filledIn;

function valueAnswered(kpi: Kpi, said: SaidAnswer): Outcome {
  const { value, numerator, denominator, note } = said;
  if (value !== undefined && NONE.test(value)) return noneAnswered(kpi, said);
  if (numerator !== undefined && kpi.denominator === undefined)
    return instead('このKPIに分子はありません。今週の値の欄に書いてください');
  if (value !== undefined && numerator !== undefined && !agrees(value, numerator, denominator))
    return instead(`割合「${short(value)}」と、分子・分母が合いません。割合を消すか、分子と分母を直してください`);
  if (numerator !== undefined) return { kpi: kpi.id, row: { numerator, denominator }, note };
  return oneValueAnswered(kpi, said);
}

/** Nothing to measure is said of a rate alone; of what is counted, nothing is zero. */
function noneAnswered(kpi: Kpi, { numerator, note }: SaidAnswer): Outcome {
  if (kpi.denominator === undefined)
    return instead(`「${stateNames.confirmedNone}」にはできません。なければ 0 を書いてください`);
  if (numerator !== undefined && Number(numerator) !== 0)
    return instead('「未実施」と分子の両方があります。どちらかを消してください');
  return { kpi: kpi.id, row: { numerator: '0', denominator: '0' }, note };
}

function oneValueAnswered(kpi: Kpi, { value = '', denominator, note }: SaidAnswer): Outcome {
  const choices = choicesOf(kpi);
  const chosen = choices && chosenIn(value, choices);
  if (choices && chosen === undefined)
    return instead(
      `「${short(value)}」は読み取れません。${choices.map(({ label }) => `「${label}」`).join('')}から選んでください`,
    );
  const row = { value: chosen ?? withoutUnit(value, kpi) };
  return { kpi: kpi.id, row: kpi.answers === undefined ? row : { ...row, denominator }, note };
}

/** A rate beside its parts says the same, but for how it was rounded. */
function agrees(value: string, numerator: string, denominator = ''): boolean {
  const [rate, top, bottom] = [value.replace(/%$/, ''), numerator, denominator].map((one) =>
    Number(one.replaceAll(',', '')),
  );
  if (rate === undefined || top === undefined || !bottom) return true;
  return Math.abs((top / bottom) * 100 - rate) < 1 || Math.abs(top / bottom - rate) < 0.1;
}

const withoutUnit = (value: string, { unit }: Kpi): string =>
  value.endsWith(unit) ? value.slice(0, -unit.length).trim() : value;

const plainWord = (said: string): string => said.normalize('NFKC').replace(/\s/g, '');
const nameOnly = (label: string): string => plainWord(label).replace(/\(.*\)$/, '');
const short = (said: string): string => (said.length > 30 ? `${said.slice(0, 30)}…` : said);

/** By its whole label, its name without what stands in brackets, or the value behind it. */
function chosenIn(said: string, choices: readonly Chosen[]): string | undefined {
  const word = plainWord(said);
  const isIt = ({ value, label }: Chosen) =>
    plainWord(label) === word || nameOnly(label) === nameOnly(said) || value === word.replace(/%$/, '');
  return choices.find(isIt)?.value;
}

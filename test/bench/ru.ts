import { type Measured, measure, type TurnName, type Week } from './requests.ts';
import type { Requests } from './ru-of.ts';

/**
 * `npx tsx test/bench/ru.ts`: requests per turn and per week, counted, as RU and yen a month for docs/operations.md.
 *
 * Two programmes are measured, of 5 and of 25 municipalities; what a week costs is a straight line through them, and the
 * larger sizes lie on it. Everything assumed stands here.
 */
const SIZES = [25, 77, 1741];
/** How often a municipality's people do this in a week, and the prefecture and the secretariat as a whole. */
const OF_A_MUNICIPALITY: Readonly<Partial<Record<TurnName, number>>> = {
  '週次報告（全て変更なし）': 0.6,
  '週次報告（カード）': 0.4,
  KPI報告: 2,
  項目の報告: 1,
  状況: 3,
  '状況（LINE WORKS）': 1,
  履歴: 1,
  相談: 0.2,
};
const OF_THE_PROGRAMME: Readonly<Partial<Record<TurnName, number>>> = { ダイジェスト: 20, 未報告: 10 };
/** A week in tens of minutes and in hours; once an hour it is looked whether a year's change was left unfinished, 1 RU. */
const [TEN_MINUTES, HOURS] = [7 * 24 * 6, 7 * 24];
/** Reads of the lease in ten minutes while nobody is about; each turn brings one more, with the tick that follows it. */
const IDLE = 1 / 3;
/** The lease is written anew every two hours at the latest: two reads and a replace, in RU. */
const RENEWED = { aWeek: 7 * 12, ru: 12 };
/** Everything is read again, and looked through for what a crash has left, once in so many weeks where nothing was found. */
const [READ_WEEKS, SWEPT_WEEKS] = [3.5, 4];
/** Turns of a municipality in a week that planning looks at; what asks for help counts as a report. */
const CHANGING = { carried: 0.6, reported: 2 + 1 + 0.2 };
const WEEKS_A_MONTH = 365.25 / 12 / 7;
/** List price of serverless in US$ for a million RU, and the exchange; both of November 2026 and to be looked up anew. */
const DOLLARS_PER_MILLION = 0.25;
const YEN_PER_DOLLAR = 150;
/** Autoscale with at most 1,000 RU/s: an hour in which nothing happens costs a tenth of one that reaches the most. */
const AUTOSCALE_DOLLARS = [8.76, 87.6] as const;

const [small, large] = [await measure(5), await measure(25)];
const turns = Object.keys(large.turns) as TurnName[];

console.log('| 1回の会話（25団体） | 読み | 作成 | 置換 | 照会 | RU |\n|---|--:|--:|--:|--:|--:|');
for (const name of turns) console.log(row(name, large.turns[name]));
console.log('\n| 時計（25団体） | 読み | 作成 | 置換 | 照会 | RU |\n|---|--:|--:|--:|--:|--:|');
console.log(row('10分（30秒ごとに見て、1回計画する）', large.week.tenMinutes));
console.log(row('KPI1つの報告のあとの計画', large.week.afterReport));
console.log(row('「全て変更なし」1回のあとの計画', large.week.afterCarryOver));
console.log(row('始まったときの計画と、読み直し（1回分）', large.week.reading));
console.log(row('見回り（1回分）', large.week.sweep));
console.log(row('1週間のカード（週次報告・催促・未報告・ダイジェスト、11月末は予算のお尋ねも）', large.week.cards));
console.log(
  '\n| 団体 | 会話 | カード | 計画と見回り | 合計（百万RU／月） | 計画と見回りの割合 | サーバーレス（円／月） | 自動スケール1,000 RU/s（円／月） |',
);
console.log('|--:|--:|--:|--:|--:|--:|--:|--:|');
for (const size of SIZES) console.log(monthOf(size));

/** A mean beside what is read again at any time may come out a little below nothing. */
function row(name: string, { read, create, replace, query, ru }: Requests): string {
  return `| ${name} | ${[read, create, replace, query, Math.round(ru)].map((value) => Math.max(0, value).toLocaleString('ja-JP', { maximumFractionDigits: 1 })).join(' | ')} |`;
}

function monthOf(towns: number): string {
  const ru = (name: TurnName) => ruAt(towns, ({ turns: all }) => all[name]);
  const asked = towns * turnsOf(OF_A_MUNICIPALITY, ru) + turnsOf(OF_THE_PROGRAMME, ru);
  const cards = ruAt(towns, ({ week }) => week.cards);
  const clock = clockOf(towns);
  const millions = [asked, cards, clock].map((ru) => (ru * WEEKS_A_MONTH) / 1e6);
  const total = millions.reduce((sum, part) => sum + part, 0);
  const share = `${Math.round(((clock * WEEKS_A_MONTH) / 1e6 / total) * 100)} %`;
  const yen = (dollars: number) => Math.ceil(dollars * YEN_PER_DOLLAR).toLocaleString('ja-JP');
  const autoscale = AUTOSCALE_DOLLARS.map(yen).join('〜');
  return `| ${[towns.toLocaleString('ja-JP'), ...[...millions, total].map((part) => part.toFixed(2)), share, yen(total * DOLLARS_PER_MILLION), autoscale].join(' | ')} |`;
}

/** RU of a week. */
function clockOf(towns: number): number {
  const at = (of: (week: Week) => Requests) => ruAt(towns, ({ week }) => of(week));
  const idle = TEN_MINUTES * at(({ tenMinutes }) => tenMinutes) + HOURS;
  const said = towns * sum(OF_A_MUNICIPALITY) + sum(OF_THE_PROGRAMME);
  const awake = Math.min(said, TEN_MINUTES * (20 - IDLE));
  const rare = at(({ reading }) => reading) / READ_WEEKS + at(({ sweep }) => sweep) / SWEPT_WEEKS;
  const { carried, reported } = CHANGING;
  // What a report has looked at does not grow with the programme.
  const { afterCarryOver, afterReport } = large.week;
  const changed = carried * afterCarryOver.ru + reported * afterReport.ru;
  return idle + awake + RENEWED.aWeek * RENEWED.ru + towns * changed + rare;
}

function sum(often: Readonly<Partial<Record<TurnName, number>>>): number {
  return Object.values(often).reduce((total, count) => total + count, 0);
}

function turnsOf(often: Readonly<Partial<Record<TurnName, number>>>, ru: (name: TurnName) => number): number {
  return (Object.entries(often) as [TurnName, number][]).reduce((sum, [name, count]) => sum + count * ru(name), 0);
}

/** On the line through both measured sizes. */
function ruAt(towns: number, of: (measured: Measured) => Requests): number {
  const [a, b] = [of(small).ru, of(large).ru];
  const each = Math.max(0, (b - a) / (large.towns - small.towns));
  return b + each * (towns - large.towns);
}

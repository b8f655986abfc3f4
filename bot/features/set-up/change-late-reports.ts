import { closedYearName, lateReportsCard } from '../../../cards/set-up/late-reports.ts';
import { ask, type InputOf } from '../../../programme/asks.ts';
import { type Day, dayOf, fiscalYearName, fullDate } from '../../../programme/day.ts';
import { type ClosedYear, closedYear, type Programme } from '../../../programme/programme.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { defineCommand } from '../../command.ts';
import { type Drafted, settingCommand } from '../../setting-change.ts';
import type { TurnStart } from '../../turn.ts';
import { programmePut } from './programme.ts';

type Wanted = InputOf<'change-late-reports'>;

export const changeLateReports = defineCommand({
  name: 'change-late-reports',
  says: ['出納整理'],
  help: '終わった年度の報告を、いつまで受け付けるかを確かめて変えます。',
  example: '出納整理 5/20',
  english: 'See and change until when a closed year takes late reports.',
  group: { title: '途中の変更', order: 15 },
  about: 'member',
  writes: ['until', 'ends'],
  ...settingCommand<'change-late-reports', Wanted, TurnStart>('change-late-reports', draft),
});

async function draft({ until, ends, yearClosed }: Wanted, { store, programme, now }: TurnStart): Promise<Drafted> {
  const today = dayOf(now);
  const year = yearMeant(programme, yearClosed);
  if (until === undefined && ends === undefined) return { card: lateReportsCard(year, today) };
  // What is over already does not go on until today by being ended.
  const isOver = year.lateUntil < today;
  const wanted = until ?? (isOver ? year.lateUntil : today);
  if (wanted !== year.lateUntil) refuseOutside(wanted, year, today);
  const { before, after, put } = await programmePut(store, (known) => ({
    ...known,
    closed: (known.closed ?? []).map((each) =>
      each.fiscalYear === year.fiscalYear ? { ...each, lateUntil: wanted } : each,
    ),
  }));
  const lastDay = (of: Programme) => `${fullDate(closedYear(of, year.fiscalYear)?.lateUntil ?? wanted)}まで`;
  return {
    title: `出納整理 ${fiscalYearName(year.fiscalYear)}`,
    lines: put ? [{ what: `${closedYearName(year)}の遅れた報告`, before: lastDay(before), after: lastDay(after) }] : [],
    notes: put && wanted === today ? ['今日いっぱいは報告を受け付け、明日からは受け付けません。'] : [],
    puts: [put],
    next: [{ label: '出納整理を見る', ask: ask('change-late-reports') }],
  };
}

const nothingChanged = (sentence: string): Refusal =>
  Refusal.because('bad-value', { sentence: `${sentence}何も変えていません。` });

/** The year that was named, else the one that was closed last. @throws Refusal where no such year is over */
function yearMeant(programme: Programme, said: number | undefined): ClosedYear {
  const year = said === undefined ? programme.closed?.at(-1) : closedYear(programme, said);
  if (year) return year;
  throw nothingChanged(
    said === undefined
      ? '終わった年度はまだありません。出納整理は、年度更新のあとに使えます。'
      : `${fiscalYearName(said)}は、この事業の終わった年度ではありません。`,
  );
}

/** Late reports end today at the earliest, and with the year after theirs at the latest. */
function refuseOutside(wanted: Day, { fiscalYear }: ClosedYear, today: Day): void {
  if (wanted < today)
    throw nothingChanged(`${fullDate(wanted)}は過ぎています。今日からの日付か「出納整理 終了」を送ってください。`);
  const last = `${fiscalYear + 2}-03-31`;
  if (wanted > last) throw nothingChanged(`${fullDate(last)}までの日付を指定してください。`);
}

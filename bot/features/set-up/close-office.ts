import { closuresCard } from '../../../cards/set-up/closures.ts';
import { ask, type InputOf } from '../../../programme/asks.ts';
import { isNationallyClosed } from '../../../programme/calendar.ts';
import { dayOf, fullDate } from '../../../programme/day.ts';
import { pageOf } from '../../../programme/page.ts';
import { outsideOf } from '../../../programme/period.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { municipalitiesIn } from '../../../storage/municipalities.ts';
import { defineCommand } from '../../command.ts';
import { type Drafted, settingCommand } from '../../setting-change.ts';
import type { TurnStart } from '../../turn.ts';
import { closureName, isIt, townMeant, whomName } from './closures.ts';
import { programmePut } from './programme.ts';

type Wanted = InputOf<'close-office'>;
const PAGE = 9;
/** 理由 must say something in the workbook. */
const NO_REASON = '閉庁日';

export const closeOffice = defineCommand({
  name: 'close-office',
  says: ['閉庁日', '閉庁日追加'],
  help: '土日・祝日のほかに閉まる日を、全体または1つの市町村に足します。その日はお願いを送りません。',
  example: '閉庁日 12/28',
  english: 'See the days on which offices are closed, and add one.',
  group: { title: '途中の変更', order: 10 },
  about: 'member',
  writes: ['day'],
  wished: [
    {
      like: /^(?<where>\S+?[市区町村])(?:役場|役所)?[はがのも、]\s*(?<day>\d{1,2}[/月]\d{1,2}日?)[はがにをも]\s*(?:臨時)?(?:閉庁|休庁|お?休み)[^、。\s]*/u,
      as: '閉庁日 $<day> $<where> ',
    },
    {
      like: /^(?<day>\d{1,2}[/月]\d{1,2}日?)[はにの、]\s*(?<where>\S+?[市区町村])(?:役場|役所)?[はが]\s*(?:臨時)?(?:閉庁|休庁|お?休み)[^、。\s]*/u,
      as: '閉庁日 $<day> $<where> ',
    },
  ],
  ...settingCommand<'close-office', Wanted, TurnStart>('close-office', draft),
});

async function draft({ day, municipality, reason = NO_REASON, page = 1 }: Wanted, turn: TurnStart): Promise<Drafted> {
  const { store, programme, now } = turn;
  const towns = await municipalitiesIn(store);
  if (day === undefined) return { card: listOf(page, turn, towns) };
  const town = townMeant(municipality, towns);
  const whom = town?.code ?? 'all';
  const isWrong = (sentence: string) => Refusal.because('bad-value', { sentence: `${sentence}何も変えていません。` });
  if (day < dayOf(now)) throw isWrong(`${fullDate(day)}は過ぎています。これからの日付を指定してください。`);
  if (isNationallyClosed(day)) throw isWrong(`${fullDate(day)}はもともと閉庁日です。`);
  const { impossible, unusual } = outsideOf(programme, day);
  if (impossible) throw isWrong(`${impossible.problem}。`);
  const { put } = await programmePut(store, (known) => {
    const isKnown = known.closures.some((each) => isIt(each, day, whom) || isIt(each, day, 'all'));
    if (isKnown) return known;
    const closures = [...known.closures, { day, whom, reason }];
    return { ...known, closures: closures.toSorted((a, b) => (a.day + a.whom < b.day + b.whom ? -1 : 1)) };
  });
  return {
    title: `閉庁日 ${closureName(day)}`,
    municipality: town,
    lines: put
      ? [{ what: `閉庁日 ${closureName(day)}（${whomName(whom, towns)}）`, before: '開庁', after: `閉庁（${reason}）` }]
      : [],
    notes: unusual ? [`${unusual.problem}。`] : [],
    puts: [put],
    next: [{ label: '閉庁日の一覧', ask: ask('close-office') }],
  };
}

function listOf(page: number, { programme, now }: TurnStart, towns: Awaited<ReturnType<typeof municipalitiesIn>>) {
  const ahead = programme.closures.filter(({ day }) => day >= dayOf(now));
  const { shown, at, pages } = pageOf(ahead, page, PAGE);
  const rows = shown.map((closure) => ({ closure, whom: whomName(closure.whom, towns) }));
  return closuresCard({ rows, page: at, pages });
}

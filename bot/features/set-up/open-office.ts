import { ask, type InputOf } from '../../../programme/asks.ts';
import { isNationallyClosed } from '../../../programme/calendar.ts';
import { fullDate } from '../../../programme/day.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { municipalitiesIn } from '../../../storage/municipalities.ts';
import { defineCommand } from '../../command.ts';
import { type Drafted, settingCommand } from '../../setting-change.ts';
import type { TurnStart } from '../../turn.ts';
import { closureName, isIt, townMeant, whomName } from './closures.ts';
import { programmePut } from './programme.ts';

export const openOffice = defineCommand({
  name: 'open-office',
  says: ['閉庁日取消', '閉庁日から外す'],
  help: '足した閉庁日を外します。',
  example: '閉庁日取消 12/28',
  english: 'Take a day off the list of days on which offices are closed.',
  group: { title: '途中の変更', order: 11 },
  about: 'member',
  writes: true,
  wished: [
    {
      like: /^閉庁日?(?:に(?:して|した|なって)(?:い)?た?|だった|から|の)?、?(?:(?<where>[^\s、。\d]+?[市区町村])(?:役場|役所)?の)?(?<day>\d{1,2}[/月]\d{1,2}日?)[はをがも、](?![^。\n]*ません)[^。\n]*?(?:外し|はずし|取り?消し|取りやめ|開庁に|開け|なくして)[^。\n]*[。]?$/u,
      as: '閉庁日取消 $<day> $<where>',
      first: true,
    },
    {
      like: /^(?:(?<where>[^\s、。\d]+?[市区町村])(?:役場|役所)?の)?(?<day>\d{1,2}[/月]\d{1,2}日?)(?:の|を|は)?閉庁(?:日)?(?:から|を|は)(?:外し|はずし|取り?消し|取りやめ|やめ|なくし)[^。\n]*[。]?$/u,
      as: '閉庁日取消 $<day> $<where>',
      first: true,
    },
  ],
  ...settingCommand<'open-office', InputOf<'open-office'>, TurnStart>('open-office', draft),
});

async function draft({ day, municipality }: InputOf<'open-office'>, { store }: TurnStart): Promise<Drafted> {
  const towns = await municipalitiesIn(store);
  const town = townMeant(municipality, towns);
  const whom = town?.code ?? 'all';
  const { before, put } = await programmePut(store, (known) => {
    const closures = known.closures.filter((each) => !isIt(each, day, whom));
    return closures.length === known.closures.length ? known : { ...known, closures };
  });
  const gone = before.closures.find((each) => isIt(each, day, whom));
  if (!gone && isNationallyClosed(day))
    throw Refusal.because('bad-value', {
      sentence: `${fullDate(day)}は土日・祝日・年末年始のため、開庁日にはできません。何も変えていません。`,
    });
  return {
    title: `閉庁日取消 ${closureName(day)}`,
    municipality: town,
    lines: gone
      ? [
          {
            what: `閉庁日 ${closureName(day)}（${whomName(whom, towns)}）`,
            before: `閉庁（${gone.reason}）`,
            after: '開庁',
          },
        ]
      : [],
    puts: [put],
    next: [{ label: '閉庁日の一覧', ask: ask('close-office') }],
  };
}

import { slotsCard, slotText } from '../../../cards/set-up/slots.ts';
import { ask, type InputOf } from '../../../programme/asks.ts';
import { dayOf, timeOf, weekdayOf } from '../../../programme/day.ts';
import type { Programme } from '../../../programme/programme.ts';
import { slotNames } from '../../../programme/set-up/inputs.ts';
import { defineCommand } from '../../command.ts';
import { type Drafted, settingCommand } from '../../setting-change.ts';
import type { TurnStart } from '../../turn.ts';
import { programmePut } from './programme.ts';

type Wanted = InputOf<'change-slots'>;

export const changeSlots = defineCommand({
  name: 'change-slots',
  says: ['締め', '締め切り'],
  help: '週次報告・催促・ダイジェストの曜日と時刻を確かめて変えます。',
  example: '締め 催促 木 10:00',
  english: 'See and change when the programme asks, nudges and sends the digest.',
  group: { title: '途中の変更', order: 12 },
  about: 'member',
  writes: ['day', 'time'],
  wished: [
    {
      like: /^(?<what>[^、。\n]{0,16}?)[、はを]\s*(?:[月火水木金]曜?日?(?:じゃ|では)なくて?、?)?(?<day>[月火水木金])曜?日?の?\s*(?<time>\d{1,2}(?::\d{2}|時半?))(?:に|で)[^。\n]{0,16}?締め(?:切り)?を(?:変え|変更|直)[^。\n]*[。]?$/u,
      as: '締め $<day> $<time> $<what>',
    },
    { like: /^締め(?:切り)?の?(?:時刻|時間|曜日|日時)を?(?:変え|変更|直)[^、。\n？?]*[。]?$/u, as: '締め' },
    {
      like: /^(?<slot>週次報告|催促|ダイジェスト)[をは](?:毎週)?(?<day>[月火水木金土日])曜?日?の?\s*(?<time>\d{1,2}(?::\d{2}|時半?))?に(?:[し変す送]|お願い)[^、。\s]*/u,
      as: '締め $<slot> $<day> $<time> ',
    },
  ],
  ...settingCommand<'change-slots', Wanted, TurnStart>('change-slots', draft),
});

async function draft({ slot, day, time }: Wanted, { store, programme, now }: TurnStart): Promise<Drafted> {
  if (slot === undefined || (day === undefined && time === undefined)) {
    const isPart = slot === undefined && (day !== undefined || time !== undefined);
    return { card: slotsCard(programme, slot, isPart ? 'どの時刻を変えるか選んでください。' : undefined) };
  }
  const { before, after, put } = await programmePut(store, (known) => ({
    ...known,
    [slot]: { weekday: day ?? known[slot].weekday, time: time ?? known[slot].time },
  }));
  return {
    title: `締め ${slotNames[slot]}`,
    lines: put ? [{ what: slotNames[slot], before: slotText(before[slot]), after: slotText(after[slot]) }] : [],
    notes: [...notesOf(after), ...againNotes(before, after, now)],
    puts: [put],
    next: [{ label: '締めを見る', ask: ask('change-slots') }],
  };
}

/** To be compared: a week begins on Monday. */
const slotOf = ({ weekday, time }: Programme['checkIn']): string => `${weekday || 7} ${time}`;

/** Who is reminded before having been asked wonders. */
function notesOf({ checkIn, nudge }: Programme): readonly string[] {
  return slotOf(nudge) <= slotOf(checkIn) ? ['催促が、週次報告のお願いより前になります。'] : [];
}

/** The digest of a week is sent at its moment, whatever was sent before. */
function againNotes(before: Programme, after: Programme, now: Date): readonly string[] {
  const moment = `${weekdayOf(dayOf(now)) || 7} ${timeOf(now)}`;
  const isTwice = slotOf(before.digest) <= moment && moment < slotOf(after.digest);
  return isTwice ? ['今週のダイジェストはもう届いているため、新しい曜日と時刻にもう一度届きます。'] : [];
}

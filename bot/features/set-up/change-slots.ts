import { slotsCard, slotText } from '../../../cards/set-up/slots.ts';
import { ask, type InputOf } from '../../../programme/asks.ts';
import type { Programme } from '../../../programme/programme.ts';
import { slotNames } from '../../../programme/set-up/inputs.ts';
import { defineCommand, type Turn } from '../../command.ts';
import { type Drafted, settingCommand } from '../../setting-change.ts';
import { programmePut } from './programme.ts';

type Wanted = InputOf<'change-slots'>;

export const changeSlots = defineCommand({
  name: 'change-slots',
  says: ['締め', '締め切り'],
  help: '週次報告・催促・ダイジェストの曜日と時刻を確かめて変えます。',
  example: '締め 催促 木 10:00',
  english: 'See and change when the programme asks, nudges and sends the digest.',
  group: { title: '途中の変更', order: 12 },
  needs: 'steer',
  about: 'member',
  usualFor: {},
  writes: ['day', 'time'],
  typed: 'inputs',
  ...settingCommand<'change-slots', Wanted, Turn>('change-slots', draft),
});

async function draft({ slot, day, time }: Wanted, { store, programme }: Turn): Promise<Drafted> {
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
    notes: notesOf(after),
    puts: [put],
    next: [{ label: '締めを見る', ask: ask('change-slots') }],
  };
}

/** Who is reminded before having been asked wonders. */
function notesOf({ checkIn, nudge }: Programme): readonly string[] {
  const at = ({ weekday, time }: Programme['checkIn']) => `${weekday} ${time}`;
  return at(nudge) <= at(checkIn) ? ['催促が、週次報告のお願いより前になります。'] : [];
}

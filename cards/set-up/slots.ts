import { ask } from '../../programme/asks.ts';
import { weekdayCalled } from '../../programme/day.ts';
import { timeChoices, weekdayChoices } from '../../programme/own-times/inputs.ts';
import type { Programme, WeeklySlot } from '../../programme/programme.ts';
import { type SlotName, slotChoices, slotNames } from '../../programme/set-up/inputs.ts';
import { type Card, card, facts, notice, text } from '../card.ts';

/** 毎週月曜日 09:00 */
export const slotText = ({ weekday, time }: WeeklySlot): string => `毎週${weekdayCalled(weekday)}曜日 ${time}`;

/** When the programme asks, nudges and tells, and the form to change one of them. */
export function slotsCard(programme: Pick<Programme, SlotName>, slot: SlotName | undefined, error?: string): Card {
  const names = Object.keys(slotNames) as SlotName[];
  return card(
    '締め',
    `締め: ${names.map((name) => `${slotNames[name]} ${slotText(programme[name])}`).join('、')}`,
    facts(...names.map((name) => [slotNames[name], slotText(programme[name])] as const)),
    text('「設定」で曜日や時刻を選んでいる方には、その方の曜日と時刻に届きます。', 'quiet'),
    error ? notice('attention', error) : [],
    {
      kind: 'form',
      parts: [
        {
          intro: [text('変更する', 'heading')],
          fields: [
            { type: 'choice', name: 'slot', label: 'どの時刻', required: true, value: slot, choices: slotChoices },
            { type: 'choice', name: 'day', label: '曜日', required: true, choices: weekdayChoices },
            { type: 'choice', name: 'time', label: '時刻', required: true, choices: timeChoices },
          ],
        },
      ],
      submit: '確かめる',
      ask: ask('change-slots'),
    },
  );
}

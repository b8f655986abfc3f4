import { ask } from '../../programme/asks.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { type Week, weekName } from '../../programme/week.ts';
import { buttons, type Card, card, text } from '../card.ts';

/** What was missed during a leave and can still be reported. */
export function catchUpCard(municipality: Municipality, weeks: readonly Week[]): Card {
  return card(
    'お帰りなさい',
    `${municipality.name} 休みの間の報告が${weeks.length}週分あります。`,
    text(`${municipality.name}では、次の週の報告がまだ終わっていません。`),
    buttons(
      ...weeks.map((week, at) => ({
        label: `${weekName(week)}を報告する`,
        ask: ask('check-in', { municipality: municipality.code, week }),
        ...(at === 0 ? { look: 'primary' as const } : {}),
      })),
    ),
  );
}

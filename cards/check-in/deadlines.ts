import { ask } from '../../programme/asks.ts';
import type { Item } from '../../programme/catalogue.ts';
import { fullDate } from '../../programme/day.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { type ItemRecord, itemStandingName } from '../../programme/progress/item-record.ts';
import { type Card, card, list, text } from '../card.ts';

/** Items whose deadline is near and that are not settled yet. */
export function deadlinesCard(municipality: Municipality, items: readonly (readonly [Item, ItemRecord])[]): Card {
  return card(
    '期限が近い項目',
    `${municipality.name} 期限が近い項目が${items.length}件あります。`,
    text(municipality.name, 'quiet'),
    text('進んでいれば段階を報告してください。期限を変えたいときは事務局へご相談ください。'),
    list(
      items.map(([item, record]) => ({
        title: `${item.id} ${item.short}`,
        detail: `期限 ${record.due ? fullDate(record.due) : ''}\n今: ${itemStandingName(record)}`,
        tone: 'attention' as const,
        ask: ask('report-item', { item: item.id, municipality: municipality.code }),
      })),
    ),
  );
}

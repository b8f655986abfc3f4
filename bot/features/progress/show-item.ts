import type { Card } from '../../../cards/card.ts';
import { type ItemView, itemCard } from '../../../cards/progress/item.ts';
import { shownDay, yearOver } from '../../../programme/asked-year.ts';
import { findItem } from '../../../programme/catalogue.ts';
import { may } from '../../../programme/may.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { itemAt } from '../../../storage/progress.ts';
import { defineCommand } from '../../command.ts';
import type { MunicipalStart } from '../../turn.ts';

/** The item's card; undefined when there is no such item. @param late a year that is over is reported on all the same */
export async function itemView(
  id: string,
  turn: MunicipalStart,
  { again, late = false }: { readonly again?: ItemView['again']; readonly late?: boolean } = {},
): Promise<Card | undefined> {
  const { who, municipality, room, programme, store, now } = turn;
  const item = findItem(id);
  if (!item) return undefined;
  const at = itemAt(municipality.code, programme.fiscalYear, id);
  const record = (await store.items.get(at.partition, at.id))?.value;
  const closed = yearOver(programme);
  const mayReport = (closed === undefined || late) && may(who, 'report', municipality.code, room.audience);
  return itemCard({
    municipality,
    item,
    record,
    fiscalYear: programme.fiscalYear,
    closed,
    today: shownDay(programme, now),
    mayReport,
    ...(again ? { again } : {}),
  });
}

export const showItem = defineCommand({
  name: 'show-item',
  says: ['項目'],
  help: '1つの項目の段階・期限・根拠を表示し、報告します。',
  example: '項目 S1-3',
  ownExample: { of: ({ of, item }) => item && `${of}${item.id}` },
  english: 'Show the stage, deadline and evidence of an item, and report on it.',
  group: { title: '確かめる', order: 2 },
  needs: 'view',
  about: 'municipality',
  usualFor: {},
  writes: false,
  spoken: {
    words: ['項目'],
    wins: 40,
    alone: ['item'],
    of: { item: 'show-item', kpi: 'show-history' },
    looks: true,
    instead: '項目を見る',
    besideReport: true,
    passing: true,
  },

  async run({ item }, turn) {
    const card = await itemView(item, turn);
    if (!card) throw Refusal.because('unknown-item', { said: item });
    return { card };
  },
});

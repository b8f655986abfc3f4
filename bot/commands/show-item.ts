import { itemCard } from '../../cards/item.ts';
import { findItem } from '../../programme/catalogue.ts';
import { dayOf } from '../../programme/day.ts';
import { may } from '../../programme/member.ts';
import { Refusal } from '../../programme/refusal.ts';
import { itemAt } from '../../storage/records.ts';
import { defineCommand } from '../command.ts';

export const showItem = defineCommand('show-item', {
  says: ['項目'],
  help: '1つの項目の段階・期限・根拠を表示し、報告します。',
  example: '項目 S1-3',
  needs: 'view',
  about: 'municipality',

  async run({ item: id }, { who, municipality, room, programme, store, now }) {
    const item = findItem(id);
    if (!item) throw Refusal.because('unknown-item', { said: id });
    const at = itemAt(municipality.code, id);
    const record = (await store.items.get(at.partition, at.id))?.value;
    const mayReport = may(who, 'report', municipality.code, room.audience);
    return {
      card: itemCard({ municipality, item, record, fiscalYear: programme.fiscalYear, today: dayOf(now), mayReport }),
    };
  },
});

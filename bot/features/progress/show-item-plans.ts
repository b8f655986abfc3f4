import { itemPlansCard } from '../../../cards/progress/item-plans.ts';
import { catalogue } from '../../../programme/catalogue.ts';
import { pageOf } from '../../../programme/page.ts';
import { items } from '../../../programme/progress/item-record.ts';
import type { SettingPart } from '../../../programme/setting-change.ts';
import { itemAt, progressIn } from '../../../storage/progress.ts';
import { defineCommand } from '../../command.ts';
import { settingChangesIn } from '../../setting-change.ts';

const PAGE = 9;

export const showItemPlans = defineCommand({
  name: 'show-item-plans',
  says: ['取組', '取組一覧'],
  help: '市町村の項目ごとの実施年度と期限を確かめます。',
  example: '取組',
  english: 'Show the year and deadline of each item of a municipality.',
  group: { title: '途中の変更', order: 6 },
  needs: 'steer',
  about: 'municipality',
  usualFor: {},
  writes: false,
  typed: 'inputs',

  async run({ page = 1 }, { municipality, programme, store }) {
    const [records, changes] = await Promise.all([
      progressIn(store, municipality.code, programme),
      settingChangesIn(store),
    ]);
    const { shown, at, pages } = pageOf(catalogue.items, page, PAGE);
    const rows = shown.map((item) => ({
      item,
      record: records.items.get(item.id),
      last: changes.findLast(({ parts, undone }) => {
        const at = itemAt(municipality.code, programme.fiscalYear, item.id);
        const isIts = ({ kind, partition, id }: SettingPart) =>
          kind === items.name && partition === at.partition && id === at.id;
        return !undone && parts.some(isIts);
      }),
    }));
    return { card: itemPlansCard({ municipality, fiscalYear: programme.fiscalYear, rows, page: at, pages }) };
  },
});

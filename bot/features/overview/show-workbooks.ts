import { type WorkbookOffer, workbooksCard } from '../../../cards/overview/workbooks.ts';
import { ask } from '../../../programme/asks.ts';
import { may } from '../../../programme/may.ts';
import { defineCommand } from '../../command.ts';

const FORM = { form: 'excel' } as const;

export const showWorkbooks = defineCommand({
  name: 'show-workbooks',
  says: ['受け取れる表', '表の一覧'],
  help: 'Excelで受け取れる表を選びます。',
  example: '受け取れる表',
  english: 'Choose what to receive as an Excel workbook.',
  group: { title: '確かめる', order: 32 },
  needs: 'view',
  about: 'member',
  usualFor: {},
  writes: false,
  typed: 'inputs',
  wished: [
    {
      like: /^(?:この)?(?:Excel|エクセル)(?:の?(?:表|ファイル))?(?:で|を|が)?(?:受け取(?:る|りたい)|もら(?:う|いたい)|出して|見たい|送って|欲しい|ほしい)?(?:ください|お願いします)?[。]?$/iu,
      as: '受け取れる表',
      first: true,
    },
  ],

  async run(_input, { who, room }) {
    const can = (needs: Parameters<typeof may>[1]) => may(who, needs, undefined, room.audience);
    const ofTowns: readonly WorkbookOffer[] = [
      { title: '状況', typed: '状況 Excel', ask: ask('show-status', FORM) },
      { title: 'KPI', typed: 'KPI Excel', ask: ask('show-kpis', FORM) },
    ];
    const ofAll: readonly WorkbookOffer[] = [
      { title: '全体の状況', typed: '全体 Excel', ask: ask('show-overview', FORM) },
      { title: '全市町村のKPI', typed: '全市町村のKPI Excel', ask: ask('show-kpi-everywhere', FORM) },
      { title: '先月からの変化', typed: '変化 Excel', ask: ask('compare-days', FORM) },
    ];
    return {
      card: workbooksCard(
        [...(can('digest') ? ofAll : []), ...ofTowns],
        [
          { label: '項目やKPIの履歴を選ぶ', ask: ask('show-history', FORM) },
          { label: '工程表 Excel', ask: ask('roadmap-file') },
          { label: '財源活用シート', ask: ask('funding-file') },
        ],
        !can('report'),
      ),
    };
  },
});

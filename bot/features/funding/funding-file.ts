import { workbookCard } from '../../../cards/workbook-file.ts';
import { ask } from '../../../programme/asks.ts';
import { dayOf, fullDate } from '../../../programme/day.ts';
import { defineCommand } from '../../command.ts';
import { fundingSheetOf } from './funding-document.ts';
import { fundingView } from './funding-view.ts';

export const fundingFile = defineCommand({
  name: 'funding-file',
  says: ['財源活用シート', '財源Excel', '財源エクセル'],
  help: '取組ごとの財源の候補・状態・県との協議を、財源活用シート（Excel）で受け取ります。',
  example: '財源活用シート',
  english: 'Get the fundings of the initiatives as an Excel file.',
  group: { title: '工程表と財源', order: 25 },
  needs: 'view',
  about: 'municipality',
  usualFor: {},
  writes: false,
  typed: 'inputs',
  wished: [
    {
      like: /^(?:(?<where>\S+?[市区町村])の)?財源[\s　]*(?:の|を|は)?[\s　]*(?:excel|xlsx|エクセル|シート|ファイル)(?:で|を|に|の)?(?:ください|下さい|出して|欲しい|ほしい|お願いします)?/iu,
      as: '財源活用シート $<where> ',
      first: true,
    },
  ],
  spoken: { words: ['財源活用シート', '財源Excel', '財源のExcel', '財源をExcel', '財源エクセル'], wins: 650 },

  async run(_input, turn) {
    const { municipality, now } = turn;
    await fundingView(turn);
    const title = `財源活用シート ${municipality.name}`;
    const content = await fundingSheetOf(municipality, turn);
    const file = { title, asOf: `${fullDate(dayOf(now))}現在`, made: now };
    return { card: workbookCard(file, content, ask('funding-file', { municipality: municipality.code })) };
  },
});

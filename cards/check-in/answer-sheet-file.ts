import { ask } from '../../programme/asks.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { type Week, weekName } from '../../programme/week.ts';
import { buttons, type Card, card, notice, text } from '../card.ts';

type AnswerSheetFile = { readonly municipality: Municipality; readonly week: Week; readonly content: Uint8Array };

/** 週次回答表 as an Excel file, to be sent by mail to an office that opens no chat. */
export function answerSheetFile({ municipality: { code, name }, week, content }: AnswerSheetFile): Card {
  return card(
    '週次回答表',
    `${name}の週次回答表（${weekName(week)}）をExcelでお渡しします。`,
    text(`${name}　${weekName(week)}の週次回答表`, 'strong'),
    notice(
      'plain',
      'チャットを開かない方には、メールで送ってください。書き込んで戻ってきたら、このチャットに送ると、前と後を見てから記録できます。',
    ),
    {
      ...{ kind: 'file', name: `週次回答表 ${name} ${week}.xlsx`, content },
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      again: ask('answer-sheet', { municipality: code, week }),
    },
    buttons({ label: '状況を見る', ask: ask('show-status', { municipality: code }) }),
  );
}

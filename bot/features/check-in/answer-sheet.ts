import { answerSheetFile } from '../../../cards/check-in/answer-sheet-file.ts';
import { currentWeek } from '../../../programme/asked-year.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { addWeeks, weekOf } from '../../../programme/week.ts';
import { defineCommand } from '../../command.ts';
import { answerSheetOf } from './answer-sheet-document.ts';

export const answerSheet = defineCommand({
  name: 'answer-sheet',
  says: ['週次回答表', '回答表'],
  help: 'チャットを開かない市町村にメールで送る、週次報告のExcelを受け取ります。書き込んで戻ってきたら、ここに送ってください。',
  example: '週次回答表',
  ownExample: { of: ({ of }) => `${of}週次回答表` },
  english: 'Get the weekly report as an Excel sheet, for an office that opens no chat.',
  group: { title: '報告する', order: 9 },
  needs: 'report',
  about: 'municipality',
  usualFor: {},
  writes: false,
  typed: 'inputs',
  spoken: { words: ['週次回答表', '週次の回答表', '回答表'], wins: 631 },

  /** A sheet for the week that comes may be sent ahead; none beyond it. */
  async prepare({ week: asked }, { programme, now, municipality }) {
    if (!municipality.supported) throw Refusal.because('not-supported', { what: municipality.name });
    const week = asked ?? currentWeek(programme, now);
    if (week > addWeeks(weekOf(now), 1)) throw Refusal.because('week-ahead', { week });
    return { found: week };
  },

  async run(_input, turn, week) {
    const { municipality } = turn;
    const content = await answerSheetOf(municipality, week, turn);
    return { card: answerSheetFile({ municipality, week, content }) };
  },
});

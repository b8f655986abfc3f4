import { ask } from '../../programme/asks.ts';
import { type Day, fiscalYearName } from '../../programme/day.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { buttons, type Card, card, notice, text } from '../card.ts';

type RoadmapFile = {
  readonly municipality: Municipality;
  readonly year: number;
  readonly count: number;
  readonly day: Day;
  readonly content: Uint8Array;
  readonly mayWrite: boolean;
};

/** 工程表 as an Excel file, to be printed, or filled in and sent back. */
export function roadmapFileCard({ municipality, year, count, day, content, mayWrite }: RoadmapFile): Card {
  const { name, code } = municipality;
  return card(
    '工程表 Excel',
    `${name}の工程表（${fiscalYearName(year)}から）をExcelでお渡しします。`,
    text(`${name}　${fiscalYearName(year)}からの工程表　取組${count}件`, 'strong'),
    notice(
      'quiet',
      `A3横で印刷できます。${mayWrite ? '書き直して1対1のチャットに送り返すと、前と後を見てから確定できます。' : ''}`,
    ),
    {
      ...{ kind: 'file', name: `工程表 ${name} ${day}.xlsx`, content },
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      again: ask('roadmap-file', { municipality: code }),
    },
    buttons({ label: '工程表', ask: ask('show-initiatives', { municipality: code }) }),
  );
}

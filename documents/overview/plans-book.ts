import { type Day, fiscalYearName, fullDate } from '../../programme/day.ts';
import type { TownPlans } from '../../programme/overview/plans-everywhere.ts';
import { inAreas } from '../../programme/overview/town-standing.ts';
import type { TableBook } from '../table-book.ts';
import type { TableCell } from '../table-sheet.ts';

type Made = { readonly today: Day; readonly now: Date };

/** 工程表 and 簡易計画 of every municipality, by 圏域 and 団体コード. */
export function plansBook(towns: readonly TownPlans[], { today, now }: Made): TableBook {
  return {
    title: '工程表と簡易計画 全市町村',
    tables: [
      {
        name: '工程表と簡易計画',
        headings: [
          ...['団体コード', '市町村', '圏域', '工程表の初年度', '取組（件）', '庁内決定（件）', '最後の庁内決定日'],
          ...['簡易計画の版', '簡易計画の段階', '簡易計画の庁内決定日', '会議名'],
        ],
        rows: inAreas(towns)
          .flatMap(([, all]) => all)
          .map(rowOf),
      },
    ],
    made: now,
    asOf: `${fullDate(today)}現在`,
    definitions: [
      '「取組」は、工程表にある取組の数です。外した取組は数えません。',
      '「庁内決定（件）」は、庁内決定日のある取組の数です。',
      '「簡易計画の段階」は、K1-01 の段階と同じ数え方です。空欄は、まだ作られていないことを表します。',
      '「簡易計画の庁内決定日」は、最後に決定した版のものです。',
      '市町村は圏域ごとに団体コードの順です。順位ではありません。',
    ],
  };
}

function rowOf({ municipality: { code, name, area }, roadmap, plan }: TownPlans): TableCell[] {
  const { year, initiatives, decided, decidedOn } = roadmap;
  const decision = plan?.decided;
  return [
    ...[code, name, area, initiatives === 0 ? '' : fiscalYearName(year), initiatives, decided],
    decidedOn === undefined ? '' : { day: decidedOn },
    ...[plan?.edition ?? '', plan?.grade ?? ''],
    decision ? { day: decision.on } : '',
    decision?.at ?? '',
  ];
}

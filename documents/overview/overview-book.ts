import { type Day, daysBetween, fiscalYearName, fullDate } from '../../programme/day.ts';
import { inAreas, type TownStanding } from '../../programme/overview/town-standing.ts';
import { achievedWord } from '../progress/status-book.ts';
import type { TableBook } from '../table-book.ts';
import type { SheetTable, TableCell } from '../table-sheet.ts';

export type OverviewSheet = {
  readonly title: string;
  readonly fiscalYear: number;
  readonly today: Day;
  readonly now: Date;
  readonly towns: readonly TownStanding[];
};

const TOWN = ['団体コード', '市町村', '圏域'];

/** 全体: the steps of every municipality, and every item that is late. By 圏域 and 団体コード. */
export function overviewBook({ title, fiscalYear, today, now, towns }: OverviewSheet): TableBook {
  const all = inAreas(towns).flatMap(([, each]) => each);
  return {
    title,
    tables: [stepTable(all, fiscalYear), lateTable(all, today)],
    made: now,
    asOf: `${fullDate(today)}現在（${fiscalYearName(fiscalYear)}）`,
    definitions: [
      `「実施する項目」は、${fiscalYearName(fiscalYear)}に実施する項目です。`,
      '「決定・完了」は、段階が80%以上の項目です。',
      '「達成」は、実施する項目が全て80%以上で根拠があり、そのKPIが目標に届いていることです（項目のないステップは空欄）。',
      '「未報告」は、まだ報告のない項目です。0とは別に数えています。',
      '「期限を過ぎた項目」は、期限の日が過ぎていて、段階が80%に届いていない項目です。期限の当日は含みません。',
      '市町村は圏域ごとに団体コードの順です。順位ではありません。',
    ],
  };
}

function stepTable(all: readonly TownStanding[], fiscalYear: number): SheetTable {
  const steps = all[0]?.steps.map(({ step }) => step) ?? [];
  return {
    name: '全体',
    headings: [
      ...TOWN,
      ...steps.flatMap(({ order }) => [
        `ステップ${order} 達成`,
        `ステップ${order} 決定・完了（項目）`,
        `ステップ${order} 実施する項目（${fiscalYearName(fiscalYear)}）`,
        `ステップ${order} 未報告（項目）`,
      ]),
      '期限を過ぎた項目（件）',
      '期限を過ぎた項目',
    ],
    rows: all.map((each) => [
      ...townCells(each),
      ...each.steps.flatMap((standing): TableCell[] => [
        achievedWord(standing),
        standing.settled,
        standing.items,
        standing.notReported,
      ]),
      each.overdue.length,
      each.overdue.map(({ item }) => item.id).join('、'),
    ]),
  };
}

function lateTable(all: readonly TownStanding[], today: Day): SheetTable {
  return {
    name: '期限を過ぎた項目',
    headings: [...TOWN, '項目', '項目名', '期限', '過ぎた日数（日）'],
    rows: all.flatMap((each) =>
      each.overdue.map(({ item, day }): TableCell[] => [
        ...townCells(each),
        item.id,
        item.short,
        { day },
        daysBetween(day, today),
      ]),
    ),
  };
}

const townCells = ({ municipality: { code, name, area } }: Pick<TownStanding, 'municipality'>): TableCell[] => [
  code,
  name,
  area,
];

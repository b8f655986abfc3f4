import type { Item } from '../../programme/catalogue.ts';
import { type Day, dayOf, fiscalYearName, fullDate } from '../../programme/day.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { itemYearName } from '../../programme/programme.ts';
import { currentVersion, itemStandingName, itemState } from '../../programme/progress/item-record.ts';
import { isOverdue, type Progress, type StepStanding, stepStanding } from '../../programme/progress/step-standing.ts';
import { stateNames } from '../../programme/provenance.ts';
import type { TableBook } from '../table-book.ts';
import type { SheetTable, TableCell } from '../table-sheet.ts';

export type StatusSheet = {
  readonly municipality: Municipality;
  readonly records: Progress;
  readonly fiscalYear: number;
  readonly today: Day;
  readonly now: Date;
  /** The one step that was asked for, by its id. */
  readonly step?: string | undefined;
};

/** 状況 of a municipality: its steps, and every item of them. */
export function statusBook({ municipality, records, fiscalYear, today, now, step }: StatusSheet): TableBook {
  const steps = records.catalogue.steps.filter(({ id }) => step === undefined || id === step);
  const standings = steps.map((each) => stepStanding(each, records));
  const items = records.catalogue.items.filter((item) => steps.some(({ id }) => id === item.step));
  const [only] = step === undefined ? [] : steps;
  return {
    title: `${municipality.name}の${only ? `ステップ${only.order}` : '状況'}`,
    tables: [stepTable(standings, fiscalYear), itemTable(items, { records, fiscalYear, today })],
    made: now,
    asOf: `${fullDate(today)}現在（${fiscalYearName(fiscalYear)}）`,
    definitions: [
      `「実施する項目」は、${fiscalYearName(fiscalYear)}に実施する項目です。`,
      '「決定・完了」は、段階が80%以上の項目です。',
      '「達成」は、実施する項目が全て80%以上で根拠があり、そのKPIが目標に届いていることです（項目のないステップは空欄）。',
      '状態は、報告済・未報告・未実施（確認済）・対象外・未確認の5つで、互いに足しません。空欄は0ではありません。',
      '「期限を過ぎている」は、期限の日が過ぎていて、段階が80%に届いていない項目です。期限の当日は含みません。',
    ],
  };
}

const stepTable = (standings: readonly StepStanding[], fiscalYear: number): SheetTable => ({
  name: 'ステップ',
  headings: [
    ...['ステップ', '名前', '達成', '決定・完了（項目）'],
    ...[`実施する項目（${fiscalYearName(fiscalYear)}）`, '未報告（項目）', '翌年度以降（項目）'],
  ],
  rows: standings.map((standing) => [
    ...[`ステップ${standing.step.order}`, standing.step.name, achievedWord(standing)],
    ...[standing.settled, standing.items, standing.notReported, standing.later],
  ]),
});

/** In a cell: whether a step is achieved, this year or in one that is closed; of one without items nothing is said. */
export function achievedWord({ achieved, earlier, items }: StepStanding): string {
  if (achieved) return '達成';
  if (earlier) return `${earlier.achieved ? '達成' : '完了'}（${fiscalYearName(earlier.fiscalYear)}）`;
  return items === 0 ? '' : '未達成';
}

type Of = Pick<StatusSheet, 'records' | 'fiscalYear' | 'today'>;

const itemTable = (items: readonly Item[], of: Of): SheetTable => ({
  name: '項目',
  headings: [...['項目', '項目名', '状態', '段階', '実施年度', '期限', '期限を過ぎている', '報告日', '根拠']],
  rows: items.map((item) => itemCells(item, of)),
});

function itemCells(item: Item, { records, fiscalYear, today }: Of): readonly TableCell[] {
  const record = records.items.get(item.id);
  const version = currentVersion(record);
  return [
    ...[item.id, item.name, stateNames[itemState(record)], itemStandingName(record)],
    record && itemYearName(record.year, fiscalYear),
    record?.due && { day: record.due },
    isOverdue(record, today) ? '過ぎている' : undefined,
    version && { day: dayOf(new Date(version.at)) },
    version?.evidence,
  ];
}

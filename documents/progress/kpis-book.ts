import type { Kpi } from '../../programme/catalogue.ts';
import { type Day, dayOf, fiscalYearName, fullDate } from '../../programme/day.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { type KpiRecord, kpiState, lastSaid } from '../../programme/progress/kpi-record.ts';
import { plannedValue, signalNames, signalOf } from '../../programme/progress/plan-line.ts';
import { stateNames } from '../../programme/provenance.ts';
import type { Week } from '../../programme/week.ts';
import type { TableBook } from '../table-book.ts';
import type { TableCell } from '../table-sheet.ts';

export type KpisSheet = {
  readonly municipality: Municipality;
  readonly kpis: readonly (readonly [Kpi, KpiRecord])[];
  readonly week: Week;
  readonly start: Day;
  readonly fiscalYear: number;
  readonly today: Day;
  readonly now: Date;
};

/** KPI of a municipality: the last value of each beside its plan line and target. */
export function kpisBook(sheet: KpisSheet): TableBook {
  const { municipality, kpis, fiscalYear, today, now } = sheet;
  return {
    title: `${municipality.name}のKPI`,
    tables: [
      {
        name: 'KPI',
        headings: [
          ...['KPI', '指標名', '単位', '今週の状態', '値', '分子', '分母', '値の週', '報告日'],
          ...['計画線', '計画との差', '基準値', '目標', '目標の期限', '週次'],
        ],
        rows: kpis.map((each) => kpiCells(each, sheet)),
      },
    ],
    made: now,
    asOf: `${fullDate(today)}現在（${fiscalYearName(fiscalYear)}）`,
    definitions: [
      '「値」は、最後に報告された値です。どの週の値かは「値の週」にあります。',
      '状態は、報告済・未報告・未実施（確認済）・対象外・未確認の5つで、互いに足しません。空欄は0ではありません。',
      '計画線は、基準値から目標値まで、事業の開始日から期限までを直線で結んだ値です。',
    ],
  };
}

function kpiCells([kpi, record]: KpisSheet['kpis'][number], { week, start, today }: KpisSheet): readonly TableCell[] {
  const said = lastSaid(record, week);
  const hasLine = kpi.type !== 'boolean' && kpi.type !== 'stage';
  const planned = hasLine ? plannedValue(record, start, today) : undefined;
  const signal = signalOf(kpi, record, said?.value, start, today);
  return [
    ...[kpi.id, kpi.name, kpi.type === 'boolean' ? '1は有、0は無' : kpi.unit],
    ...[stateNames[kpiState(record, week)], said?.value, said?.numerator, said?.denominator],
    said && { day: said.week },
    said && { day: dayOf(new Date(said.at)) },
    planned === undefined ? undefined : Math.round(planned * 10) / 10,
    signal && signalNames[signal],
    ...[record.baseline, record.target],
    record.due && { day: record.due },
    record.weekly ? '○' : undefined,
  ];
}

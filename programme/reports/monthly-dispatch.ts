import { dayOf } from '../day.ts';
import { hoursText, rateText, unconfirmedText } from '../support/figure-texts.ts';
import { type SupportOverview, type SupportRow, supportOverview } from '../support/support-overview.ts';
import type { MonthRecords } from './monthly-records.ts';
import type { MonthlyPart } from './monthly-report.ts';

/** The support of the month, as 派遣状況 counts it. */
export const monthlySupport = ({ support, span, now, programme }: MonthRecords): SupportOverview =>
  supportOverview(support, span, { today: dayOf(now), closures: programme.closures });

const NOT_SERVED = '対象外（派遣なし）';
const DASHES = ['―', '―', '―', '―'];

/** 派遣実績 */
export function dispatchPart(overview: SupportOverview): MonthlyPart {
  const { rows, without, total, consumption, recorded } = overview;
  const { visits, days, minutes, inPerson, unrecorded } = total;
  const figures =
    visits === 0
      ? [monthlyFact('回数', '訪問の記録はありません')]
      : [
          monthlyFact('回数', `${visits}回`),
          monthlyFact('日数', `${days}日`),
          monthlyFact('時間', hoursText(minutes)),
          monthlyFact('対面率', rateText(inPerson, visits)),
          monthlyFact('未確認', unconfirmedText(total)),
        ];
  return {
    field: 'dispatch',
    facts: [
      ...figures,
      ...(unrecorded > 0 ? [monthlyFact('未報告', `${unrecorded}回（終わった訪問で、記録がまだです）`)] : []),
      monthlyFact('記録のある団体', `${recorded}/${rows.length}団体`),
      monthlyFact('計画の消化', consumptionText(consumption)),
      ...(without.length > 0 ? [monthlyFact(NOT_SERVED, `${without.length}団体`)] : []),
    ],
    table: {
      head: ['市町村', '回数', '日数', '対面率', '累計／計画', '未確認・未報告'],
      rows: [
        ...rows.map((row) => ({ municipality: row.municipality.code, cells: cellsOf(row) })),
        ...without.map(({ code, name }) => ({ municipality: code, cells: [name, NOT_SERVED, ...DASHES] })),
      ].toSorted((a, b) => a.municipality.localeCompare(b.municipality)),
    },
  };
}

function cellsOf({ municipality, figures, daysSoFar, planned }: SupportRow): string[] {
  const { visits, days, inPerson, unrecorded } = figures;
  const none = unrecorded > 0 ? '未報告' : '記録なし';
  const open = [
    ...(visits > 0 && unconfirmedText(figures) !== 'なし' ? [`未確認 ${unconfirmedText(figures)}`] : []),
    ...(unrecorded > 0 ? [`未報告 ${unrecorded}回`] : []),
  ];
  return [
    municipality.name,
    visits > 0 ? `${visits}回` : none,
    visits > 0 ? `${days}日` : '―',
    rateText(inPerson, visits),
    `${daysSoFar}日／${planned === undefined ? '計画なし' : `${planned}日`}`,
    open.length > 0 ? open.join('\n') : 'なし',
  ];
}

/** Days from the beginning of the year, out of the plan. */
export function consumptionText({ days, planned, without }: SupportOverview['consumption']): string {
  if (planned === 0) return '計画日数がまだありません';
  const left = without > 0 ? `。計画日数のない${without}団体を除きます` : '';
  return `${rateText(days, planned, '日')}・年度の初めから${left}`;
}

/** A figure with what it is of. */
export const monthlyFact = (label: string, text: string): MonthlyPart['facts'][number] => ({ label, text });

import { findKpi } from '../catalogue.ts';
import { fiscalYearName } from '../day.ts';
import { defineKind } from '../kind.ts';
import { circleCell, exportSheet } from '../sheet.ts';
import { withoutReport, withUndone } from '../undo.ts';
import { weekName } from '../week.ts';
import { type CountingRule, countingRule } from './counting-rule.ts';
import { historySheet } from './history-sheet.ts';
import { entryOf, type KpiEntry, KpiRecord, lastReading } from './kpi-record.ts';
import { entryText } from './kpi-value.ts';
import { ofMunicipalityAndYear, yearlyId } from './record-year.ts';

const entryNames: Readonly<Record<KpiEntry['kind'], string>> = {
  value: '値',
  unchanged: '変更なし',
  confirmedNone: '未実施（確認済）',
};

function countingLines(record: KpiRecord, isIt: (rule: CountingRule) => boolean, ask: string) {
  const { kpi, countings = [] } = record;
  const after = countingRule({ countings: withoutReport(countings, ask) })?.text ?? '未定';
  return countings.filter(isIt).map(({ text }) => ({ what: `${kpi} の数え方`, before: text || '未定', after }));
}

export const kpis = defineKind({
  name: 'kpis',
  called: 'KPIの報告',
  container: 'state',
  schema: KpiRecord,
  ...ofMunicipalityAndYear,
  id: ({ fiscalYear, kpi }) => yearlyId('kpi', fiscalYear, kpi),
  exported: {
    as: 'sheets',
    sheets: [
      exportSheet<KpiRecord>('KPI', 'progress', {
        団体コード: ({ municipality }) => municipality,
        市町村名: ({ municipality }, { townName }) => townName(municipality),
        KPI_ID: ({ kpi }) => kpi,
        指標名: ({ kpi }) => findKpi(kpi)?.name,
        単位: ({ kpi }) => findKpi(kpi)?.unit,
        基準値: ({ baseline }) => baseline,
        目標値: ({ target }) => target,
        期限: ({ due }) => due,
        週次: ({ weekly }) => circleCell(weekly),
        最新値: (record) => lastReading(record)?.value,
        分子: (record) => lastReading(record)?.numerator,
        分母: (record) => lastReading(record)?.denominator,
        対象週: (record) => lastReading(record)?.week,
        報告数: ({ entries }) => entries.length,
        根拠: (record) => lastReading(record)?.evidence,
        数え方: (record) => countingRule(record)?.text,
        年度: ({ fiscalYear }) => fiscalYearName(fiscalYear),
      }),
      historySheet<KpiRecord>(({ municipality, fiscalYear, kpi, entries }) =>
        entries.map((entry) => ({
          ...entry,
          municipality,
          fiscalYear,
          id: kpi,
          name: findKpi(kpi)?.name,
          said: entryNames[entry.kind],
        })),
      ),
    ],
  },
  takenBack: {
    reports: ({ entries, countings = [] }) => [...entries, ...countings],
    lines: (record, isIt, ask) => {
      const kpi = findKpi(record.kpi);
      if (!kpi) return [];
      const rest = { ...record, entries: withoutReport(record.entries, ask) };
      const values = record.entries.filter(isIt).map((entry) => ({
        what: `${kpi.id} ${kpi.name}（${weekName(entry.week)}）`,
        before: entryText(kpi, entry),
        after: entryText(kpi, entryOf(rest, entry.week)),
      }));
      return [...values, ...countingLines(record, isIt, ask)];
    },
    withUndone: (record, ask, from) => {
      const { countings: before = [] } = record;
      const [entries, countings] = [withUndone(record.entries, ask, from), withUndone(before, ask, from)];
      if (entries === record.entries && countings === before) return record;
      return { ...record, entries, ...(record.countings ? { countings } : {}) };
    },
    standings: (record, isIt) => {
      const kpi = findKpi(record.kpi);
      if (!kpi) return [];
      return record.entries.filter(isIt).map(({ week }) => ({
        what: `${kpi.id} ${kpi.name}（${weekName(week)}）`,
        short: kpi.id,
        now: entryText(kpi, entryOf(record, week)),
        correct: { kpi: kpi.id, week, year: record.fiscalYear },
      }));
    },
  },
  audited: true,
  ofTheChat: [],
});

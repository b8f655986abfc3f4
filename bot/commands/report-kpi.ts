import { text } from '../../cards/card.ts';
import { kpiReportCard } from '../../cards/kpi-report.ts';
import { nothingNew, receiptCard } from '../../cards/receipt.ts';
import { ask } from '../../programme/asks.ts';
import { findKpi } from '../../programme/catalogue.ts';
import { lastSaid } from '../../programme/kpi-record.ts';
import { type Entered, isConfirmedNone, meetsTarget, readingOf } from '../../programme/kpi-value.ts';
import { Refusal } from '../../programme/refusal.ts';
import { weekName, weekOf } from '../../programme/week.ts';
import { kpiAt } from '../../storage/records.ts';
import { askParts, askWhetherNone } from '../ask-parts.ts';
import { defineCommand, type Trouble, type Turn } from '../command.ts';
import { confirmReport } from '../confirm-report.ts';
import { writeKpi } from '../write-report.ts';

export const reportKpi = defineCommand('report-kpi', {
  says: ['KPI報告', '実績'],
  help: 'KPIの値を報告します。割合は「124/200」のように分子と分母でも入力できます。',
  example: 'KPI報告 K0-03 124/200',
  needs: 'report',
  about: 'municipality',
  check: ({ kpi, ...entered }) => kpiTroubles(kpi, entered),

  async question({ kpi: id, week, note, numerator }, { municipality, store, now }) {
    const kpi = typeof id === 'string' ? findKpi(id) : undefined;
    if (!kpi) return undefined;
    const at = kpiAt(municipality.code, kpi.id);
    const record = (await store.kpis.get(at.partition, at.id))?.value;
    if (!record) throw Refusal.because('unknown-kpi', { said: kpi.id });
    const given = { ...(typeof week === 'string' ? { week } : {}), ...(typeof note === 'string' ? { note } : {}) };
    const entered = typeof numerator === 'number' ? { numerator: String(numerator) } : undefined;
    return kpiReportCard({ municipality, kpi, record, week: weekOf(now), given, entered });
  },

  async confirm(input, turn) {
    const { kpi, value, numerator, denominator, week = weekOf(turn.now), note, seen, sure, municipality } = input;
    if (sure) return undefined;
    const better = (await askParts('report-kpi', input, turn)) ?? askWhetherNone(input, turn);
    if (better) return better;
    const looked = [{ kpi, week, seen, entered: { value, numerator, denominator } }];
    const edit = ask('report-kpi', { kpi, municipality, note, week: input.week });
    return confirmReport(turn, looked, ask('report-kpi', { ...input, sure: 'yes' }), edit);
  },

  async run({ kpi, note, week: asked, seen, value, numerator, denominator }, turn) {
    const { municipality, from, now } = turn;
    const week = asked ?? weekOf(now);
    if (week > weekOf(now)) throw Refusal.because('week-ahead', { week });
    const line = await writeKpi(turn, {
      kpi,
      week,
      kind: 'value',
      entered: { value, numerator, denominator },
      note,
      seen,
    });
    const next = [{ label: 'KPIを見る', ask: ask('show-kpis', { municipality: municipality.code }) }];
    if (!line) return { card: nothingNew(municipality, `${kpi} は同じ値で報告済みです。`, next) };
    const met = await isMet(turn, municipality.code, kpi);
    return {
      card: receiptCard({
        municipality,
        title: `${weekName(week)}の実績を受け付けました`,
        lines: [line],
        report: from.ask,
        correct: { kpi, week },
        notes: met ? [text('目標に届いています。', 'strong')] : [],
        next,
      }),
    };
  },
});

async function isMet({ store }: Turn, municipality: string, id: string): Promise<boolean> {
  const at = kpiAt(municipality, id);
  const [kpi, record] = [findKpi(id), (await store.kpis.get(at.partition, at.id))?.value];
  const value = record && lastSaid(record)?.value;
  return (
    kpi !== undefined && record !== undefined && value !== undefined && meetsTarget(kpi, record, { value }) === true
  );
}

/** Which numbers a KPI still needs, or why those given cannot be right. */
export function kpiTroubles(id: string, entered: Entered): readonly Trouble<'value' | 'numerator' | 'denominator'>[] {
  const kpi = findKpi(id);
  const problem = kpi && !isConfirmedNone(kpi, entered) ? readingOf(kpi, entered) : undefined;
  if (!kpi || typeof problem !== 'string') return [];
  const parts = ['numerator', 'denominator'] as const;
  const given = parts.filter((part) => entered[part] !== undefined);
  const byParts =
    kpi.denominator !== undefined && (given.length > 0 || (kpi.type === 'percent' && entered.value === undefined));
  if (!byParts) return [{ input: 'value', problem }];
  return given.length === 2
    ? parts.map((input) => ({ input, problem }))
    : parts.filter((part) => entered[part] === undefined).map((input) => ({ input }));
}

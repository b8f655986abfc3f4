import { text } from '../../cards/card.ts';
import { nothingNew, type ReceiptLine, receiptCard } from '../../cards/receipt.ts';
import { ask } from '../../programme/asks.ts';
import { entryOf, type KpiRecord, lastSaid } from '../../programme/kpi-record.ts';
import { Refusal } from '../../programme/refusal.ts';
import { type Week, weekName, weekOf } from '../../programme/week.ts';
import { recordsIn } from '../../storage/records.ts';
import { defineCommand } from '../command.ts';
import { writeKpi } from '../write-report.ts';

export const carryOver = defineCommand('carry-over', {
  says: ['変更なし'],
  help: '今週のKPIを「前回から変更なし」と報告します。番号を付けると1件だけになります。',
  example: '変更なし K0-03',
  needs: 'report',
  about: 'municipality',

  async run({ kpi: only, week: asked }, turn) {
    const { municipality, now } = turn;
    const week = asked ?? weekOf(now);
    if (week > weekOf(now)) throw Refusal.because('week-ahead', { week });
    const records = await recordsIn(turn.store, municipality.code);
    const chosen = only ? [theOne(records.kpis, only)] : openOnes([...records.kpis.values()], week);
    const done: ReceiptLine[] = [];
    for (const { kpi } of chosen) {
      const line = await writeKpi(turn, { kpi, week, kind: 'unchanged' });
      if (line) done.push(line);
    }
    const without = only
      ? []
      : [...records.kpis.values()].filter((record) => record.weekly && lastSaid(record, week) === undefined);
    const next = [{ label: '状況を見る', ask: ask('show-status', { municipality: municipality.code }) }];
    if (done.length === 0) return { card: nothingNew(municipality, nothingSentence(week, without.length), next) };
    return {
      card: receiptCard({
        municipality,
        title: `${weekName(week)}を「変更なし」で受け付けました`,
        lines: done,
        report: turn.from.ask,
        notes:
          without.length > 0
            ? [text(`まだ値のないKPIが${without.length}件あります。週次報告から入力してください。`, 'quiet')]
            : [],
        next:
          without.length > 0
            ? [{ label: '残りを報告する', ask: ask('check-in', { municipality: municipality.code, week }) }, ...next]
            : next,
      }),
    };
  },
});

function theOne(kpis: ReadonlyMap<string, KpiRecord>, id: string): KpiRecord {
  const record = kpis.get(id);
  if (!record) throw Refusal.because('unknown-kpi', { said: id });
  return record;
}

/** The weekly KPIs that have something to carry over and nothing said for this week yet. */
function openOnes(records: readonly KpiRecord[], week: Week): readonly KpiRecord[] {
  return records.filter((record) => record.weekly && !entryOf(record, week) && lastSaid(record, week));
}

function nothingSentence(week: Week, withoutValue: number): string {
  if (withoutValue > 0)
    return `「変更なし」にできるKPIはありません。値のないKPIが${withoutValue}件あります。週次報告から入力してください。`;
  return `${weekName(week)}のKPIは全て報告済みです。`;
}

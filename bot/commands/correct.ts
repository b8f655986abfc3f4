import { correctionsCard } from '../../cards/corrections.ts';
import { nothingNew, receiptCard } from '../../cards/receipt.ts';
import { ask, type InputOf } from '../../programme/asks.ts';
import { currentVersion } from '../../programme/item-record.ts';
import { lastSaid } from '../../programme/kpi-record.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { Refusal } from '../../programme/refusal.ts';
import { weekOf } from '../../programme/week.ts';
import { itemAt, kpiAt, recordsIn } from '../../storage/records.ts';
import { askParts } from '../ask-parts.ts';
import { defineCommand, type Trouble, type Turn } from '../command.ts';
import { confirmReport } from '../confirm-report.ts';
import { writeKpi, writeStage } from '../write-report.ts';
import { kpiTroubles } from './report-kpi.ts';

type Input = InputOf<'correct'>;
type CorrectTurn = Turn & { readonly municipality: Municipality };

export const correct = defineCommand('correct', {
  says: ['訂正'],
  help: '報告した内容を、理由を添えて直します。前の内容は履歴に残ります。',
  example: '訂正 S1-3',
  needs: 'report',
  about: 'municipality',
  check: troublesOf,

  async confirm(input, turn) {
    const {
      kpi,
      item,
      value,
      numerator,
      denominator,
      week = weekOf(turn.now),
      seen,
      sure,
      municipality,
      reason,
    } = input;
    if (sure || !kpi || item) return undefined;
    const better = await askParts('correct', input, turn);
    if (better) return better;
    const looked = [{ kpi, week, seen, entered: { value, numerator, denominator } }];
    const edit = ask('correct', { kpi, municipality, week: input.week, reason });
    return confirmReport(turn, looked, ask('correct', { ...input, sure: 'yes' }), edit);
  },

  async run(input, turn) {
    const { municipality, store, from } = turn;
    if (!input.item && !input.kpi)
      return { card: correctionsCard(municipality, await recordsIn(store, municipality.code)) };
    const line = input.item
      ? await correctItem(input.item, input, turn)
      : await correctKpi(input.kpi ?? '', input, turn);
    const next = [{ label: '状況を見る', ask: ask('show-status', { municipality: municipality.code }) }];
    if (!line) return { card: nothingNew(municipality, '同じ内容で記録されています。', next) };
    return {
      card: receiptCard({ municipality, title: '訂正を受け付けました', lines: [line], report: from.ask, next }),
    };
  },
});

/** What is corrected decides which value it needs; a correction always says why. */
function troublesOf({ item, stage, kpi, reason, ...entered }: Input): readonly Trouble<keyof Input & string>[] {
  if (!item && !kpi) return [];
  const value: Trouble<keyof Input & string>[] = item
    ? stage
      ? []
      : [{ input: 'stage' }]
    : [...kpiTroubles(kpi ?? '', entered)];
  return reason === undefined ? [...value, { input: 'reason' }] : value;
}

async function correctItem(item: string, { stage = '', reason, seen }: Input, turn: CorrectTurn) {
  const at = itemAt(turn.municipality.code, item);
  const record = (await turn.store.items.get(at.partition, at.id))?.value;
  if (!currentVersion(record)) throw Refusal.because('nothing-to-correct', { what: item });
  return writeStage(turn, { item, stage, reason, seen });
}

async function correctKpi(
  kpi: string,
  { value, numerator, denominator, reason, seen, week }: Input,
  turn: CorrectTurn,
) {
  if (week !== undefined && week > weekOf(turn.now)) throw Refusal.because('week-ahead', { week });
  const at = kpiAt(turn.municipality.code, kpi);
  const record = (await turn.store.kpis.get(at.partition, at.id))?.value;
  const last = record && lastSaid(record, week);
  if (!last) throw Refusal.because('nothing-to-correct', { what: kpi });
  return writeKpi(turn, {
    kpi,
    week: week ?? last.week,
    kind: 'value',
    entered: { value, numerator, denominator },
    reason,
    seen,
  });
}

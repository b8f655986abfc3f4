import { remainingButtons, remainingNotes } from '../../../cards/progress/remaining.ts';
import { currentWeek } from '../../../programme/asked-year.ts';
import { ask } from '../../../programme/asks.ts';
import { entryOf, type KpiRecord, lastSaid } from '../../../programme/progress/kpi-record.ts';
import type { Progress } from '../../../programme/progress/step-standing.ts';
import { openKpis, weeklyKpis } from '../../../programme/progress/weekly.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { type Week, weekName, weekOf } from '../../../programme/week.ts';
import { progressIn } from '../../../storage/progress.ts';
import { defineCommand } from '../../command.ts';
import type { Written } from '../../receipt-of.ts';
import { receiptOf } from '../../receipt-of.ts';
import type { TurnStart } from '../../turn.ts';
import { remainingIn, remainingOf } from '../progress/remaining.ts';
import { withKpi, writeKpi } from '../progress/write-report.ts';

/** What a receipt calls what is left: 残りは変更なし. */
const REST = ['残りは', '残りも', 'のこりは', 'ほかは', '他は', 'その他は', 'あとは'];
const UNCHANGED = [
  '変更なし',
  '変更無',
  '変更無し',
  '変更はなし',
  '変更ありません',
  '変更はありません',
  '変わりなし',
  '変わりありません',
  '変わりはありません',
  '変わりません',
  '変わったことなし',
  '変わったことは無し',
  '変わったことはなし',
  '変わったことはありません',
  '変わったことはないです',
  '変わってません',
  '変わってないです',
  '変わっていないです',
  '変わってない',
  '前回とおんなじ',
  '先週とおんなじ',
  '前とおんなじ',
  '変わっていません',
  '変わらず',
  'かわりなし',
  'かわりありません',
  'かわりはありません',
  '前回と同じ',
  '先週と同じ',
  '前と同じ',
  '前回同様',
  '先週同様',
  '前回どおり',
  '前回通り',
  '増減なし',
  '動きなし',
  '動きはありません',
  '全て変更なし',
  '全部変更なし',
  'へんこうなし',
  '横ばい',
  '変わらない',
  '変わらないです',
  'かわらない',
  '変わりない',
  '変わりないです',
  '変化なし',
  '変化はありません',
  '変化ありません',
];

export const carryOver = defineCommand({
  name: 'carry-over',
  says: ['変更なし'],
  help: '今週のKPIを「前回から変更なし」と報告します。番号を付けると1件だけになります。',
  example: '変更なし K0-03',
  ownExample: { of: ({ of, kpi }) => kpi && `${of}${kpi.id} 変更なし` },
  english: 'Report this week’s KPIs as unchanged.',
  group: { title: '報告する', order: 2 },
  needs: 'report',
  about: 'municipality',
  usualFor: {},
  writes: true,
  spoken: {
    words: ['', ...REST].flatMap((rest) => UNCHANGED.map((said) => `${rest}${said}`)),
    wins: 320,
    past: true,
    firm: true,
    whole: true,
    alone: ['unchanged'],
    labelled: 'left out',
  },

  async prepare({ kpi: only, week: asked }, turn) {
    const { municipality, now } = turn;
    const week = asked ?? currentWeek(turn.programme, now);
    if (week > weekOf(now)) throw Refusal.because('week-ahead', { week });
    const records = await progressIn(turn.store, municipality.code, turn.programme);
    const chosen = only ? [theOne(records.kpis, only)] : openOnes(records, week, turn);
    for (const record of chosen) withKpi(record, { kpi: record.kpi, week, kind: 'unchanged' }, turn);
    return { found: { week, records, chosen } };
  },

  async run(_input, turn, { week, records, chosen }) {
    const { municipality } = turn;
    const written: Written[] = [];
    for (const { kpi } of chosen) {
      const one = await writeKpi(turn, { kpi, week, kind: 'unchanged' });
      if (one) written.push(one);
    }
    const rest = written.length > 0 ? await remainingOf(turn, week) : remainingIn(records, turn, week);
    const next = [{ label: '状況を見る', ask: ask('show-status', { municipality: municipality.code }) }];
    return {
      card: receiptOf(turn, written, {
        title: `${weekName(week)}を「変更なし」で受け付けました`,
        already: nothingSentence(week, openKpis(records, week).length),
        notes: remainingNotes(rest),
        next: [...remainingButtons(rest), ...next],
      }),
    };
  },
});

function theOne(kpis: ReadonlyMap<string, KpiRecord>, id: string): KpiRecord {
  const record = kpis.get(id);
  if (!record) throw Refusal.because('unknown-kpi', { said: id });
  return record;
}

/**
 * The weekly KPIs that have something to carry over and nothing said for this week yet. Pressed a second time, those
 * that the first press has written: nothing is written again, and the receipt is the same.
 */
function openOnes(records: Progress, week: Week, { pressed, from }: TurnStart): readonly KpiRecord[] {
  const open = openKpis(records, week).filter(([, record]) => lastSaid(record, week));
  const weekly = weeklyKpis(records).map(([, record]) => record);
  const again = weekly.filter((record) => {
    const entry = entryOf(record, week);
    return entry?.kind === 'unchanged' && (entry.ask === from.ask || (pressed === true && open.length === 0));
  });
  return again.length > 0 ? again : open.map(([, record]) => record);
}

function nothingSentence(week: Week, withoutValue: number): string {
  if (withoutValue > 0)
    return `「変更なし」にできるKPIはありません。値のないKPIが${withoutValue}件あります。週次報告から入力してください。`;
  return `${weekName(week)}のKPIは全て報告済みです。`;
}

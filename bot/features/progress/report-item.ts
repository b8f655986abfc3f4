import { type Node, text } from '../../../cards/card.ts';
import { ofClosedYear } from '../../../cards/progress/closed-year.ts';
import { gapSentence } from '../../../cards/progress/status.ts';
import { yearOver } from '../../../programme/asked-year.ts';
import { ask, type InputOf } from '../../../programme/asks.ts';
import { findItem, findStep } from '../../../programme/catalogue.ts';
import { fiscalYearName } from '../../../programme/day.ts';
import { type ItemRecord, itemPercent, stageName } from '../../../programme/progress/item-record.ts';
import { SETTLED, stepStanding } from '../../../programme/progress/step-standing.ts';
import { itemAt, progressIn } from '../../../storage/progress.ts';
import { asksAtOnce, defineCommand, type Review } from '../../command.ts';
import { receiptOf } from '../../receipt-of.ts';
import type { MunicipalStart, Turn } from '../../turn.ts';
import { confirmReport, reopening, reviewStage } from './confirm-report.ts';
import { itemView } from './show-item.ts';
import { judgeStage, writeStage } from './write-report.ts';

export const reportItem = defineCommand({
  name: 'report-item',
  says: ['報告'],
  help: '項目の段階を報告します。根拠（資料名・URL）も添えられます。',
  example: '報告 S1-3 実施中',
  ownExample: { order: 2, of: ({ of, item }) => item && `${of}${item.short} 検討中` },
  english: 'Report the stage of an item.',
  group: { title: '報告する', order: 3 },
  needs: 'report',
  about: 'municipality',
  usualFor: {},
  writes: true,
  spoken: {
    words: [
      '報告',
      'ほうこく',
      '報告します',
      '報告いたします',
      '報告致します',
      '報告してください',
      '報告して下さい',
      '報告お願いします',
      '報告をお願いします',
      'ご報告します',
      'ご報告いたします',
      'ご報告です',
      '報告です',
    ],
    wins: 60,
    alone: ['stage', 'proof'],
    of: { kpi: 'report-kpi' },
    besideReport: true,
    passing: true,
    labelled: { evidence: ['evidence'], note: ['note', 'reason'] },
  },

  /** The item's card holds the form, with the stage as it is and what proves it. */
  question: async ({ item }, turn) => (typeof item === 'string' ? itemView(item, turn, { late: true }) : undefined),

  async again(given, turn, errors) {
    const { item } = given;
    if (typeof item !== 'string' || [...errors.keys()].some((name) => !FIELDS.includes(name))) return undefined;
    return itemView(item, turn, { late: true, again: { typed: given, errors } });
  },

  review,

  async confirm(input, turn) {
    if (input.sure || input.reopened) return undefined;
    const looked = await review(input, turn);
    return confirmReport(turn, looked, reopening(looked));
  },

  async prepare({ item, stage, evidence, note, seen, reopened }, turn) {
    const again = { typed: { stage, evidence, note }, errors: new Map() };
    const form = reopened && (await itemView(item, turn, { late: true, again }));
    if (form) return asksAtOnce(['stage'], form);
    const found = { item, stage, evidence, note, seen };
    await judgeStage(turn, found);
    return { found };
  },

  async run({ item, stage, evidence }, turn, report) {
    const { municipality } = turn;
    const written = await writeStage(turn, report);
    return {
      card: receiptOf(turn, written ? [written] : [], {
        title: '報告を受け付けました',
        already: `${item} は「${stageName(stage)}」で報告済みです。`,
        correct: { item, ...ofClosedYear(yearOver(turn.programme)) },
        notes: [
          ...(evidence ? [text(`根拠: ${evidence}`)] : []),
          text(await toAchieve(turn, municipality.code, item), 'quiet'),
          ...(await stillOpen(turn, municipality.code, item)),
        ],
        next: [
          {
            label: '状況を見る',
            ask: ask('show-status', { municipality: municipality.code, ...ofClosedYear(yearOver(turn.programme)) }),
          },
        ],
      }),
    };
  },
});

/** What the item's card has a field for. */
const FIELDS: readonly string[] = ['stage', 'evidence', 'note'];

async function review(input: InputOf<'report-item'>, turn: MunicipalStart): Promise<Review> {
  const line = await reviewStage(turn, input);
  return { lines: line ? [line] : [], yes: ask('report-item', { ...input, sure: 'yes' }) };
}

/** What is reported late is not carried into the next year any more: who finished it then says so there too. */
async function stillOpen({ store, programme }: Turn, municipality: string, item: string): Promise<Node[]> {
  const last = yearOver(programme);
  if (last === undefined) return [];
  const inForce = Math.max(last, ...(programme.closed ?? []).map(({ fiscalYear }) => fiscalYear)) + 1;
  const at = [itemAt(municipality, last, item), itemAt(municipality, inForce, item)] as const;
  const [then, now] = await Promise.all(at.map(({ partition, id }) => store.items.get(partition, id)));
  const isSettled = (record: ItemRecord) => (itemPercent(record) ?? 0) >= SETTLED;
  if (!then || !isSettled(then.value) || now?.value.year !== 'this' || isSettled(now.value)) return [];
  return [
    text(`${fiscalYearName(inForce)}にも続く項目です。終わっていれば「${item} 完了」とも送ってください。`, 'quiet'),
  ];
}

/** What the item's step still needs after this report. */
async function toAchieve({ store, programme }: Turn, municipality: string, item: string): Promise<string> {
  const step = findStep(findItem(item)?.step ?? '');
  if (!step) return '';
  const standing = stepStanding(step, await progressIn(store, municipality, programme));
  return standing.achieved ? `ステップ${step.order}を達成しました。` : `ステップ${step.order} ${gapSentence(standing)}`;
}

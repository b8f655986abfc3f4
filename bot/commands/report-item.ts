import { text } from '../../cards/card.ts';
import { nothingNew, receiptCard } from '../../cards/receipt.ts';
import { gapSentence } from '../../cards/status.ts';
import { ask } from '../../programme/asks.ts';
import { findItem, findStep } from '../../programme/catalogue.ts';
import { stageName } from '../../programme/item-record.ts';
import { stepStanding } from '../../programme/step.ts';
import { recordsIn } from '../../storage/records.ts';
import { defineCommand, type Turn } from '../command.ts';
import { writeStage } from '../write-report.ts';
import { itemView } from './show-item.ts';

export const reportItem = defineCommand('report-item', {
  says: ['報告'],
  help: '項目の段階を報告します。根拠（資料名・URL）も添えられます。',
  example: '報告 S1-3 実施中',
  needs: 'report',
  about: 'municipality',

  /** The item's card holds the form, with the stage as it is and what proves it. */
  question: async ({ item }, turn) => (typeof item === 'string' ? itemView(item, turn) : undefined),

  async run({ item, stage, evidence, note, seen }, turn) {
    const { municipality, from } = turn;
    const line = await writeStage(turn, { item, stage, evidence, note, seen });
    const next = [{ label: '状況を見る', ask: ask('show-status', { municipality: municipality.code }) }];
    if (!line) return { card: nothingNew(municipality, `${item} は「${stageName(stage)}」で報告済みです。`, next) };
    return {
      card: receiptCard({
        municipality,
        title: '報告を受け付けました',
        lines: [line],
        report: from.ask,
        correct: { item },
        notes: [
          ...(evidence ? [text(`根拠: ${evidence}`)] : []),
          text(await toAchieve(turn, municipality.code, item), 'quiet'),
        ],
        next,
      }),
    };
  },
});

/** What the item's step still needs after this report. */
async function toAchieve({ store }: Turn, municipality: string, item: string): Promise<string> {
  const step = findStep(findItem(item)?.step ?? '');
  if (!step) return '';
  const standing = stepStanding(step, await recordsIn(store, municipality));
  return standing.achieved ? `ステップ${step.order}を達成しました。` : `ステップ${step.order} ${gapSentence(standing)}`;
}

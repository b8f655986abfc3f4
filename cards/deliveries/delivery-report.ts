import { ask } from '../../programme/asks.ts';
import type { ChannelName } from '../../programme/channel.ts';
import { shortDate, shortMoment } from '../../programme/day.ts';
import { calledBy, type DeclaredJob } from '../../programme/declared-job.ts';
import { type Delivery, type DeliveryState, deliveryId } from '../../programme/delivery.ts';
import { deliveryStateNames, reasonText } from '../../programme/delivery-words.ts';
import { type Button, buttons, type Card, card, facts, list, type Node, notice, text } from '../card.ts';
import { pageButtons } from '../page-buttons.ts';

/** A delivery that did not get through, or may not have. */
export type DeliveryTrouble = {
  readonly delivery: Delivery;
  readonly partition: string;
  /** Name and municipality, or what room it is. */
  readonly to: string;
  /** Their next chat product, where the person can be written to there. */
  readonly other: ChannelName | undefined;
};

export type DeliveryReport = {
  readonly from: string;
  readonly until: string;
  readonly counts: Readonly<Record<DeliveryState, number>>;
  readonly troubles: readonly DeliveryTrouble[];
  readonly all: number;
  readonly page: number;
  readonly pages: number;
  readonly said?: Node | undefined;
  readonly jobs: readonly DeclaredJob[];
};

/** What was sent in the last week, and what somebody has to look at. */
export function deliveryReportCard(report: DeliveryReport): Card {
  const { counts, troubles, all, from, until, said } = report;
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const sentence = all === 0 ? '届かなかったものはありません。' : `確認が必要なもの ${all}件`;
  return card(
    '配信状況',
    `配信状況 ${shortDate(from)}〜${shortDate(until)}: 送信済み ${counts.sent}件・${sentence}`,
    said ?? [],
    text(`${shortDate(from)}〜${shortDate(until)}　${total}件`, 'strong'),
    facts(
      ...(Object.keys(deliveryStateNames) as DeliveryState[])
        .filter((state) => counts[state] > 0 || state === 'sent')
        .map((state) => [deliveryStateNames[state], `${counts[state]}件`] as const),
    ),
    all === 0 ? notice('good', sentence) : text(sentence, 'heading'),
    troubles.flatMap((trouble) => entry(trouble, report)),
    buttons(...turns(report)),
  );
}

function entry({ delivery, partition, to, other }: DeliveryTrouble, { page, jobs }: DeliveryReport): Node[] {
  const { state } = delivery;
  const again = { delivery: deliveryId(delivery), partition, ...(page > 1 ? { page } : {}) };
  const why = reasonText(delivery) ?? deliveryStateNames[state];
  const doubt = state === 'unknown' ? '\n届いている場合もあります。ご本人に確かめてから送り直してください。' : '';
  return [
    list([
      {
        title: to,
        detail: `${calledBy(jobs, delivery)} ${shortMoment(new Date(delivery.dueAt))}\n${deliveryStateNames[state]}: ${why}${doubt}`,
        tone: state === 'failed' ? 'bad' : 'attention',
      },
    ]),
    buttons(
      { label: 'もう一度送る', ask: ask('resend', again) },
      ...(other
        ? [
            {
              label: 'もう一方のチャットで送る',
              ask: ask('resend', { ...again, channel: other }),
            },
          ]
        : []),
    ),
  ];
}

function turns({ page, pages }: DeliveryReport): Button[] {
  const to = (target: number) => ask('delivery-report', { page: target });
  return [...pageButtons(page, pages, to), { label: '未報告を見る', ask: ask('show-unreported') }];
}

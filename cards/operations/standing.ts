import { ask } from '../../programme/asks.ts';
import { channels as products } from '../../programme/channel.ts';
import { shortMoment } from '../../programme/day.ts';
import { clockText, concernsIn, type ServiceStanding, storeText } from '../../programme/operations/standing.ts';
import { buttons, type Card, card, facts, list, type Node, notice, text } from '../card.ts';

/** How the service stands, for the secretariat: what has to be seen to, what comes next, and where it is kept. */
export function standingCard(standing: ServiceStanding, now: Date): Card {
  const concerns = concernsIn(standing, now);
  const sentence = concerns.length === 0 ? '気になることはありません。' : `確認が必要なこと ${concerns.length}件`;
  const rows = concerns.map(({ what, todo }) => ({ title: what, detail: todo, tone: 'attention' as const }));
  return card(
    '運用',
    `運用 ${shortMoment(now)}: ${sentence}`,
    concerns.length === 0 ? notice('good', sentence) : [text(sentence, 'heading'), list(rows)],
    text('次に届くもの', 'heading'),
    nextOf(standing),
    text('配信', 'heading'),
    facts(...counted(standing)),
    text('サービス', 'heading'),
    facts(...kept(standing)),
    buttons(
      { label: '配信状況を見る', ask: ask('delivery-report') },
      { label: '未報告を見る', ask: ask('show-unreported') },
    ),
  );
}

function nextOf({ next }: ServiceStanding): Node {
  if (next.length === 0) return text('2日先までに予定された配信はありません。', 'quiet');
  return list(
    next.map(({ at, called, people }) => ({ title: called, detail: `${shortMoment(at)}　宛先 ${people}件` })),
  );
}

type Pair = readonly [string, string];

function counted({ counts }: ServiceStanding): readonly Pair[] {
  return [
    ['送信待ち', `${counts.waiting}件`],
    ['送信中', `${counts.sending}件`],
    ['届いたか不明', `${counts.unknown}件`],
    ['送れませんでした', `${counts.failed}件`],
  ];
}

const momentOr = (at: Date | undefined, none: string): string => (at ? shortMoment(at) : none);

function kept({ clock, channels, store, backupAt, version }: ServiceStanding): readonly Pair[] {
  return [
    ['時計', clockText(clock)],
    ...channels.map(({ name, isSetUp, lastSentAt }): Pair => {
      const sent = lastSentAt ? `最後の送信 ${shortMoment(lastSentAt)}` : 'まだ送っていません';
      return [products[name].called, isSetUp ? sent : 'つながっていません'];
    }),
    ...(store ? [['保存先', storeText(store)] as const] : []),
    ...(store?.name === 'embedded' ? [['最後の写し', momentOr(backupAt, 'ありません')] as const] : []),
    ...(version === undefined ? [] : [['版', version] as const]),
  ];
}

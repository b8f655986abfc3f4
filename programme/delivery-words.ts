import { causeOf, type Delivery, type DeliveryState, deliveryReasons, isBecause } from './delivery.ts';

export const deliveryStateNames: Readonly<Record<DeliveryState, string>> = {
  waiting: '送信待ち',
  sending: '送信中',
  sent: '送信済み',
  failed: '送れませんでした',
  unknown: '届いたか不明',
  withdrawn: '取りやめ',
};

/** Why it is where it is, in a sentence; undefined when there is nothing to say. */
export function reasonText(delivery: Pick<Delivery, 'state' | 'reason'>): string | undefined {
  const reason = causeOf(delivery);
  switch (reason?.by) {
    case undefined:
      return undefined;
    case 'outbox':
      return deliveryReasons[reason.id];
    case 'job':
      return reason.says;
    case 'chat':
      return chatText(reason.answer);
  }
}

/** Of a chat product's answer: a sentence, if it is one, or its status in words. Codes say nothing to people. */
function chatText(answer: string): string {
  if (/[ぁ-んァ-ヶ一-龠]/.test(answer)) return answer;
  const status = Number(/^\d{3}/.exec(answer)?.[0]);
  if (status === 403 || status === 404 || status === 400)
    return 'ボットが外されているか、ブロックされています（チャットでボットを追加してもらってください）';
  if (status === 429) return 'チャットが混み合っていました';
  return status >= 500 ? 'チャットの側で障害がありました' : 'チャットとの通信がうまくいきませんでした';
}

/** What somebody has to look at: it did not arrive, may not have arrived, or came too late to be sent. */
export function isTrouble(delivery: Pick<Delivery, 'state' | 'reason'>): boolean {
  const { state } = delivery;
  return state === 'failed' || state === 'unknown' || (state === 'withdrawn' && isBecause(delivery, 'too-late'));
}

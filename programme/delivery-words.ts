import { type Delivery, type DeliveryReason, type DeliveryState, deliveryReasons } from './delivery.ts';

/** What people call what the jobs send. */
const jobNames: Readonly<Record<string, string>> = {
  'weekly-check-in': '週次報告',
  nudge: '催促',
  escalation: '未報告のお知らせ',
  digest: 'ダイジェスト',
  'meeting-reminder': '会議の案内',
  'item-deadline': '期限のお知らせ',
  'catch-up': '復帰後のまとめ',
  'account-claim': 'チャットの確認',
  'help-request': '相談のお知らせ',
};

export const deliveryStateNames: Readonly<Record<DeliveryState, string>> = {
  waiting: '送信待ち',
  sending: '送信中',
  sent: '送信済み',
  failed: '送れませんでした',
  unknown: '届いたか不明',
  withdrawn: '取りやめ',
};

/** Reasons that jobs give in a word. */
const withdrawals: Readonly<Record<string, string>> = {
  answered: 'すでに回答がありました',
  'on-leave': '休みの期間でした',
  cancelled: '会議が中止になりました',
  moved: '日程が変わりました',
  done: 'すでに終わっていました',
  closed: '締め切ったあとでした',
  waited: '順番を待っています',
};

export const jobName = ({ job }: Pick<Delivery, 'job'>): string => jobNames[job] ?? 'お知らせ';

/** Why it is where it is, in a sentence; undefined when there is nothing to say. */
export function reasonText(reason: string | undefined): string | undefined {
  if (reason === undefined || /[ぁ-んァ-ヶ一-龠]/.test(reason)) return reason;
  const known = deliveryReasons[reason as DeliveryReason] ?? withdrawals[reason];
  if (known) return known;
  const status = Number(/^\d{3}/.exec(reason)?.[0]);
  if (status === 403 || status === 404 || status === 400)
    return 'ボットが外されているか、ブロックされています（チャットでボットを追加してもらってください）';
  if (status === 429) return 'チャットが混み合っていました';
  return status >= 500 ? 'チャットの側で障害がありました' : 'チャットとの通信がうまくいきませんでした';
}

/** What somebody has to look at: it did not arrive, may not have arrived, or came too late to be sent. */
export function isTrouble({ state, reason }: Pick<Delivery, 'state' | 'reason'>): boolean {
  return state === 'failed' || state === 'unknown' || (state === 'withdrawn' && reason === TOO_LATE);
}

const TOO_LATE: DeliveryReason = 'too-late';

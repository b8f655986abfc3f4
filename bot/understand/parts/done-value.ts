import { findKpi } from '../../../programme/catalogue.ts';
import { amountSaid } from '../amounts/numbers.ts';
import { fold } from '../text/fold.ts';
import type { Span, SpanOf } from './span.ts';

/** What is done to what a KPI counts once: 策定しました, 改定済みです, 整備を終えました. What is still to come is none. */
const DEED = '策定|改定|改訂|整備|制定|作成';
const DONE = new RegExp(
  `^(?:は|が|を|も|の|、|,|:|\\s)*(?:(${DEED})(?:を|が|は|も)?)?((?:(?:いた|致)?しました|され(?:まし)?た|した|しております|しています|済み?|ずみ|(?:を|が)?(?:完了|終了)(?:しました|した|です)|(?:を|が)?(?:終わり|終え|でき|出来)ました)(?:です|でした|になりました|となりました|になっています)?)(?=[。!、\\s]|$)`,
  'u',
);

const ENDS_WITH_DEED = new RegExp(`(?:${DEED})$`, 'u');

/** 生成AIガイドライン、策定しました: yes, where the KPI only says whether it was done. */
export function withDoneValue(spans: readonly Span[], folded: string): readonly Span[] {
  if (spans.some(({ kind }) => kind === 'amount' || kind === 'fraction')) return spans;
  const [key, ...others] = spans.filter((span) => span.kind === 'key');
  const deed = key && others.length === 0 ? deedOf(key) : undefined;
  if (!key || deed === undefined) return spans;
  const [all = '', said, how = ''] = DONE.exec(folded.slice(key.to)) ?? [];
  const isNamed = folded.slice(key.from, key.to).endsWith(deed);
  // 完了しました alone may be said of the item that it belongs to.
  if (how === '' || (said === undefined ? !isNamed : said !== deed && !(said === '作成' && deed === '策定')))
    return spans;
  const [from, to] = [key.to, key.to + all.length];
  const rest = spans.filter((span) => span.to <= from || span.from >= to);
  const value: Span = { kind: 'amount', said: '有', from, to };
  return [...rest, value].toSorted((a, b) => a.from - b.from);
}

/** 策定 of 生成AI利用ガイドライン策定. */
function deedOf({ keys }: SpanOf<'key'>): string | undefined {
  const [only, ...others] = keys;
  const kpi = only && others.length === 0 ? findKpi(only.id) : undefined;
  return kpi?.type === 'boolean' ? ENDS_WITH_DEED.exec(fold(kpi.name))?.[0] : undefined;
}

/** 5回目を出しました beside 5回, 実施している30のうち: what was counted is said along with how many there are. */
export function withoutSaidTwice(spans: readonly Span[], folded: string): readonly Span[] {
  const counts = spans.flatMap((span) => (span.kind === 'amount' ? [amountSaid(span.said)?.value] : []));
  const isTwice = (span: Span): boolean =>
    span.kind === 'meeting' &&
    !/^第/u.test(folded.slice(span.from, span.to)) &&
    counts.includes(Number(/\d+/.exec(span.said)?.[0]));
  const isOfNumber = (span: Span, next: Span | undefined): boolean =>
    span.kind === 'stage' &&
    (next?.kind === 'amount' || next?.kind === 'fraction') &&
    span.to === next.from &&
    /(?:る|た)$/u.test(folded.slice(span.from, span.to));
  return withoutTakingPart(spans, folded).map((span, at) =>
    isTwice(span) || isOfNumber(span, spans[at + 1]) ? { kind: 'around', from: span.from, to: span.to } : span,
  );
}

/** 15人中13人が参加しました: who was counted, and no answer to an invitation. */
function withoutTakingPart(spans: readonly Span[], folded: string): readonly Span[] {
  return spans.map((span, at) => {
    const before = spans[at - 1];
    const isCounted = before?.kind === 'amount' || before?.kind === 'fraction';
    if (span.kind !== 'intent' || !isCounted || folded.slice(before.to, span.from) !== 'が') return span;
    const [did] = /^(?:(?:いた|致)?しました|済み(?:です)?|した)/u.exec(folded.slice(span.to)) ?? [];
    return did === undefined ? span : { kind: 'around', from: span.from, to: span.to + did.length };
  });
}

import { findKpi } from '../../../programme/catalogue.ts';
import type { Span, SpanOf } from './span.ts';

/** What stands between the names of a list. */
const LISTED = /^(?:と|や|も|、|・|,|および|及び|ならびに|並びに|\s|&|＆)+$/u;
/** どちらも, 3つとも: of each that was named. */
const EACH =
  /(?:どちらも|いずれも|どれも|(?:両方|双方|全部|ぜんぶ|すべて|全て|みな|みんな|(?:二|三|四|五|[2-5])(?:つ|件|項目))(?:とも)?|ともに|共に|それぞれ)/u;
const BEFORE_STAGE = new RegExp(
  `^(?:は|が|も|の|、|\\s|です|ですが|ともに?)*(?:${EACH.source}(?:が|は|、|\\s)*)?$`,
  'u',
);

type Named = SpanOf<'key'>;

/**
 * S0-4とS1-1は完了しました: a stage said once behind a list of items is told of each. Each is then a row that is looked over
 * before it is written.
 */
export function withStageOfEach(spans: readonly Span[], folded: string): readonly Span[] {
  const keys = spans.filter((span) => span.kind === 'key');
  const last = keys.at(-1);
  const told = spans.filter(({ kind }) => kind === 'stage');
  const [stage] = told;
  if (keys.length < 2 || !last || !stage || told.length > 1 || stage.from < last.to) return spans;
  if (!keys.every(isOneItem) || !isList(keys, folded) || spans.some(({ kind }) => VALUES.includes(kind))) return spans;
  const between = folded.slice(last.to, stage.from);
  if (!BEFORE_STAGE.test(between)) return spans;
  const each = keys.slice(0, -1).map(({ to }): Span => ({ ...stage, from: to, to }));
  const word = EACH.exec(between);
  const around: Span[] = word
    ? [{ kind: 'around', from: last.to + word.index, to: last.to + word.index + word[0].length }]
    : [];
  const isWithin = ({ from, to }: Span): boolean => from >= last.to && to <= stage.from;
  return [...spans.filter((span) => !isWithin(span)), ...around, ...each].toSorted((a, b) => a.from - b.from);
}

const VALUES: readonly Span['kind'][] = ['fraction', 'url', 'town', 'unknown-id'];
const isOneItem = ({ keys }: Named): boolean => keys.filter(({ kind }) => kind === 'item').length === 1;

const isList = (keys: readonly Named[], folded: string): boolean =>
  keys.slice(1).every(({ from }, at) => LISTED.test(folded.slice(keys[at]?.to, from)));

/** 標準化・共通化のBPR完了: an item in front of one of its own KPIs; a stage is of the item, a value of the KPI. */
export function withKpiOfItem(spans: readonly Span[], folded: string): readonly Span[] {
  const at = spans.findIndex((span, place) => isOwnKpi(span, spans[place + 1], folded));
  if (at < 0) return spans;
  const isStage = spans.some(({ kind }) => kind === 'stage');
  const isValue = spans.some(({ kind }) => kind === 'amount' || kind === 'fraction');
  if (isStage === isValue) return spans;
  const dropped = isStage ? at + 1 : at;
  return spans.map((span, place) => (place === dropped ? { kind: 'around', from: span.from, to: span.to } : span));
}

function isOwnKpi(item: Span, kpi: Span | undefined, folded: string): boolean {
  if (item.kind !== 'key' || kpi?.kind !== 'key' || folded.slice(item.to, kpi.from) !== 'の') return false;
  const [only] = item.keys.filter(({ kind }) => kind === 'item');
  return isOneItem(item) && kpi.keys.length > 0 && kpi.keys.every(({ id }) => findKpi(id)?.item === only?.id);
}

import { ask } from '../../programme/asks.ts';
import type { Item, Kpi } from '../../programme/catalogue.ts';
import { type ChannelName, channels } from '../../programme/channel.ts';
import { type Day, shortDate, shortMoment } from '../../programme/day.ts';
import type { Edition } from '../../programme/edition.ts';
import type { Municipality } from '../../programme/municipality.ts';
import type { EnteredFor } from '../../programme/progress/entered-for.ts';
import { type ItemRecord, stageName } from '../../programme/progress/item-record.ts';
import { type KpiRecord, kpiState } from '../../programme/progress/kpi-record.ts';
import { entryText } from '../../programme/progress/kpi-value.ts';
import type { Provenance } from '../../programme/provenance.ts';
import { type Week, weekName } from '../../programme/week.ts';
import { buttons, type Card, card, list, notice, type Row, text } from '../card.ts';
import { closedYearLine, type OfClosedYear, ofClosedYear } from './closed-year.ts';
import { definitionNodes } from './definition.ts';
import { kpiHeadline, kpiTrend } from './kpi.ts';

/** How many reports a phone shows; older ones are in the export. */
const SHOWN = 10;

type NameOf = (member: string) => string;

export function itemHistoryCard(
  view: OfClosedYear & {
    readonly municipality: Municipality;
    readonly item: Item;
    readonly record: ItemRecord | undefined;
    readonly nameOf: NameOf;
  },
): Card {
  const { municipality, item, record, nameOf } = view;
  const rows = (record?.versions ?? []).toReversed().map((version): Row => {
    const said = [
      version.note,
      version.evidence && `根拠: ${version.evidence}`,
      version.reason && `訂正の理由: ${version.reason}`,
    ];
    return rowOf(stageName(version.stage), version, [byLine(version, nameOf), ...said]);
  });
  return card(
    `${item.id} の履歴`,
    `${municipality.name} ${item.id} ${item.short} の履歴 ${rows.length}件`,
    text(`${municipality.name} ${item.short}`, 'quiet'),
    closedYearLine(view),
    rows.length === 0 ? notice('quiet', 'まだ報告がありません。') : list(rows.slice(0, SHOWN)),
    older(rows.length),
    buttons({
      label: '項目に戻る',
      ask: ask('show-item', { item: item.id, municipality: municipality.code, ...ofClosedYear(view.closed) }),
    }),
  );
}

export function kpiHistoryCard(
  view: OfClosedYear & {
    readonly municipality: Municipality;
    readonly kpi: Kpi;
    readonly record: KpiRecord;
    readonly week: Week;
    readonly nameOf: NameOf;
    readonly mayReport: boolean;
    readonly edition: Edition;
    readonly today: Day;
  },
): Card {
  const { municipality, kpi, record, week, nameOf, mayReport, edition, today } = view;
  const rows = record.entries.toReversed().map((entry): Row => {
    const said = [
      entry.note,
      entry.evidence && `根拠: ${entry.evidence}`,
      entry.reason && `訂正の理由: ${entry.reason}`,
    ];
    return rowOf(`${weekName(entry.week)}　${entryText(kpi, entry)}`, entry, [byLine(entry, nameOf), ...said]);
  });
  const given = { kpi: kpi.id, municipality: municipality.code };
  const open = kpiState(record, week) === 'notReported';
  return card(
    `${kpi.id} ${kpi.name}`,
    `${municipality.name} ${kpi.id} ${kpi.name} の履歴 ${rows.length}件`,
    text(municipality.name, 'quiet'),
    closedYearLine(view),
    kpiHeadline(kpi, record),
    kpiTrend(kpi, record, week),
    rows.length === 0 ? notice('quiet', 'まだ報告がありません。') : list(rows.slice(0, SHOWN)),
    older(rows.length),
    definitionNodes({ kpi, edition, today, own: { municipality, record } }),
    buttons(
      ...(mayReport
        ? [{ label: '値を報告する', ask: ask('report-kpi', given), look: open ? 'primary' : 'plain' } as const]
        : []),
      ...(mayReport && rows.length > 0 ? [{ label: '訂正', ask: ask('correct', given) }] : []),
      { label: 'グラフ', ask: ask('show-graph', { ...given, ...ofClosedYear(view.closed) }) },
      { label: 'KPIに戻る', ask: ask('show-kpis', { municipality: municipality.code, ...ofClosedYear(view.closed) }) },
    ),
  );
}

function rowOf(
  title: string,
  { undone }: { undone?: Provenance | undefined },
  lines: readonly (string | undefined)[],
): Row {
  const detail = [...lines, undone && `取消 ${shortMoment(new Date(undone.at))}`].filter(Boolean).join('\n');
  return { title: undone ? `（取消）${title}` : title, detail, ...(undone ? { tone: 'quiet' as const } : {}) };
}

/** 9/20(金) 15:04 山田 花子（Teams）; what was put in for an office: …・代理入力（佐藤 次郎さん、9/19(木)に回答） */
function byLine({ at, by, via, proxy }: Provenance & { readonly proxy?: EnteredFor | undefined }, nameOf: NameOf) {
  const who = via === 'cli' ? '運用担当' : `${nameOf(by)}（${channels[via as ChannelName]?.called ?? via}）`;
  return `${shortMoment(new Date(at))} ${who}${proxy ? `・${proxyText(proxy, nameOf)}` : ''}`;
}

function proxyText({ for: answered, on }: EnteredFor, nameOf: NameOf): string {
  const said = [
    ...(answered === undefined ? [] : [`${nameOf(answered)}さん`]),
    ...(on ? [`${shortDate(on)}に回答`] : []),
  ];
  return said.length === 0 ? '代理入力' : `代理入力（${said.join('、')}）`;
}

function older(count: number) {
  return count > SHOWN ? [text(`ほか${count - SHOWN}件（古いもの）`, 'quiet')] : [];
}

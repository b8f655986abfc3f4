import { ask, type Given } from '../../programme/asks.ts';
import { findItem, findKpi } from '../../programme/catalogue.ts';
import { shortMoment } from '../../programme/day.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { pageOf } from '../../programme/page.ts';
import { itemStandingName } from '../../programme/progress/item-record.ts';
import { lastSaid } from '../../programme/progress/kpi-record.ts';
import { entryText } from '../../programme/progress/kpi-value.ts';
import type { Progress } from '../../programme/progress/step-standing.ts';
import { buttons, type Card, card, list, notice, type Row, text } from '../card.ts';
import { pageButtons } from '../page-buttons.ts';
import { closedYearLine, type OfClosedYear, ofClosedYear } from './closed-year.ts';

/** Items and KPIs on a page: few enough for a phone. */
const A_PAGE = 8;

/** Asks whose history is meant: items and KPIs alike, what was reported last first. */
export function historiesCard(
  { code: municipality, name }: Municipality,
  records: Progress,
  { page, closed, form }: OfClosedYear & { readonly page: number; readonly form?: Given<'show-history'>['form'] },
): Card {
  const of = { municipality, ...ofClosedYear(closed), ...(form === undefined ? {} : { form }) };
  const rows = [...itemRows(of, records), ...kpiRows(of, records)];
  rows.sort((a, b) => b.at.localeCompare(a.at));
  const { shown, at, pages } = pageOf(rows, page, A_PAGE);
  const to = (target: number) => ask('show-history', { ...of, page: target });
  return card(
    '履歴',
    `${name} どの履歴を見ますか。`,
    text(name, 'quiet'),
    closedYearLine({ closed }),
    rows.length === 0
      ? notice('quiet', 'まだ報告がありません。')
      : text(form === undefined ? 'どの履歴を見ますか。' : 'どの履歴をExcelで受け取りますか。', 'strong'),
    list(shown.map(({ row }) => row)),
    text('「履歴 S1-3」「履歴 K0-03」のように、番号でも見られます。', 'quiet'),
    buttons(...pageButtons(at, pages, to), {
      label: '状況を見る',
      ask: ask('show-status', { municipality, ...ofClosedYear(closed) }),
    }),
  );
}

/** Whose, and of which year. */
type Of = Pick<Given<'show-history'>, 'municipality' | 'year' | 'form'>;
type Dated = { readonly at: string; readonly row: Row };

const itemRows = (of: Of, { items }: Progress): Dated[] =>
  [...items.values()].flatMap((record) => {
    const last = record.versions.at(-1);
    const item = findItem(record.item);
    if (!last || !item) return [];
    return [
      dated(
        last.at,
        `${item.id} ${item.short}`,
        itemStandingName(record),
        ask('show-history', { item: item.id, ...of }),
      ),
    ];
  });

const kpiRows = (of: Of, { kpis }: Progress): Dated[] =>
  [...kpis.values()].flatMap((record) => {
    const at =
      record.entries
        .map((entry) => entry.at)
        .toSorted()
        .at(-1) ?? '';
    const kpi = findKpi(record.kpi);
    if (at === '' || !kpi) return [];
    return [
      dated(at, `${kpi.id} ${kpi.name}`, entryText(kpi, lastSaid(record)), ask('show-history', { kpi: kpi.id, ...of })),
    ];
  });

const dated = (at: string, title: string, standing: string, asks: Row['ask']): Dated => ({
  at,
  row: { title, detail: `${standing}\n${shortMoment(new Date(at))} 報告`, ask: asks },
});

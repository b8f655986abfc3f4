import { ask } from '../../programme/asks.ts';
import { findItem, findKpi } from '../../programme/catalogue.ts';
import { shortMoment } from '../../programme/day.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { currentVersion, itemStandingName } from '../../programme/progress/item-record.ts';
import { lastEntry, lastReading } from '../../programme/progress/kpi-record.ts';
import { readingText } from '../../programme/progress/kpi-value.ts';
import type { Progress } from '../../programme/progress/step-standing.ts';
import type { Week } from '../../programme/week.ts';
import { type Card, list, notice, offering, type Row, text } from '../card.ts';

/** How many of the latest reports are offered. */
const OFFERED = 8;

/** What may still be corrected, and of which year that is where it is over. */
type Open = { readonly isOpen: (week: Week) => boolean; readonly of?: { readonly year?: number } };

/** Asks which report to correct: the latest ones of weeks that are open, newest first. */
export function correctionsCard(
  { code: municipality, name }: Municipality,
  { items, kpis }: Progress,
  { isOpen, of = {} }: Open,
): Card {
  const rows: (Row & { at: string })[] = [];
  for (const record of items.values()) {
    const version = currentVersion(record);
    if (!version) continue;
    const title = `${record.item} ${findItem(record.item)?.short ?? ''}`;
    rows.push({
      title,
      detail: detail(itemStandingName(record), version.at),
      at: version.at,
      ask: ask('correct', { item: record.item, municipality, ...of }),
    });
  }
  for (const record of kpis.values()) {
    const [kpi, reading, entry] = [findKpi(record.kpi), lastReading(record), lastEntry(record)];
    if (!kpi || !reading || !entry || !isOpen(entry.week)) continue;
    const given = { kpi: kpi.id, week: entry.week, municipality, ...of };
    rows.push({
      title: `${kpi.id} ${kpi.name}`,
      detail: detail(readingText(kpi, reading), entry.at),
      at: entry.at,
      ask: ask('correct', given),
    });
  }
  rows.sort((a, b) => b.at.localeCompare(a.at));
  return offering(
    '訂正',
    `${name} どの報告を直しますか。`,
    rows.length === 0 ? notice('quiet', 'まだ報告がありません。') : text('どの報告を直しますか。', 'strong'),
    list(rows.slice(0, OFFERED).map(({ at, ...row }) => row)),
  );
}

const detail = (standing: string, at: string) => `${standing}\n${shortMoment(new Date(at))} 報告`;

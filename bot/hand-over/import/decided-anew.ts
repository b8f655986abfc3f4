import { findItem } from '../../../programme/catalogue.ts';
import { fullDate } from '../../../programme/day.ts';
import { closedYear, type Programme } from '../../../programme/programme.ts';
import { ItemRecord, items } from '../../../programme/progress/item-record.ts';
import type { SettingChange, SettingPart } from '../../../programme/setting-change.ts';
import { goesOnName, itemYearOf } from '../../../programme/year/going-on.ts';

type Document = Pick<SettingPart, 'kind' | 'partition' | 'id'> & { readonly before: object };

/**
 * What was decided of an item as the year was changed, told like a change in chat: the record itself says it, and no such
 * change is kept. It counts from the moment at which the year before was closed.
 */
export function decidedAnew(
  { kind, partition, id, before }: Document,
  programme: Pick<Programme, 'closed'> | undefined,
  townName: (code: string) => string,
): readonly SettingChange[] {
  const record = kind === items.name ? ItemRecord.safeParse(before).data : undefined;
  const { carried } = record ?? {};
  const closed = carried && programme && closedYear(programme, carried.fiscalYear);
  if (!record || !carried?.decided || !closed) return [];
  const { due } = carried.decided;
  const year = itemYearOf(carried.goesOn);
  const what = `${record.item} ${findItem(record.item)?.short ?? ''}`.trim();
  const after = [goesOnName(carried.goesOn, carried.fiscalYear + 1), ...(due ? [`期限 ${fullDate(due)}`] : [])];
  return [
    {
      ...{ by: carried.by ?? 'operator', at: closed.closedAt, via: 'cli', ask: `new-year ${partition} ${id}` },
      title: `年度更新 ${townName(record.municipality)}`,
      municipality: record.municipality,
      lines: [{ what, after: after.join('・') }],
      parts: [{ kind, partition, id, before: {}, after: { year, ...(due === undefined ? {} : { due }) } }],
    },
  ];
}

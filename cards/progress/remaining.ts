import { ask } from '../../programme/asks.ts';
import type { Kpi } from '../../programme/catalogue.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { type KpiRecord, lastSaid } from '../../programme/progress/kpi-record.ts';
import { type Week, weekName } from '../../programme/week.ts';
import { type Button, type Node, notice } from '../card.ts';

/** How many of the KPIs that are left are named. */
const NAMED = 3;

export type Remaining = {
  readonly municipality: Municipality;
  readonly week: Week;
  readonly open: readonly (readonly [Kpi, KpiRecord])[];
};

/** What of a week is still to be said after a report, in one sentence; nothing once all of it is there. */
export function remainingNotes({ week, open }: Remaining): Node[] {
  if (open.length === 0) return [];
  const names = open.slice(0, NAMED).map(([{ id, name }]) => `${id} ${name}`);
  const more = open.length > NAMED ? ` ほか${open.length - NAMED}件` : '';
  return [notice('attention', `${weekName(week)}は残り${open.length}件です: ${names.join('、')}${more}`)];
}

/** One tap for the rest where there is something to carry over, and the way to the rest where something changed. */
export function remainingButtons({ municipality: { code }, week, open }: Remaining): Button[] {
  if (open.length === 0) return [];
  const isCarriable = open.some(([, record]) => lastSaid(record, week) !== undefined);
  const given = { municipality: code, week };
  return [
    ...(isCarriable
      ? [{ label: '残りは変更なし', ask: ask('carry-over', given), look: 'primary' } satisfies Button]
      : []),
    { label: '残りを入力する', ask: ask('check-in', given), look: isCarriable ? 'plain' : 'primary' },
  ];
}

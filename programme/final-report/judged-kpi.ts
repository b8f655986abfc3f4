import type { Kpi } from '../catalogue.ts';
import { type KpiRecord, lastSaid } from '../progress/kpi-record.ts';
import { meetsTarget } from '../progress/kpi-value.ts';
import type { Week } from '../week.ts';

/** 達成, 未達成, or why it cannot be said. */
export function judged(kpi: Kpi, record: KpiRecord, week: Week): string {
  const said = lastSaid(record, week);
  if (record.target === undefined) return '判定できません（目標なし）';
  if (said === undefined) return '判定できません（値なし）';
  const reading = said.value === undefined ? undefined : { value: said.value };
  return meetsTarget(kpi, record, reading) ? '達成' : '未達成';
}

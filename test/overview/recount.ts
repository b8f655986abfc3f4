import type { HelpRequest } from '../../programme/help/help-request.ts';
import type { ItemRecord } from '../../programme/progress/item-record.ts';
import type { KpiRecord } from '../../programme/progress/kpi-record.ts';
import { NOW, type World } from './random-world.ts';

export const PERCENT: Readonly<Record<string, number>> = {
  ...{ notStarted: 0, considering: 25, inProgress: 50, decided: 80, done: 100 },
};

type Report = { readonly at: string; readonly undone?: { readonly at: string } | undefined };

/** Counts a day again from the exported records; of the product only what the records look like is used. */
export function recount({ items, kpis, requests, changes }: World, code: string, day: string) {
  const end = new Date(Math.min(Date.parse(`${day}T00:00:00+09:00`) + 86_400_000 - 1, NOW.getTime())).toISOString();
  const isOwn = ({ municipality }: { readonly municipality: string }) => municipality === code;
  const own = items.filter(isOwn);
  return {
    stages: Object.fromEntries(own.map((record) => [record.item, stageThen(record, end)])),
    late: own.filter((record) => isLate(record, dueThen(record, changes, end), { end, day })).map(({ item }) => item),
    values: Object.fromEntries(kpis.filter(isOwn).map((record) => [record.kpi, valueThen(record, { end, day })])),
    states: requests.filter(isOwn).map((request) => stateThen(request, end)),
  };
}

type Then = { readonly end: string; readonly day: string };

function stageThen({ year, versions }: ItemRecord, end: string): string {
  if (year === 'none') return '対象外';
  return versions.filter((each) => stands(each, end)).at(-1)?.stage ?? '未報告';
}

const isLate = (record: ItemRecord, due: string | undefined, { end, day }: Then): boolean =>
  record.year === 'this' && due !== undefined && due < day && (PERCENT[stageThen(record, end)] ?? 0) < 80;

function valueThen({ entries }: KpiRecord, { end, day }: Then): string {
  const said = entries.filter((each) => stands(each, end) && each.kind !== 'unchanged' && each.week <= monday(day));
  const last = said.at(-1);
  if (last === undefined) return '未報告';
  return last.kind === 'value' ? String(last.value) : '未実施';
}

const stands = ({ at, undone }: Report, end: string): boolean => at <= end && (undone === undefined || undone.at > end);

function dueThen({ item, municipality, due }: ItemRecord, changes: World['changes'], end: string): string | undefined {
  const of = changes.find(
    ({ parts: [part] }) => part?.id === `item-2026-${item}` && part.partition === `m-${municipality}`,
  );
  const [part] = of?.parts ?? [];
  return of && part ? String((stands(of, end) ? part.after : part.before)['due']) : due;
}

function stateThen({ at, undone, steps = [] }: HelpRequest, end: string): '' | 'gone' | 'ended' | 'open' {
  if (at > end) return '';
  if (undone && undone.at <= end) return 'gone';
  return steps.findLast((step) => step.at <= end)?.did === 'solved' ? 'ended' : 'open';
}

function monday(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

import { dayOf } from '../../programme/day.ts';
import type { Delivery } from '../../programme/delivery.ts';
import { keptFrom } from '../../programme/retention.ts';
import type { CollectionName, ValueOf } from '../../storage/collections.ts';
import type { Cut } from './erasure.ts';
import { ERASE, type Everything, type Held } from './everything.ts';

export type Years = { readonly records: number; readonly audit: number };
export type Limits = { readonly records: Date; readonly audit: Date };

/** Nothing of the running programme is ever too old. */
export function limitsOf({ programmes }: Pick<Everything, 'programmes'>, years: Years, now: Date): Limits {
  const today = dayOf(now);
  const start = programmes[0] && keptFrom(programmes[0].value.start, 0);
  const records = keptFrom(today, years.records);
  return { records: start && start < records ? start : records, audit: keptFrom(today, years.audit) };
}

/**
 * What is older than its limit. Items and KPIs, the programme itself and the roster are never among it: their history is
 * the programme's.
 */
export function outdatedCuts(all: Everything, limits: Limits): readonly Cut[] {
  const isOld = (at: string) => new Date(at) < limits.records;
  const past = new Set(all.meetings.filter(({ value }) => isOld(`${value.day}T00:00:00+09:00`)).map(({ id }) => id));
  const cuts = <K extends CollectionName>(name: K, isOutdated: (value: ValueOf<K>) => boolean): readonly Cut[] =>
    (all[name] as readonly Held<ValueOf<K>>[])
      .filter(({ value }) => isOutdated(value))
      .map((held) => ({ name, held: held as Held<unknown> }));
  const left = strangersSince(all, isOld);
  return [
    ...cuts('deliveries', (delivery) => isSettled(delivery) && isOld(delivery.dueAt)),
    ...cuts('invitations', ({ expires }) => isOld(expires)),
    ...cuts('acquaintances', ({ member, metAt }) => isOld(metAt) && (member === undefined || left.has(member))),
    ...cuts('interviews', ({ touchedAt }) => isOld(touchedAt)),
    ...cuts('helpRequests', ({ at }) => isOld(at)),
    ...cuts('meetingAnswers', ({ meeting }) => past.has(meeting)),
    ...cuts('agendaTopics', ({ meeting }) => past.has(meeting)),
    ...cuts('minutes', ({ meeting }) => past.has(meeting)),
    ...cuts('actionItems', ({ meeting, done, undone }) => past.has(meeting) && (done ?? undone) !== undefined),
    ...cuts('meetings', ({ id }) => past.has(id)),
    ...cuts('digests', ({ until }) => isOld(until)),
    ...cuts('audit', ({ at, command }) => command !== ERASE && new Date(at) < limits.audit),
  ];
}

/** People who have left and to whom nothing was sent since. When exactly they left is not recorded. */
function strangersSince({ members, deliveries }: Everything, isOld: (at: string) => boolean): ReadonlySet<string> {
  const written = new Set(deliveries.filter(({ value }) => !isOld(value.dueAt)).map(({ value }) => value.recipient.id));
  const gone = members.filter(({ value, id }) => !value.active && !written.has(id));
  return new Set(gone.map(({ id }) => id));
}

/** What may still be sent, or is in doubt, is not history yet. */
function isSettled({ state }: Delivery): boolean {
  return state === 'sent' || state === 'failed' || state === 'withdrawn';
}

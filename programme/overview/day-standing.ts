import { addDays, type Day, instantOf } from '../day.ts';
import { asOf } from '../digest/digest.ts';
import type { HelpRequest } from '../help/help-request.ts';
import { isEnded, requestStanding } from '../help/request-standing.ts';
import { type Municipality, municipalities } from '../municipality.ts';
import { items } from '../progress/item-record.ts';
import { kpis } from '../progress/kpi-kind.ts';
import { type Progress, progressOf } from '../progress/step-standing.ts';
import { type SettingHistory, settingAt } from './setting-at.ts';

/** A day that is looked at, and its last moment; of a day that is not over, now. */
export type DayMoment = { readonly day: Day; readonly at: Date };

export const momentOf = (day: Day, now: Date): DayMoment => ({
  day,
  at: new Date(Math.min(instantOf(addDays(day, 1)).getTime() - 1, now.getTime())),
});

/** A municipality's records as they stood at a moment: what was reported, and what was planned, by then. */
export function recordsAt(records: Progress, settings: SettingHistory, at: Date): Progress {
  const then = asOf(records, at);
  const own = [...then.items.values()].flatMap((record) => settingAt(settings, items, record, at) ?? []);
  const ownKpis = [...then.kpis.values()].flatMap((record) => settingAt(settings, kpis, record, at) ?? []);
  // What is known of records as they stand now is not worked out again.
  const isNow =
    own.length === records.items.size &&
    ownKpis.length === records.kpis.size &&
    own.every((record) => records.items.get(record.item) === record) &&
    ownKpis.every((record) => records.kpis.get(record.kpi) === record);
  return isNow ? records : progressOf(own, ownKpis, then.catalogue);
}

/** Whether the municipality took part then. */
export const tookPart = (municipality: Municipality, settings: SettingHistory, at: Date): boolean =>
  settingAt(settings, municipalities, municipality, at)?.supported === true;

/** How a 相談 stood; `gone` is one that was taken back by then, and `none` was not asked yet. */
type RequestThen = 'none' | 'open' | 'ended' | 'gone';

/** One that was taken back later still stood then. */
export function requestThen(request: HelpRequest, at: Date): RequestThen {
  const then = at.toISOString();
  if (request.at > then) return 'none';
  const { undone, ...asked } = request;
  if (undone && undone.at <= then) return 'gone';
  return isEnded(requestStanding(asked, at)) ? 'ended' : 'open';
}

import type { VisitToAnswer } from '../../../cards/visits/confirm-visit.ts';
import { calendarOf } from '../../../programme/calendar.ts';
import { dayOf } from '../../../programme/day.ts';
import type { Programme } from '../../../programme/programme.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { type VisitOpen, visitOpen } from '../../../programme/visits/visit-answering.ts';
import { confirmationDue, currentVisit, type VisitRecord } from '../../../programme/visits/visit-record.ts';
import { MEMBERS, municipal, type Store } from '../../../storage/collections.ts';
import { recordsOf } from './records-of.ts';

type Looking = { readonly store: Store; readonly programme: Programme; readonly now: Date };

/** A record of which a version stands, what is shown of it, and what its municipality may still say of it. */
export type AnswerableVisit = { readonly record: VisitRecord; readonly shown: VisitToAnswer; readonly open: VisitOpen };

/** Undefined where nothing of the record stands. */
export async function answerable(
  record: VisitRecord,
  { store, programme, now }: Looking,
): Promise<AnswerableVisit | undefined> {
  const calendar = calendarOf(programme.closures, record.municipality);
  const open = visitOpen(record, dayOf(now), calendar);
  const version = currentVisit(record);
  if (!open || !version) return undefined;
  const expert = (await store.members.get(MEMBERS, record.expert))?.value.name ?? '派遣人材';
  const { id, municipality } = record;
  const before = record.answers?.findLast(({ verdict, undone }) => verdict === 'returned' && undone === undefined);
  const shown = {
    ...{ id, municipality, expert, version: version.number, content: version.content },
    until: confirmationDue(version, calendar),
    returned: before && before.version < version.number ? before.note : undefined,
  };
  return { record, shown, open };
}

/**
 * Every record of a municipality that may be answered in this way, the oldest visit first: `confirm` those that wait for
 * it, `mayReturn` those whose answer may still be changed too.
 */
export async function visitsOpenTo(
  may: 'confirm' | 'mayReturn' | 'mayRate',
  code: string,
  looking: Looking,
): Promise<readonly AnswerableVisit[]> {
  const found = await recordsOf(looking.store, code);
  const all = await Promise.all(found.map((record) => answerable(record, looking)));
  return all
    .flatMap((each) => each ?? [])
    .filter(({ open }) => (may === 'confirm' ? open.standing === 'waiting' : open[may]))
    .toSorted((a, b) => a.shown.content.day.localeCompare(b.shown.content.day));
}

/** The record of a card. @throws Refusal where there is none any more */
export async function visitAt(code: string, id: string, looking: Looking): Promise<AnswerableVisit> {
  const record = (await looking.store.visitRecords.get(municipal(code), id))?.value;
  const found = record && (await answerable(record, looking));
  if (!found) throw Refusal.because('unknown-visit');
  return found;
}

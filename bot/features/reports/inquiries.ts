import type { InquiryView } from '../../../cards/reports/inquiry-view.ts';
import { calendarOf } from '../../../programme/calendar.ts';
import { dayOf } from '../../../programme/day.ts';
import { isEnded, requestStanding } from '../../../programme/help/request-standing.ts';
import { may, notAllowed } from '../../../programme/may.ts';
import type { Member } from '../../../programme/member.ts';
import type { Programme } from '../../../programme/programme.ts';
import { Refusal } from '../../../programme/refusal.ts';
import {
  type Direction,
  directions,
  INQUIRIES,
  type Inquiry,
  lateOf,
  receiptDue,
} from '../../../programme/reports/inquiry.ts';
import { PROGRAMME, type Store } from '../../../storage/collections.ts';
import { municipalityNames } from '../../../storage/municipalities.ts';
import { memberNames } from '../people/people.ts';

/** On a card: few enough for a phone, with what each says. */
export const INQUIRIES_A_PAGE = 6;

export type InquiryReader = {
  readonly store: Store;
  readonly who: Member;
  readonly now: Date;
  readonly programme: Programme;
};

/** Every 臨時報告 and 協議 there ever was, oldest first. */
export async function inquiriesIn(store: Store): Promise<readonly Inquiry[]> {
  const found = await store.inquiries.list(PROGRAMME, INQUIRIES);
  return found.map(({ value }) => value).toSorted((a, b) => a.at.localeCompare(b.at));
}

export const inquiryAt = ({ id }: Pick<Inquiry, 'id'>) => ({ partition: PROGRAMME, id });

export const isOpenInquiry = (inquiry: Inquiry): boolean => !isEnded(requestStanding(inquiry));

/** As this person sees them. */
export async function inquiryViews(
  all: readonly Inquiry[],
  { store, who, now, programme }: InquiryReader,
): Promise<readonly InquiryView[]> {
  const [nameOf, townName] = await Promise.all([memberNames(store, 'さん'), municipalityNames(store)]);
  const calendar = calendarOf(programme.closures);
  return all.map((inquiry) => ({
    inquiry,
    standing: requestStanding(inquiry),
    nameOf,
    townName,
    receiptDue: receiptDue(inquiry, calendar),
    late: lateOf(inquiry, dayOf(now), calendar),
    isAsker: directions[inquiry.direction].from === who.role,
  }));
}

export async function inquiryView(inquiry: Inquiry, reader: InquiryReader): Promise<InquiryView> {
  const [view] = await inquiryViews([inquiry], reader);
  if (!view) throw new Error('a view for each');
  return view;
}

/**
 * The one of a card's button; undefined where none was named.
 * @throws Refusal where it is not there
 */
export async function inquiryMeantBy(id: string | undefined, { store }: InquiryReader): Promise<Inquiry | undefined> {
  if (id === undefined) return undefined;
  const found = await store.inquiries.get(PROGRAMME, id);
  if (!found) throw Refusal.because('old-card');
  return found.value;
}

/** @throws Refusal where it is the other side's to ask on, or to answer */
export function refuseUnless(what: 'asks' | 'answers', { direction }: Inquiry, who: Member): void {
  const permission = directions[direction][what];
  if (!may(who, permission)) throw notAllowed(permission, who);
}

type Could = { readonly shown: readonly InquiryView[]; readonly more: number };

/**
 * Those that can be meant where none was named, oldest first.
 * @throws Refusal where there is none
 */
export async function inquiriesMeant(
  what: 'asks' | 'answers',
  reader: InquiryReader,
  isMeant: (inquiry: Inquiry) => boolean = () => true,
): Promise<Could> {
  const own = (await inquiriesIn(reader.store)).filter(
    (inquiry) => isOpenInquiry(inquiry) && may(reader.who, directions[inquiry.direction][what]),
  );
  const meant = own.filter(isMeant);
  if (meant.length === 0) throw Refusal.because('no-open-inquiry');
  const shown = await inquiryViews(meant.slice(0, INQUIRIES_A_PAGE), reader);
  return { shown, more: Math.max(0, meant.length - INQUIRIES_A_PAGE) };
}

/** What this person may ask of the other side. */
export const mayAskBy = ({ role }: Member): 'special-report' | 'consult' =>
  role === 'prefecture' ? 'special-report' : 'consult';

export const isOfDirection =
  (direction: Direction | undefined) =>
  (inquiry: Inquiry): boolean =>
    direction === undefined || inquiry.direction === direction;

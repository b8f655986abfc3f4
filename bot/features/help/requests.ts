import type { RequestView } from '../../../cards/help/request-view.ts';
import { dayOf } from '../../../programme/day.ts';
import { mayLearnOf } from '../../../programme/help/between-sides.ts';
import type { HelpRequest } from '../../../programme/help/help-request.ts';
import { isEnded, isOverdueRequest, requestStanding } from '../../../programme/help/request-standing.ts';
import { may } from '../../../programme/may.ts';
import type { Member } from '../../../programme/member.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { municipal, type Store } from '../../../storage/collections.ts';
import { knownMunicipality, supportedMunicipalities } from '../../../storage/municipalities.ts';
import type { MemberStart } from '../../turn.ts';
import { memberNames } from '../people/people.ts';

/** 相談 on a card: few enough for a phone, with what each says. */
export const REQUESTS_A_PAGE = 6;

export type Reader = Pick<MemberStart, 'store' | 'who' | 'now'>;

/** Every 相談 of a municipality. */
export async function requestsIn(store: Store, code: string): Promise<readonly HelpRequest[]> {
  const found = await store.helpRequests.list(municipal(code), { from: 'help-', below: 'help.' });
  return found.map(({ value }) => value);
}

export const isOffice = ({ role }: Pick<Member, 'role'>): boolean => role === 'secretariat';

/** All 相談 this person may see, those first that are overdue, then the oldest; what was taken back is left out. */
export async function visibleRequests(reader: Reader): Promise<readonly RequestView[]> {
  const { store, who } = reader;
  const [towns, nameOf] = await Promise.all([
    supportedMunicipalities(store, isOffice(who) ? undefined : who.municipalities),
    memberNames(store, 'さん'),
  ]);
  const found = await Promise.all(
    towns.map(async (municipality) =>
      (await requestsIn(store, municipality.code)).map((request) => ({ request, municipality })),
    ),
  );
  return found
    .flat()
    .filter(({ request }) => request.undone === undefined && mayLearnOf(request, who))
    .map((each) => viewOf(each, reader, nameOf))
    .toSorted(byNeed);
}

export const isOpenView = ({ standing }: RequestView): boolean => !isEnded(standing);

function byNeed(a: RequestView, b: RequestView): number {
  const late = ({ standing, today }: RequestView) => Number(isOverdueRequest(standing, today));
  return late(b) - late(a) || a.request.at.localeCompare(b.request.at);
}

type Of = { readonly request: HelpRequest; readonly municipality: Municipality };

function viewOf(of: Of, { who, now }: Reader, nameOf: RequestView['nameOf']): RequestView {
  return { ...of, standing: requestStanding(of.request), nameOf, today: dayOf(now), isOffice: isOffice(who) };
}

/** One 相談 as this person sees it. */
export const viewFor = async (of: Of, reader: Reader): Promise<RequestView> =>
  viewOf(of, reader, await memberNames(reader.store, 'さん'));

/** The same 相談 after something was written to it. */
export const viewAfter = (view: RequestView, request: HelpRequest): RequestView => ({
  ...view,
  request,
  standing: requestStanding(request),
});

type Meant = { readonly request?: string | undefined; readonly municipality?: string | undefined };

/**
 * The 相談 of a card's button; undefined where none was named.
 * @throws Refusal where it is not this person's to see, or was taken back
 */
export async function requestMeant(meant: Meant, reader: Reader): Promise<RequestView | undefined> {
  const { request: id, municipality: code } = meant;
  if (id === undefined || code === undefined) return undefined;
  const municipality = await knownMunicipality(reader.store, code);
  if (!municipality) throw Refusal.because('unknown-municipality', { said: code });
  if (!may(reader.who, 'report', code)) throw Refusal.because('not-yours');
  const found = await reader.store.helpRequests.get(municipal(code), id);
  if (!found) throw Refusal.because('old-card');
  if (!mayLearnOf(found.value, reader.who)) throw Refusal.because('not-yours');
  if (found.value.undone) throw Refusal.because('request-withdrawn');
  return viewFor({ request: found.value, municipality }, reader);
}

/** Where a 相談 is kept. */
export const requestAt = ({ municipality, id }: Pick<HelpRequest, 'municipality' | 'id'>) => ({
  partition: municipal(municipality),
  id,
});

/**
 * Those that can be meant where none was named.
 * @param said a municipality by code or name
 * @param isMeant which of them are meant first; all where none is
 * @throws Refusal where there is none
 */
export async function openRequestsOf(
  said: string | undefined,
  reader: Reader,
  isMeant: (view: RequestView) => boolean = () => true,
): Promise<{ readonly shown: readonly RequestView[]; readonly more: number }> {
  const open = (await visibleRequests(reader)).filter(isOpenView);
  const of = open.filter(({ municipality: { code, name } }) => said === undefined || said === code || said === name);
  if (of.length === 0) throw Refusal.because('no-open-request');
  const meant = of.filter(isMeant);
  const all = meant.length > 0 ? meant : of;
  return { shown: all.slice(0, REQUESTS_A_PAGE), more: Math.max(0, all.length - REQUESTS_A_PAGE) };
}

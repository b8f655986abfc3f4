import { dayOf } from '../../../programme/day.ts';
import { may } from '../../../programme/may.ts';
import { type AgendaEntry, agendaOf, type Participant, topicsOf } from '../../../programme/meetings/agenda.ts';
import type { Meeting } from '../../../programme/meetings/meeting.ts';
import { isForTowns, isPerson, isTown } from '../../../programme/meetings/party.ts';
import { isSameAudience } from '../../../programme/meetings/schedule.ts';
import type { Member } from '../../../programme/member.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import { MEMBERS, municipal, PROGRAMME, type Store } from '../../../storage/collections.ts';
import { supportedMunicipalities } from '../../../storage/municipalities.ts';
import { progressIn } from '../../../storage/progress.ts';
import type { LookUpTurn } from './find.ts';

/** Who looks, or as whom something is looked at that several people get. */
type AgendaReader = Omit<LookUpTurn, 'who'> & { readonly who: Pick<Member, 'active' | 'role' | 'municipalities'> };

/** The 次第 of a meeting as this person may see it: of other municipalities only what they put on it themselves. */
export async function agendaFor(meeting: Meeting, turn: AgendaReader): Promise<readonly AgendaEntry[]> {
  const { store, now } = turn;
  const towns = await townsOf(meeting, turn);
  const [participants, actions, topics] = await Promise.all([
    Promise.all(towns.map((municipality) => participant(municipality, turn))),
    openActionsFor(meeting, towns, store),
    store.agendaTopics.list(PROGRAMME, topicsOf(meeting.id)),
  ]);
  return agendaOf({
    today: dayOf(now),
    participants,
    actions,
    topics: topics.map(({ value }) => value).filter(({ municipality }) => isForRoom(municipality, turn)),
  });
}

/**
 * The municipalities it is about, as far as this person may see them: those that are named or whose people are, else
 * all that are supported.
 */
async function townsOf({ audience }: Meeting, { store, who, room }: AgendaReader): Promise<readonly Municipality[]> {
  const people = audience.some(isPerson) ? await store.members.list(MEMBERS) : [];
  const named = people.filter(({ value: { id, role } }) => role === 'municipal' && audience.includes(id));
  const about = [...audience.filter(isTown), ...named.flatMap(({ value }) => value.municipalities)];
  const isAboutAll = about.length === 0 || isForTowns(audience);
  const all = await supportedMunicipalities(store, isAboutAll ? undefined : about);
  return all.filter(({ code }) => may(who, 'view', code, room.audience));
}

async function participant(municipality: Municipality, { store, programme }: AgendaReader): Promise<Participant> {
  const [records, helps] = await Promise.all([
    progressIn(store, municipality.code, programme),
    store.helpRequests.list(municipal(municipality.code), { from: 'help-', below: 'help.' }),
  ]);
  return { municipality, records, helps: helps.flatMap(({ value }) => (value.side ? [] : [value])) };
}

/** What the municipalities still have to do, and what the secretariat and the prefecture took on in meetings of this circle. */
async function openActionsFor({ audience }: Meeting, towns: readonly Municipality[], store: Store) {
  const span = { from: 'action-', below: 'action.' };
  const [own, others] = await Promise.all([
    Promise.all(towns.map(({ code }) => store.actionItems.list(municipal(code), span))),
    store.actionItems.list(PROGRAMME, span),
  ]);
  // A year has hundreds of meetings, and few in which something was taken on.
  const ids = [...new Set(others.map(({ value }) => value.meeting))];
  const meetings = await Promise.all(ids.map((id) => store.meetings.get(PROGRAMME, id)));
  const circle = new Set(
    meetings.flatMap((each) => (each && isSameAudience(each.value.audience, audience) ? [each.value.id] : [])),
  );
  return [...own.flat(), ...others.filter(({ value }) => circle.has(value.meeting))].map(({ value }) => value);
}

/** In a municipality's room, what other municipalities want to talk about stays out. */
export function isForRoom(municipality: string | undefined, { room }: Pick<AgendaReader, 'room'>): boolean {
  const of = room.audience;
  return of === undefined || !/^\d/.test(of) || municipality === undefined || municipality === of;
}

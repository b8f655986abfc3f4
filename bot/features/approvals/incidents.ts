import type { IncidentView } from '../../../cards/approvals/incident-view.ts';
import { INCIDENTS, type Incident, incidentStanding } from '../../../programme/approvals/incident.ts';
import { may } from '../../../programme/may.ts';
import type { Member } from '../../../programme/member.ts';
import { Refusal } from '../../../programme/refusal.ts';
import type { Store } from '../../../storage/collections.ts';
import { municipalityNames } from '../../../storage/municipalities.ts';
import { memberNames } from '../people/people.ts';

type Reader = { readonly store: Store; readonly who?: Member | undefined };

export const incidentAt = (id: string) => ({ partition: INCIDENTS, id });

export const isCompletedIncident = (incident: Incident): boolean => incidentStanding(incident).state === 'completed';

/** The secretariat and the prefecture see every accident, whoever reported one sees that; nobody else sees any. */
export function maySeeIncident(incident: Incident, who: Member | undefined): boolean {
  if (!who || !may(who, 'incident')) return false;
  return may(who, 'filed') || incidentStanding(incident).report.by === who.id;
}

/** Those this person may see, the newest first. */
export async function visibleIncidents({ store, who }: Reader): Promise<readonly Incident[]> {
  const all = (await store.incidents.list(INCIDENTS)).map(({ value }) => value);
  const at = (incident: Incident) => incidentStanding(incident).report.at;
  return all.filter((incident) => maySeeIncident(incident, who)).toSorted((a, b) => at(b).localeCompare(at(a)));
}

/** @throws Refusal where there is none of that id, or it is not theirs to see */
export async function incidentOfId(id: string, { store, who }: Reader): Promise<Incident> {
  const found = (await store.incidents.get(INCIDENTS, id))?.value;
  if (!found || !maySeeIncident(found, who)) throw Refusal.because('old-card');
  return found;
}

/** The one of a card, the only one that is not over, or those that can be meant. @throws Refusal where there is none */
export async function incidentMeant(id: string | undefined, reader: Reader): Promise<Incident | readonly Incident[]> {
  if (id !== undefined) return incidentOfId(id, reader);
  const open = (await visibleIncidents(reader)).filter((incident) => !isCompletedIncident(incident));
  const [only, ...others] = open;
  if (!only) throw Refusal.because('bad-value', { sentence: NONE_OPEN });
  return others.length === 0 ? only : open.slice(0, 6);
}

const NONE_OPEN =
  '続いている事故はありません。何も記録していません。新しい事故は「事故」に続けて送ってください。完了したものは「事故一覧 完了」で開けます。';

export async function incidentViews(
  all: readonly Incident[],
  { store, who }: Reader,
): Promise<readonly IncidentView[]> {
  const [nameOf, townName] = await Promise.all([memberNames(store, 'さん'), municipalityNames(store)]);
  const mayComplete = may(who, 'filed');
  return all.map((incident) => ({ incident, standing: incidentStanding(incident), mayComplete, nameOf, townName }));
}

export async function incidentView(incident: Incident, reader: Reader): Promise<IncidentView> {
  const [view] = await incidentViews([incident], reader);
  if (!view) throw new Error('an accident without its view');
  return view;
}

import { z } from 'zod';
import type { IncidentView } from '../../../cards/approvals/incident-view.ts';
import {
  INCIDENTS,
  type Incident,
  type IncidentStep,
  incidentStanding,
} from '../../../programme/approvals/incident.ts';
import { dayOf } from '../../../programme/day.ts';
import type { Drawing, DueItem, Planning, Slot } from '../../job.ts';
import { alarmed } from './alarmed.ts';
import { incidentView, maySeeIncident } from './incidents.ts';

/** Which accident, and the message that wrote the entry of 経過 it tells of. */
export const IncidentItem = z.object({ incident: z.string(), step: z.string() });
export type IncidentItem = z.infer<typeof IncidentItem>;

/** An item for each entry that was written in a slot, for everybody who is told of it but whoever wrote it. */
export async function incidentItemsIn(
  { start, end }: Slot,
  { store, members }: Planning,
  isMeant: (step: IncidentStep) => boolean,
): Promise<readonly DueItem<IncidentItem>[]> {
  const isNow = ({ at }: IncidentStep) => new Date(at) >= start && new Date(at) < end;
  const all = (await store.incidents.list(INCIDENTS)).map(({ value }) => value);
  return all.flatMap((incident) =>
    incident.steps
      .filter((step) => isMeant(step) && isNow(step))
      .flatMap((step) => toldOf(incident, step, members).map((id) => itemOf(id, incident, step))),
  );
}

/** The PM and the prefecture; and of what comes after the first report, whoever made that. */
function toldOf(incident: Incident, { by, at }: IncidentStep, members: Planning['members']): readonly string[] {
  const { pm, prefecture } = alarmed(members, dayOf(new Date(at)));
  const reporter = incidentStanding(incident).report.by;
  const all = [...pm, ...prefecture].map(({ id }) => id);
  const here = members.some(({ id }) => id === reporter) ? [reporter] : [];
  return [...new Set([...all, ...here])].filter((id) => id !== by);
}

const itemOf = (id: string, incident: Incident, { ask, at }: IncidentStep): DueItem<IncidentItem> => ({
  recipient: { kind: 'member', id },
  // As it was known then: what is sent about a municipality is kept, and erased, with it.
  municipality: knownThen(incident, ask).municipality,
  about: `${incident.id}-${ask}`,
  at: new Date(at),
  item: { incident: incident.id, step: ask },
});

function knownThen({ id, steps }: Incident, ask: string) {
  const until = steps.findIndex((step) => step.ask === ask);
  return incidentStanding({ id, steps: steps.slice(0, until + 1) }).facts;
}

/** The entry a notice tells of, for its reader; undefined where it is not theirs to see any more. */
export async function incidentTold(
  { incident: id, step: message }: IncidentItem,
  { store, who }: Drawing,
): Promise<{ readonly view: IncidentView; readonly step: IncidentStep } | undefined> {
  const found = (await store.incidents.get(INCIDENTS, id))?.value;
  const step = found?.steps.find(({ ask }) => ask === message);
  if (!found || !step || !maySeeIncident(found, who)) return undefined;
  return { view: await incidentView(found, { store, who }), step };
}

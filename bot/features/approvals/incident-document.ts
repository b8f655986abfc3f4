import { incidentStepText } from '../../../cards/approvals/incident-view.ts';
import {
  INCIDENTS,
  type Incident,
  incidentStanding,
  incidentStateNames,
} from '../../../programme/approvals/incident.ts';
import { dayOf, shortMoment } from '../../../programme/day.ts';
import { MEMBERS, type Store } from '../../../storage/collections.ts';
import { municipalityNames } from '../../../storage/municipalities.ts';
import { deliveriesIn } from '../../deliveries.ts';
import type { HandedOut, Making } from '../../files/handed-out.ts';
import { memberNames } from '../people/people.ts';
import { incidentAlert } from './incident-alert.ts';
import { IncidentItem } from './incident-notices.ts';

/** 事故報告 (FM-22), as it stands: 第1報, 経過 or 完了. */
export const incidentDocument: HandedOut = {
  name: '事故報告',
  called: '事故（インシデント）報告',
  ending: '.docx',

  async make(id, from) {
    const incident = (await allIncidents(from.store)).find((each) => each.id === id);
    const { incidentDocx } = await import('../../../documents/approvals/incident-docx.ts');
    return incident && incidentDocx(await sheetOf(incident, from));
  },

  async list({ store }) {
    const townName = await municipalityNames(store);
    return (await allIncidents(store)).map((incident) => {
      const { report, state, facts } = incidentStanding(incident);
      const town = facts.municipality ? `${townName(facts.municipality)} ` : '';
      return [incident.id, `${town}${shortMoment(new Date(report.at))}（${incidentStateNames[state]}）`] as const;
    });
  },
};

const allIncidents = async (store: Store): Promise<readonly Incident[]> =>
  (await store.incidents.list(INCIDENTS)).map(({ value }) => value);

async function sheetOf(incident: Incident, { store, programme, now }: Making) {
  const [nameOf, townName] = await Promise.all([memberNames(store), municipalityNames(store)]);
  const standing = incidentStanding(incident);
  const { report, facts } = standing;
  return {
    day: dayOf(now),
    ...{ prefecture: programme.prefecture, programme: programme.name, standing },
    town: facts.municipality && townName(facts.municipality),
    detected: `${shortMoment(new Date(report.at))}（${nameOf(report.by)}）`,
    told: await toldOf(incident, store),
    steps: incident.steps.map(
      (step) => [shortMoment(new Date(step.at)), nameOf(step.by), incidentStepText(step, townName)] as const,
    ),
  };
}

/** Whom the first report has reached, and when. */
async function toldOf(incident: Incident, store: Store): Promise<readonly string[]> {
  const { report, facts } = incidentStanding(incident);
  const members = new Map((await store.members.list(MEMBERS)).map(({ value }) => [value.id, value]));
  const since = new Date(Date.parse(report.at) - DAY_MS);
  const sent = (await deliveriesIn(store, facts.municipality ? [facts.municipality] : [], since)).filter(
    ({ job, item, sentAt }) => {
      const of = IncidentItem.safeParse(item);
      return job === incidentAlert.name && sentAt !== undefined && of.success && of.data.step === report.ask;
    },
  );
  return sent.map(({ recipient, sentAt = '' }) => {
    const who = members.get(recipient.id);
    return `${who?.office ?? ''} ${who?.name ?? '名簿にない方'} ${shortMoment(new Date(sentAt))}（伴走ボット）`;
  });
}

/** A delivery is kept under the beginning of its day. */
const DAY_MS = 24 * 3_600_000;

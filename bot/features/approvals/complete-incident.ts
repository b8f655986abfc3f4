import { incidentCard } from '../../../cards/approvals/incident.ts';
import { incidentPartCard } from '../../../cards/approvals/incident-forms.ts';
import { whichIncidentCard } from '../../../cards/approvals/incidents.ts';
import { notice } from '../../../cards/card.ts';
import type { Incident } from '../../../programme/approvals/incident.ts';
import { ask } from '../../../programme/asks.ts';
import { asksAtOnce, asksBack, defineCommand, type Prepared } from '../../command.ts';
import { addIncidentStep } from './follow-incident.ts';
import { incidentMeant, incidentView, incidentViews } from './incidents.ts';

export const completeIncident = defineCommand({
  name: 'complete-incident',
  says: ['事故の完了', '事故完了'],
  help: '事故を、原因と再発防止策を書いて完了にします。',
  example: '事故の完了',
  english: 'End an accident with its cause and what keeps it from happening again.',
  group: { title: '県とのやりとり', order: 80 },
  needs: 'filed',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: ['cause'],
  typed: 'inputs',
  spoken: { words: ['事故の完了', '事故完了', '事故を完了'], wins: 442 },

  async prepare({ incident: id, cause, prevention }, turn): Promise<Prepared<Incident>> {
    const found = await incidentMeant(id, turn);
    if ('length' in found) {
      const views = await incidentViews(found, turn);
      const rows = views.map((view) => ({
        view,
        ask: ask('complete-incident', { incident: view.incident.id, cause, prevention }),
      }));
      return asksBack(['incident'], whichIncidentCard('事故の完了', rows));
    }
    if (cause !== undefined && prevention !== undefined) return { found };
    const form = incidentPartCard(await incidentView(found, turn), 'completion', cause ? { cause } : {});
    return asksAtOnce(['cause', 'prevention'], form, 'new');
  },

  async run({ cause, prevention }, turn, found) {
    const facts = { ...(cause ? { cause } : {}), ...(prevention ? { prevention } : {}) };
    const after = await addIncidentStep(turn, found, { did: 'completed', facts });
    const done = '完了として記録しました。PM・県の主担当と、報告した方に知らせます。';
    return { card: incidentCard(await incidentView(after, turn), [notice('good', done)]), how: 'replace' };
  },
});

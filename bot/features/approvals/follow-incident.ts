import { incidentCard } from '../../../cards/approvals/incident.ts';
import { incidentPartCard } from '../../../cards/approvals/incident-forms.ts';
import { whichIncidentCard } from '../../../cards/approvals/incidents.ts';
import { notice } from '../../../cards/card.ts';
import { type Incident, IncidentFacts, withIncidentStep } from '../../../programme/approvals/incident.ts';
import { ask, type InputOf } from '../../../programme/asks.ts';
import { may } from '../../../programme/may.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { asksAtOnce, asksBack, defineCommand, type Prepared } from '../../command.ts';
import { ringBell } from '../../deliveries.ts';
import type { MemberTurn } from '../../turn.ts';
import { incidentAt, incidentMeant, incidentView, incidentViews } from './incidents.ts';

export const followIncident = defineCommand({
  name: 'follow-incident',
  says: ['事故の経過', '事故経過'],
  help: '届けた事故の、その後の経過や分かったことを書き足します。PMと県の主担当へすぐに届きます。',
  example: '事故の経過 相手先に回収を依頼しました',
  english: 'Add what has happened since to an accident that was reported.',
  group: { title: '報告する', order: 31 },
  needs: 'incident',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: ['incident'],
  typed: 'free',
  spoken: { words: ['事故の経過', '事故経過', '事故の続報'], wins: 441 },

  async prepare(input, turn): Promise<Prepared<Incident>> {
    const { incident: id, text, municipality, part } = input;
    if (municipality !== undefined && !may(turn.who, 'incident', municipality)) throw Refusal.because('not-yours');
    const found = await incidentMeant(id, turn);
    if ('length' in found) {
      const views = await incidentViews(found, turn);
      const kept = { text, municipality };
      const rows = views.map((view) => ({
        view,
        ask: ask('follow-incident', { incident: view.incident.id, ...kept }),
      }));
      return asksBack(['incident'], whichIncidentCard('事故の経過', rows));
    }
    if (text !== undefined || Object.keys(factsIn(input)).length > 0) return { found };
    const form = incidentPartCard(await incidentView(found, turn), part === undefined ? 'progress' : 'details');
    return asksAtOnce(['text'], form, 'new');
  },

  async run(input, turn, found) {
    const step = { did: 'added' as const, ...(input.text ? { text: input.text } : {}), ...withFacts(input) };
    const after = await addIncidentStep(turn, found, step);
    return {
      card: incidentCard(await incidentView(after, turn), [notice('good', '書き足しました。')]),
      how: 'replace',
    };
  },
});

/** What was filled in of the fields of FM-22. */
function factsIn(input: InputOf<'follow-incident'>): IncidentFacts {
  const known = Object.entries(input).filter(([name, value]) => name in IncidentFacts.shape && value !== undefined);
  return IncidentFacts.parse(Object.fromEntries(known));
}

const withFacts = (input: InputOf<'follow-incident'>) => {
  const facts = factsIn(input);
  return Object.keys(facts).length > 0 ? { facts } : {};
};

/** Writes an entry of 経過 and wakes the outbox. */
export async function addIncidentStep(
  turn: MemberTurn,
  { id }: Incident,
  step: Parameters<typeof withIncidentStep>[1],
): Promise<Incident> {
  const after = await turn.change('incidents', incidentAt(id), (known) => {
    if (!known) throw Refusal.because('old-card');
    return withIncidentStep(known, step, turn.from);
  });
  await ringBell(turn);
  return after;
}

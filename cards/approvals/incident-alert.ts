import type { IncidentStep } from '../../programme/approvals/incident.ts';
import { ask } from '../../programme/asks.ts';
import { shortMoment } from '../../programme/day.ts';
import { buttons, type Card, card, facts, notice, text } from '../card.ts';
import { type IncidentView, incidentFacts, whichIncident } from './incident-view.ts';

const titles = { reported: '事故の第1報', added: '事故の経過', completed: '事故の完了' } as const;
const sentences = {
  reported: '事故の第1報が届きました。すぐに確認してください。',
  added: '事故の経過が書き足されました。',
  completed: '事故が完了として記録されました。',
} as const;

/** For the PM and the prefecture, 1:1; the summary keeps the content out of notifications. */
export function incidentAlertCard(view: IncidentView, step: IncidentStep): Card {
  const { standing, nameOf, townName } = view;
  const known = step.did === 'reported' ? standing.facts : (step.facts ?? {});
  return card(
    titles[step.did],
    sentences[step.did],
    notice(step.did === 'reported' ? 'bad' : step.did === 'completed' ? 'good' : 'attention', sentences[step.did]),
    step.text ? text(step.text) : [],
    facts(['報告した人', nameOf(step.by)], ['日時', shortMoment(new Date(step.at))], ...incidentFacts(known, townName)),
    buttons(
      { label: '事故の記録を開く', ask: ask('show-incidents', whichIncident(view)), look: 'primary' },
      { label: '経過を書く', ask: ask('follow-incident', whichIncident(view)) },
    ),
  );
}

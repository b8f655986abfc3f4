import {
  type Incident,
  type IncidentFacts,
  type IncidentStanding,
  type IncidentStep,
  incidentStateNames,
  incidentTypeNames,
  personalDataNames,
} from '../../programme/approvals/incident.ts';
import { ask } from '../../programme/asks.ts';
import { shortMoment } from '../../programme/day.ts';
import type { Row } from '../card.ts';
import { excerpt } from '../excerpt.ts';

/** An accident as somebody is shown it, 1:1. */
export type IncidentView = {
  readonly incident: Incident;
  readonly standing: IncidentStanding;
  /** Whether whoever looks may say that it is over. */
  readonly mayComplete: boolean;
  nameOf(member: string): string;
  townName(code: string): string;
};

export const whichIncident = ({ incident }: Pick<IncidentView, 'incident'>) => ({ incident: incident.id });

/** How much of the first report is shown in a list. */
const SHOWN = 60;
export const incidentExcerpt = (said: string): string => excerpt(said, SHOWN);

/** What is known, a line each, as FM-22 calls it. */
export function incidentFacts(
  facts: IncidentFacts,
  townName: IncidentView['townName'],
): readonly (readonly [string, string])[] {
  const { municipality, type, occurred, personal, scope, response, impact, contacts, cause, prevention } = facts;
  const all = [
    ['市町村', municipality && townName(municipality)],
    ['種別', type && incidentTypeNames[type]],
    ['発生日時', occurred],
    ['個人情報の有無', personal && personalDataNames[personal]],
    ['対象情報・件数', scope],
    ['応急対応', response],
    ['影響範囲', impact],
    ['連絡先・時刻', contacts],
    ['原因', cause],
    ['再発防止策', prevention],
  ] as const;
  return all.flatMap(([label, value]) => (value ? [[label, value] as const] : []));
}

/** An entry of 経過 in words. */
export function incidentStepText({ text, facts = {} }: IncidentStep, townName: IncidentView['townName']): string {
  const known = incidentFacts(facts, townName).map(([label, value]) => `${label}: ${value}`);
  return [...(text ? [text] : []), ...known].join('／');
}

export function incidentRow({ incident, standing, townName }: IncidentView): Row {
  const { report, state, facts } = standing;
  const about = [facts.municipality && townName(facts.municipality), facts.type && incidentTypeNames[facts.type]];
  return {
    title: incidentExcerpt(report.text ?? ''),
    detail: [incidentStateNames[state], shortMoment(new Date(report.at)), ...about].filter(Boolean).join('・'),
    ...(state === 'completed' ? {} : { tone: 'attention' as const }),
    ask: ask('show-incidents', whichIncident({ incident })),
  };
}

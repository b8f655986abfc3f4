import { type Incident, type IncidentStep, incidentStanding } from '../../programme/approvals/incident.ts';
import { ask } from '../../programme/asks.ts';
import type { Samples } from '../card.ts';
import * as example from '../example.ts';
import { incidentCard, incidentDraftCard, incidentFormCard, reportedIncidentCard } from './incident.ts';
import { incidentAlertCard } from './incident-alert.ts';
import { incidentPartCard } from './incident-forms.ts';
import type { IncidentView } from './incident-view.ts';
import { incidentsCard, whichIncidentCard } from './incidents.ts';

const OFFICE = 'member-office';
const entry = (daysAgo: number, did: Omit<IncidentStep, 'by' | 'at' | 'via' | 'ask'>, by?: string): IncidentStep => ({
  ...example.from(`incident-${daysAgo}`, daysAgo),
  ...(by ? { by } : {}),
  ...did,
});
const TEXT = '申請書の写しを、別の町の担当の方へメールで送ってしまいました。';
const report = entry(2, { did: 'reported', text: TEXT, facts: { municipality: example.town.code } });
const followed = entry(1, {
  did: 'added',
  text: '相手先に連絡し、回収を確認しました。',
  facts: { type: 'misdirected', personal: 'yes', occurred: '11/4 9時ごろ', scope: '申請書の写し12件' },
});
const over = entry(
  1,
  {
    did: 'completed',
    facts: { cause: '宛先の候補を選び違えた', prevention: '送る前に、宛先を2人で確かめる' },
  },
  OFFICE,
);

const view = (steps: Incident['steps'], mayComplete = false): IncidentView => {
  const incident = { id: 'incident-example', steps };
  return {
    ...{ incident, standing: incidentStanding(incident), mayComplete },
    nameOf: (id) => (id === OFFICE ? '事務 次郎さん' : '山田 花子さん'),
    townName: () => example.town.name,
  };
};
const first = view([report]);
const ongoing = view([report, followed], true);
const completed = view([report, followed, over], true);
const told = { pm: ['事務 次郎さん'], prefecture: ['県野 太郎さん'] };
const list = { shown: [first, ongoing], all: 2, page: 1, pages: 1, isCompleted: false };

/** An accident, from the first report until it is over. */
export const incidentSamples: Samples = {
  'incident-draft': () => incidentDraftCard('事故防止の研修をします', undefined),
  'incident-form': () => incidentFormCard(undefined, undefined, undefined),
  'incident-reported': () => reportedIncidentCard(first, told, { isStruck: true, isNew: true }),
  'incident-known': () => reportedIncidentCard(ongoing, told, { isStruck: false, isNew: false }),
  'incident-first-report': () => incidentAlertCard(first, report),
  'incident-followed': () => incidentAlertCard(ongoing, followed),
  'incident-over': () => incidentAlertCard(completed, over),
  'incident-opened': () => incidentCard(ongoing),
  'incident-closed': () => incidentCard(completed),
  'incident-progress-form': () => incidentPartCard(first, 'progress'),
  'incident-details-form': () => incidentPartCard(ongoing, 'details'),
  'incident-completion-form': () => incidentPartCard(ongoing, 'completion'),
  'incident-list': () => incidentsCard(list),
  'incident-list-completed': () => incidentsCard({ ...list, shown: [completed], all: 1, isCompleted: true }),
  'incident-which': () =>
    whichIncidentCard('事故の経過', [{ view: first, ask: ask('follow-incident', { incident: 'incident-example' }) }]),
};

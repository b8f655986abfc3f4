import { incidentCard } from '../../../cards/approvals/incident.ts';
import { incidentsCard } from '../../../cards/approvals/incidents.ts';
import { pageOf } from '../../../programme/page.ts';
import { defineCommand } from '../../command.ts';
import { incidentOfId, incidentView, incidentViews, isCompletedIncident, visibleIncidents } from './incidents.ts';

const PAGE = 6;

export const showIncidents = defineCommand({
  name: 'show-incidents',
  says: ['事故一覧'],
  help: '事故の状態と経過を確かめます。事務局と県の方には全て、ほかの方にはご自分が届けたものが出ます。',
  example: '事故一覧',
  english: 'Show accidents with their state and what was done.',
  group: { title: '確かめる', order: 30 },
  needs: 'incident',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: false,
  typed: 'inputs',
  spoken: { words: ['事故一覧', '事故の一覧', '事故の状況', '事故の記録'], wins: 440, looks: true },

  async prepare({ incident: id }, turn) {
    return { found: id === undefined ? undefined : await incidentOfId(id, turn) };
  },

  async run({ completed, page }, turn, incident) {
    if (incident) return { card: incidentCard(await incidentView(incident, turn)), how: 'replace' };
    const isCompleted = completed !== undefined;
    const all = (await visibleIncidents(turn)).filter((each) => isCompletedIncident(each) === isCompleted);
    const { shown, at, pages } = pageOf(all, page ?? 1, PAGE);
    const list = { shown: await incidentViews(shown, turn), all: all.length, page: at, pages, isCompleted };
    return { card: incidentsCard(list), how: page === undefined ? 'new' : 'replace' };
  },
});

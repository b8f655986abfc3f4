import { incidentExcerpt, whichIncident } from '../../../cards/approvals/incident-view.ts';
import { whichIncidentCard } from '../../../cards/approvals/incidents.ts';
import { wordFileCard } from '../../../cards/word-file.ts';
import { type Incident, incidentStanding } from '../../../programme/approvals/incident.ts';
import { ask } from '../../../programme/asks.ts';
import { shortMoment } from '../../../programme/day.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { asksBack, defineCommand, type Prepared } from '../../command.ts';
import { incidentDocument } from './incident-document.ts';
import { incidentOfId, incidentViews, visibleIncidents } from './incidents.ts';

const NONE = '事故の記録はまだありません。起きたときは「事故」に続けて送ると届けられます。';
const MIND = '知らせた方の氏名と、起きたことが入っています。取扱いに注意してください。';
const SHOWN = 6;

export const incidentFile = defineCommand({
  name: 'incident-file',
  says: ['事故報告書'],
  help: '事故（インシデント）報告を、今の経過まで入れた Word のファイルで受け取ります。',
  example: '事故報告書',
  english: 'Get the report of an accident as a Word file.',
  group: { title: '確かめる', order: 31 },
  needs: 'filed',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: false,
  typed: 'inputs',
  spoken: { words: ['事故報告書', '事故の報告書', '事故の書類', '事故のWord'], wins: 444, looks: true },

  async prepare({ incident: id }, turn): Promise<Prepared<Incident>> {
    if (id !== undefined) return { found: await incidentOfId(id, turn) };
    const all = await visibleIncidents(turn);
    const [only, ...others] = all;
    if (!only) throw Refusal.because('bad-value', { sentence: NONE });
    if (others.length === 0) return { found: only };
    const views = await incidentViews(all.slice(0, SHOWN), turn);
    const rows = views.map((view) => ({ view, ask: ask('incident-file', whichIncident(view)) }));
    return asksBack(['incident'], whichIncidentCard('事故報告書', rows));
  },

  async run(_input, turn, incident) {
    const content = await incidentDocument.make(incident.id, turn);
    if (!content) throw Refusal.because('old-card');
    const { report } = incidentStanding(incident);
    const of = `${shortMoment(new Date(report.at))} ${incidentExcerpt(report.text ?? '')}`;
    const meant = { incident: incident.id };
    const back = { label: '事故に戻る', ask: ask('show-incidents', meant) };
    const again = ask('incident-file', meant);
    return { card: wordFileCard({ title: '事故報告書', of, content, again, mind: MIND, back }) };
  },
});

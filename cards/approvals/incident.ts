import {
  type IncidentType,
  incidentStateNames,
  incidentTypeNames,
  type PersonalData,
  personalDataNames,
} from '../../programme/approvals/incident.ts';
import { ask } from '../../programme/asks.ts';
import { shortMoment } from '../../programme/day.ts';
import { type Button, buttons, type Card, card, facts, list, type Node, notice, offering, text } from '../card.ts';
import { never } from '../understood.ts';
import { type IncidentView, incidentFacts, incidentStepText, whichIncident } from './incident-view.ts';

/** How many entries of 経過 are shown; all of them are in the export. */
const SHOWN = 8;

/** Perhaps an accident, perhaps only the word: nobody is told before a yes. */
export function incidentDraftCard(said: string, municipality: string | undefined): Card {
  return offering(
    '事故',
    `この内容を事故の第1報として届けますか。まだ届けていません。${said}`,
    text('この内容を、事故の第1報として届けますか。まだ届けていません。'),
    text(`「${said}」`, 'strong'),
    text('届けると、夜間や閉庁日でもすぐに、事務局のPMと県の主担当の方に1対1で知らせます。', 'quiet'),
    buttons(
      {
        label: 'はい、すぐに届ける',
        ask: ask('report-incident', { text: said, municipality }),
        look: 'danger',
      },
      { label: '書き直す', ask: ask('report-incident', { municipality }) },
      never,
    ),
  );
}

/** The one question that comes before the first report. */
export function incidentFormCard(
  municipality: string | undefined,
  problem: string | undefined,
  value: string | undefined,
): Card {
  return card(
    '事故の第1報',
    '何が起きましたか。分かることだけで構いません。',
    text('何が起きましたか。分かることだけで構いません。送るとすぐに、事務局のPMと県の主担当の方へ届きます。'),
    text('氏名や個人番号は書かないでください。ほかのことは、届けたあとで伺います。', 'quiet'),
    {
      kind: 'form',
      parts: [
        {
          intro: [],
          fields: [
            {
              ...{
                name: 'text',
                label: '何が起きましたか',
                type: 'text',
                lines: 'many',
                maxLength: 1000,
                required: true,
              },
              ...{ value, error: problem },
            },
          ],
        },
      ],
      submit: 'すぐに届ける',
      ask: ask('report-incident', { municipality }),
    },
  );
}

export type Told = { readonly pm: readonly string[]; readonly prefecture: readonly string[] };

/** The first report is on its way; what else has to be known is asked now, a tap each. */
export function reportedIncidentCard(
  view: IncidentView,
  { pm, prefecture }: Told,
  { isStruck, isNew }: { readonly isStruck: boolean; readonly isNew: boolean },
): Card {
  const whom = `事務局のPM（${pm.join('、')}）と県の主担当（${prefecture.join('、')}）`;
  const done = isNew
    ? `事故の第1報を受け付けました。今すぐ、${whom}に1対1で届けます。`
    : 'この事故の第1報は、すでに届けています。';
  return card(
    '事故の第1報',
    done,
    notice('good', done),
    isStruck ? notice('attention', '電話番号や12桁の数字は、●●●に変えて届けました。') : [],
    text(`「${view.standing.report.text ?? ''}」`),
    openQuestion(view),
    buttons(...questionButtons(view), ...furtherButtons(view)),
  );
}

/** What is asked next, in the order in which others have to know it. */
function openQuestion({ standing: { facts: known } }: IncidentView): Node[] {
  if (known.type === undefined) return [text('種別はどれですか。', 'strong')];
  if (known.personal === undefined) return [text('個人情報は含まれますか。', 'strong')];
  if (known.occurred === undefined || known.scope === undefined)
    return [text('分かりしだい「詳しい項目を書く」から、発生日時・対象・応急対応などを書き足してください。')];
  return [];
}

function questionButtons(view: IncidentView): Button[] {
  const { facts: known } = view.standing;
  const which = whichIncident(view);
  if (known.type === undefined)
    return Object.entries(incidentTypeNames).map(([type, label]) => ({
      label,
      ask: ask('follow-incident', { ...which, type: type as IncidentType }),
    }));
  if (known.personal !== undefined) return [];
  return Object.entries(personalDataNames).map(([personal, label]) => ({
    label,
    ask: ask('follow-incident', { ...which, personal: personal as PersonalData }),
  }));
}

const furtherButtons = (view: IncidentView): Button[] => [
  { label: '経過を書く', ask: ask('follow-incident', whichIncident(view)) },
  { label: '詳しい項目を書く', ask: ask('follow-incident', { ...whichIncident(view), part: 'details' }) },
];

/** One accident with all that is known and was done. */
export function incidentCard(view: IncidentView, said: readonly Node[] = []): Card {
  const { standing, incident, nameOf, townName, mayComplete } = view;
  const { report, state, facts: known } = standing;
  const which = whichIncident(view);
  const steps = incident.steps.slice(1).slice(-SHOWN);
  return card(
    '事故の記録',
    `事故の記録: ${incidentStateNames[state]}`,
    said,
    text(report.text ?? ''),
    facts(
      ['状態', incidentStateNames[state]],
      ['第1報', `${shortMoment(new Date(report.at))}・${nameOf(report.by)}`],
      ...incidentFacts(known, townName),
    ),
    steps.length === 0
      ? []
      : [
          text('経過', 'heading'),
          list(
            steps.map((step) => ({
              title: `${shortMoment(new Date(step.at))}　${nameOf(step.by)}`,
              detail: incidentStepText(step, townName),
            })),
          ),
        ],
    state === 'completed' ? [] : openQuestion(view),
    buttons(
      ...(state === 'completed' ? [] : questionButtons(view)),
      ...furtherButtons(view),
      ...(mayComplete && state !== 'completed' ? [{ label: '完了にする', ask: ask('complete-incident', which) }] : []),
      { label: '事故一覧', ask: ask('show-incidents') },
    ),
  );
}

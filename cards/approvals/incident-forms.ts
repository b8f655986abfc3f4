import type { IncidentFacts } from '../../programme/approvals/incident.ts';
import { ask } from '../../programme/asks.ts';
import { type Ask, type Card, card, type Field, text } from '../card.ts';
import { type IncidentView, incidentExcerpt, whichIncident } from './incident-view.ts';

/** Which fields a form of an accident asks for. */
export type IncidentPart = 'progress' | 'details' | 'completion';

const titles = { progress: '事故の経過', details: '事故の詳しい項目', completion: '事故の完了' } as const;
const field = (name: string, label: string, more: Partial<Extract<Field, { type: 'text' }>> = {}): Field => ({
  ...{ name, label, type: 'text', required: false, maxLength: 500, lines: 'many' },
  ...more,
});

function fieldsOf(
  part: IncidentPart,
  { occurred, scope, response, impact, contacts, cause, prevention }: IncidentFacts,
): Field[] {
  if (part === 'progress')
    return [field('text', '経過', { required: true, maxLength: 1000, hint: '例: 相手先に回収を依頼し、確認しました' })];
  if (part === 'completion')
    return [
      field('cause', '原因', { required: true, value: cause }),
      field('prevention', '再発防止策', { required: true, value: prevention }),
    ];
  return [
    field('occurred', '発生日時', { value: occurred, maxLength: 60, lines: 'one', hint: '例: 11/24 9時ごろ' }),
    field('scope', '対象情報・件数', { value: scope, hint: '例: 申請書の写し12件' }),
    field('response', '応急対応', { value: response }),
    field('impact', '影響範囲', { value: impact }),
    field('contacts', '連絡先・時刻', { value: contacts, hint: '例: 県DX推進課 9:40、個人情報保護委員会 11:00' }),
  ];
}

/** What is asked of an accident, with what is known already; everything of it can be written anew. */
export function incidentPartCard(view: IncidentView, part: IncidentPart, given: Ask['input'] = {}): Card {
  const { standing } = view;
  const asked =
    part === 'completion' ? ask('complete-incident', whichIncident(view)) : ask('follow-incident', whichIncident(view));
  return card(
    titles[part],
    `${titles[part]}を入力してください。`,
    text(incidentExcerpt(standing.report.text ?? ''), 'quiet'),
    text('個人の氏名や番号は書かないでください。', 'quiet'),
    {
      kind: 'form',
      parts: [{ intro: [], fields: fieldsOf(part, standing.facts) }],
      submit: part === 'completion' ? '完了にする' : '書き足す',
      ask: { command: asked.command, input: { ...given, ...asked.input } },
    },
  );
}

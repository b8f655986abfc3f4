import { ask } from '../../programme/asks.ts';
import { shortDate, shortMoment } from '../../programme/day.ts';
import type { HelpRequest } from '../../programme/help/help-request.ts';
import { isOverdueRequest, type RequestStanding, requestStateNames } from '../../programme/help/request-standing.ts';
import type { Municipality } from '../../programme/municipality.ts';
import type { Row } from '../card.ts';
import { excerpt } from '../excerpt.ts';

/** A 相談 as somebody is shown it. */
export type RequestView = {
  readonly request: HelpRequest;
  readonly municipality: Municipality;
  readonly standing: RequestStanding;
  /** What people are called, as in 山田 花子さん; who has left is so too. */
  readonly nameOf: (member: string) => string;
  readonly today: string;
  /** Whether whoever looks is of the secretariat. */
  readonly isOffice: boolean;
};

/** Which 相談 a button is about. */
export const which = ({ id, municipality }: HelpRequest) => ({ request: id, municipality });

/** The same, with what its card has shown: what others did since then is noticed. */
export const whichSeen = (request: HelpRequest) => ({ ...which(request), seen: request.steps?.length ?? 0 });

/** 未着手・12/4(金)まで. */
export function standingText({ standing, nameOf, today }: RequestView): string {
  const { state, owner, owes, due } = standing;
  return [
    requestStateNames[state],
    ...(owner === undefined ? [] : [`担当 ${nameOf(owner)}`]),
    ...(owes ? [`${shortDate(due)}まで${isOverdueRequest(standing, today) ? '（期限を過ぎています）' : ''}`] : []),
  ].join('・');
}

/** A row of a list; pressing it asks this, or opens the 相談. */
export function requestRow(view: RequestView, asked = ask('show-requests', which(view.request))): Row {
  const { request, municipality, standing, isOffice, today } = view;
  const moment = shortMoment(new Date(request.at));
  const answer = standing.answer?.text;
  return {
    title: isOffice ? `${municipality.name}　${moment}` : moment,
    detail: [standingText(view), excerpt(request.text), ...(answer ? [`回答: ${excerpt(answer)}`] : [])].join('\n'),
    tone: isOverdueRequest(standing, today) ? 'attention' : 'plain',
    ask: asked,
  };
}

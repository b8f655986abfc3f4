import { ask } from '../../programme/asks.ts';
import { type Day, shortDate, shortMoment } from '../../programme/day.ts';
import type { RequestStanding } from '../../programme/help/request-standing.ts';
import { stepCount } from '../../programme/help/with-step.ts';
import { directions, type Inquiry, inquiryStateName } from '../../programme/reports/inquiry.ts';
import type { Row } from '../card.ts';
import { excerpt } from '../excerpt.ts';

/** A 臨時報告 or a 協議 as somebody is shown it. */
export type InquiryView = {
  readonly inquiry: Inquiry;
  readonly standing: RequestStanding;
  /** What people are called, as in 山田 花子さん; who has left is so too. */
  readonly nameOf: (member: string) => string;
  readonly townName: (code: string) => string;
  readonly receiptDue: Day;
  readonly late: 'receipt' | 'answer' | undefined;
  /** Whether whoever looks is of the side that asked; the other one answers. */
  readonly isAsker: boolean;
};

export const calledInquiry = ({ direction }: Inquiry): string => directions[direction].called;

/** 県 or 事務局, as the two sides are spoken of. */
const sides = { prefecture: '県', secretariat: '事務局' } as const;
export const askingSide = ({ direction }: Inquiry): string => sides[directions[direction].from];
export const answeringSide = ({ direction }: Inquiry): string => sides[directions[direction].to];

/** Which one a button is about. */
export const whichInquiry = ({ id }: Inquiry) => ({ inquiry: id });
/** The same, with what its card has shown: what others did since then is noticed. */
export const whichSeenInquiry = (inquiry: Inquiry) => ({ ...whichInquiry(inquiry), seen: stepCount(inquiry) });

/** 受領待ち・回答 12/4(金)まで. */
export function inquiryStanding({ inquiry, standing, late, receiptDue }: InquiryView): string {
  const { owes, due, state } = standing;
  const isPast = (which: 'receipt' | 'answer') => (late === which ? '（過ぎています）' : '');
  const isSpecial = inquiry.direction === 'special';
  return [
    inquiryStateName(inquiry, standing),
    ...(isSpecial && state === 'untouched' ? [`受領 ${shortDate(receiptDue)}まで${isPast('receipt')}`] : []),
    ...(isSpecial && owes ? [`回答 ${shortDate(due)}まで${isPast('answer')}`] : []),
  ].join('・');
}

/** A row of a list; pressing it asks this, or opens the inquiry. */
export function inquiryRow(
  view: InquiryView,
  asked: Row['ask'] = ask('show-inquiries', whichInquiry(view.inquiry)),
): Row {
  const { inquiry, standing, townName, late } = view;
  const { municipality, at, text } = inquiry;
  const about = municipality === undefined ? '' : `　${townName(municipality)}`;
  const answer = standing.answer?.text;
  return {
    title: `${calledInquiry(inquiry)}　${shortMoment(new Date(at))}${about}`,
    detail: [inquiryStanding(view), excerpt(text), ...(answer ? [`回答: ${excerpt(answer)}`] : [])].join('\n'),
    tone: late ? 'attention' : 'plain',
    ask: asked,
  };
}

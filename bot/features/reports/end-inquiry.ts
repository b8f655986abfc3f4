import { notice } from '../../../cards/card.ts';
import { whichInquiryCard } from '../../../cards/reports/inquiries.ts';
import { notYetForm } from '../../../cards/reports/inquiry.ts';
import { type InquiryView, whichInquiry } from '../../../cards/reports/inquiry-view.ts';
import { ask } from '../../../programme/asks.ts';
import { calendarOf } from '../../../programme/calendar.ts';
import { dayOf, shortDate } from '../../../programme/day.ts';
import { isEnded, mayReopen, requestStanding } from '../../../programme/help/request-standing.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { dueOfInquiry, type Inquiry, isWithdrawnInquiry } from '../../../programme/reports/inquiry.ts';
import { asksBack, defineCommand } from '../../command.ts';
import type { MemberStart, MemberTurn } from '../../turn.ts';
import { inquiriesMeant, inquiryMeantBy, inquiryView, refuseUnless } from './inquiries.ts';
import { openedInquiry } from './show-inquiries.ts';
import { addInquiryStep } from './write-inquiry.ts';

export const endInquiry = defineCommand({
  name: 'end-inquiry',
  says: ['臨時報告完了', '協議完了'],
  help: '回答で足りた臨時報告・協議を終えます。足りないときは「まだ」で、足りないところを伝えて続けます。',
  example: '協議完了',
  english: 'Say that an answer was enough, or what is still missing.',
  group: { title: '県とのやりとり', order: 65 },
  needs: 'filed',
  about: 'member',
  usualFor: {},
  writes: ['inquiry'],
  typed: 'inputs',
  check: ({ inquiry, back, more }) =>
    inquiry !== undefined && back !== undefined && more === undefined ? [{ input: 'more' }] : [],

  question: async (given, turn) => notYetAsked(given, turn),
  again: async (given, turn, errors) => notYetAsked(given, turn, errors.get('more')),

  async prepare({ inquiry: id, back }, turn) {
    const found = await inquiryMeantBy(id, turn);
    if (!found) return asksBack(['inquiry'], await chooseFor(turn));
    refuseUnless('asks', found, turn.who);
    const standing = requestStanding(found);
    if (back && isWithdrawnInquiry(standing)) throw Refusal.because('inquiry-withdrawn');
    if (back && !standing.answer) throw Refusal.because('inquiry-unanswered');
    if (back && isEnded(standing) && !mayReopen(standing, turn.now)) throw Refusal.because('inquiry-over');
    return { found };
  },

  async run({ back, more }, turn, found) {
    const view = await (back ? askedOn(turn, found, more) : ended(turn, found));
    return { card: openedInquiry(view, turn, [notice('good', saidOf(view, back !== undefined))]), how: 'replace' };
  },
});

function saidOf({ inquiry, standing }: InquiryView, back: boolean): string {
  if (!back) return standing.answer ? '終えました。14日以内なら「まだ」で続けられます。' : '取り下げました。';
  const until = inquiry.direction === 'special' ? `${shortDate(standing.due)}までに` : '';
  return `続けて回答を求めました。${until}回答が届きます。`;
}

/** Two who press at once mean the same: the second finds it done. */
async function ended(turn: MemberTurn, inquiry: Inquiry): Promise<InquiryView> {
  if (isEnded(requestStanding(inquiry))) return inquiryView(inquiry, turn);
  const { view, isWritten } = await addInquiryStep(turn, inquiry, { did: 'solved' });
  return isWritten ? view : ended(turn, view.inquiry);
}

/** What is missing besides is added while the other side still owes its answer, which is due when it was before. */
async function askedOn(turn: MemberTurn, inquiry: Inquiry, more: string | undefined): Promise<InquiryView> {
  const [standing, today] = [requestStanding(inquiry), dayOf(turn.now)];
  const isOwed = standing.owes && standing.state !== 'checking' && standing.due >= today;
  const due = isOwed ? standing.due : dueOfInquiry(today, calendarOf(turn.programme.closures));
  const { view, isWritten } = await addInquiryStep(turn, inquiry, { did: 'reopened', text: more, due });
  return isWritten ? view : askedOn(turn, view.inquiry, more);
}

/** The form below which one is meant; the plain one where that is not known yet. */
async function notYetAsked(given: Readonly<Record<string, unknown>>, turn: MemberStart, problem?: string) {
  const { inquiry: id, back } = given;
  const found = back === undefined ? undefined : await inquiryMeantBy(typeof id === 'string' ? id : undefined, turn);
  return found && notYetForm(await inquiryView(found, turn), given, problem);
}

/** What has an answer is meant; nothing is ended without a press. */
async function chooseFor(turn: MemberStart) {
  const isAnswered = (inquiry: Inquiry) => requestStanding(inquiry).state === 'checking';
  const { shown, more } = await inquiriesMeant('asks', turn, isAnswered);
  const rows = shown.map((view) => ({ view, ask: ask('end-inquiry', whichInquiry(view.inquiry)) }));
  return whichInquiryCard('足りたのは、どれへの回答ですか。', rows, undefined, more);
}
